"""Takes a place in with small batches; run as a process of its own, to be killed at any moment."""

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from graph.opening import open_store
from ingest import load, run
from ingest.place import load_place


def main(location: str, user: str, password: str, folder: str, notes: str) -> None:
    """Ingest a place, `with` or `without` its notes; small batches make many moments to be killed at."""
    run.BATCH = 7
    place = load_place(Path(folder), date(2026, 10, 31))
    if notes == "without":
        place = replace(place, supplies=tuple(s for s in place.supplies if s.mapping.reads.format != "note"))
    store = open_store(location, user or None, password or None)
    print("open", flush=True)
    load.ingest(store, place)
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:6])
