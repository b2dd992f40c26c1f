"""Reading and mapping the sample place's notes, copied under other names, by as many processes as there are cores, against one."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.ground import empty_store
from benchmarks.measure import Measure, ratio_of_pairs, seconds
from graph.lease import Held
from graph.store import Store
from ingest.counts import Counts
from ingest.joining import Joining
from ingest.load import AREAS, ingest
from ingest.place import Place, load_place
from ingest.reading_ahead import cores
from ingest.run import SourceRun

ROUNDS = 3
COPIES = 8
SETTING = "KITH_NOTE_PROCESSES"


def measure(people: int, location: str, rounds: int = ROUNDS) -> list[Measure]:
    """One line: notes read against the records of the place, starting the processes counted in; people are of no matter."""
    with TemporaryDirectory(prefix="kith-bench-") as folder, empty_store(location) as store:
        place = copied(Path(folder, "notes"), COPIES)
        many = len(place.supplies[-1].files)
        ingest(store, replace(place, supplies=place.supplies[:-1]))
        pairs = [(_seconds(store, place, cores()), _seconds(store, place, 1)) for _ in range(rounds)]
    ours, base = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    what = f"{many} notes, {cores()} processes against one"
    return [Measure(what, median(ours), "s", None, median(base), ratio_of_pairs(ours, base))]


def copied(folder: Path, copies: int) -> Place:
    """The sample place in a folder, with each of its notes so many times, under other names."""
    with as_file(files("examples").joinpath("harrowdale")) as sample:
        shutil.copytree(sample, folder)
    place = load_place(folder, date(2026, 10, 31))
    *records, notes = place.supplies
    others = [(path, path.with_stem(f"{path.stem}-{copy}")) for path in notes.files for copy in range(1, copies)]
    for path, other in others:
        shutil.copyfile(path, other)
    every = sorted([*notes.files, *(other for _, other in others)])
    names = tuple(path.relative_to(folder).as_posix() for path in every)
    return replace(place, supplies=(*records, replace(notes, files=tuple(every), names=names)))


def _seconds(store: Store, place: Place, processes: int) -> float:
    run = SourceRun(store, place, place.supplies[-1], Held(), Joining(store, set()), accept_withdrawals=True)
    with _set(processes):
        return seconds(lambda: sum(1 for _ in run.mapped(store.read(AREAS), Counts(run.run))))


@contextmanager
def _set(processes: int) -> Iterator[None]:
    """The setting, as long as the block lasts."""
    before = os.environ.get(SETTING)
    os.environ[SETTING] = str(processes)
    try:
        yield
    finally:
        if before is None:
            del os.environ[SETTING]
        else:
            os.environ[SETTING] = before
