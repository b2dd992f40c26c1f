"""Takes a place in with small batches; run as a process of its own, to be killed at any moment."""

import resource
import signal
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from graph.errors import KithError
from graph.opening import open_store
from ingest import load, run
from ingest.place import load_place


def main(location: str, user: str, password: str, folder: str, notes: str, limit: str) -> None:
    """Ingest a place, `with` or `without` its notes; small batches make many moments to be killed at.

    With a limit no file can grow past so many bytes, as on a full disk.
    """
    run.BATCH = 7
    place = load_place(Path(folder), date(2026, 10, 31))
    if notes == "without":
        place = replace(place, supplies=tuple(s for s in place.supplies if s.mapping.reads.format != "note"))
    store = open_store(location, user or None, password or None)
    print("open", flush=True)
    if int(limit):
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
    try:
        load.ingest(store, place)
        store.close()
    except KithError as wrong:
        sys.exit(str(wrong))


if __name__ == "__main__":
    main(*sys.argv[1:7])
