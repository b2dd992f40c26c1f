"""Forgets a source in small batches; run as a process of its own, to be killed at any moment."""

import sys

from graph import retraction
from graph.opening import open_store
from ingest import forgetting


def main(location: str, user: str, password: str, source: str) -> None:
    """Forget one source; small batches make many moments to be killed at."""
    retraction.BATCH = 2
    store = open_store(location, user or None, password or None)
    print("open", flush=True)
    if store.read(forgetting.KNOWN, source=source):
        forgetting.forget(store, source)
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:5])
