"""What becomes of every row of the data Kith is developed against, by mappings and readers alone: docs/sources.md.

KITH_SHARED=… python -m benchmarks.sources > docs/sources.md
"""

import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from benchmarks.sources_page import page
from benchmarks.taking import Taken, Taking
from graph.errors import KithError
from graph.opening import open_store
from graph.store import Store
from ingest.load import ingest
from ingest.place import Listed, PlaceFile, data_of, place_of, read_place

PLACE = Path(__file__).parents[1] / "examples" / "published"
ABOUT = {"truth", "schema", "profile", "docs"}
"""Folders of what is said about data."""
NO_DATA = ("README.md", "LICENSE*", "datapackage.json", "core_tables.csv", "true_pairs.csv", "matches_*.csv")


def take_in(folder: Path, store: Store) -> Iterator[Taken]:
    """Take every source of a place into a store, one by one."""
    said = read_place(folder)
    for listed in said.sources:
        yield _taken(folder, said, listed, store)


def _taken(folder: Path, said: PlaceFile, listed: Listed, store: Store) -> Taken:
    taken = Taken(listed.path, Path(listed.mapping).stem)
    began = time.perf_counter()
    try:
        place = place_of(folder, said.model_copy(update={"sources": [listed]}), date.today())
        taken.counts = ingest(store, place).counts[0]
    except KithError as refused:
        taken.refused = refused.what
    taken.seconds = time.perf_counter() - began
    return taken


def unread(folder: Path, data: Path) -> list[str]:
    """The data files of a folder that a place does not list; truth, schemas and words about them are none."""
    listed = [one.path for one in read_place(folder).sources]
    names = sorted(path.relative_to(data) for path in data.rglob("*") if path.is_file())
    files = [name for name in names if not ABOUT & set(name.parts) and not any(name.match(form) for form in NO_DATA)]
    return [str(name) for name in files if not any(name.match(form) or name.is_relative_to(form) for form in listed)]


def measure() -> Taking:
    """Take all there is into an empty embedded store."""
    taking = Taking(unread=unread(PLACE, data_of(PLACE, read_place(PLACE).data)))
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(folder)
        try:
            for taken in take_in(PLACE, store):
                print(f"{taken.file}: {taken.seconds:.1f} s", file=sys.stderr)
                taking.sources.append(taken)
        finally:
            store.close()
    return taking


if __name__ == "__main__":
    print(page(measure()))
