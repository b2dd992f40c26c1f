"""Taking rows in, against a bare loader on the same engine in the same run.

Both sides are handed the same mapped rows from memory, batch by batch; only what they then do is
timed; on Neo4j, cartography's loader comes third where it is installed. Ours looks known records up, tells repeats, and keeps a row in quarantine; the bare loader
(benchmarks/bare.py) only sends. The last line, for a place of moderate size, adds all else that a
run does: opening and closing each source, settling, linkage and families, which the baseline lacks.
"""

import gc
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby, zip_longest
from operator import itemgetter
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks import bare, cartography_loader
from benchmarks.ground import EMBEDDED, empty_store
from benchmarks.measure import Measure, ratio_of_pairs, seconds
from benchmarks.population import AS_OF
from benchmarks.spool import Spool
from benchmarks.synthetic import write_place
from graph import cypher
from graph.store import Store
from graph.writers import Writers
from ingest.counts import Counts
from ingest.load import ingest
from ingest.loading import Loading
from ingest.place import Place, load_place
from ingest.seen import Seen

GOALS = {1: 1.1, 2: 0.67}
"""By how many writers are at work."""
ROUNDS, LARGE = 5, 100_000
"""A place of more people than LARGE is loaded once, and without linkage."""
READING = "reading and mapping"


@dataclass(frozen=True)
class Round:
    """One loading by each side, in seconds."""

    bare: float
    ours: dict[int, float]
    """By how many writers were at work."""
    cartography: float | None
    """None on the embedded engine, and where cartography is not installed."""


def measure(people: int, location: str, rounds: int | None = None) -> list[Measure]:
    """Writing with one writer, with two on Neo4j, and with linkage and families: ratios to the bare loader."""
    rounds = rounds or (1 if people > LARGE else ROUNDS)
    with TemporaryDirectory(prefix="kith-bench-") as folder:
        write_place(Path(folder), people)
        place = load_place(Path(folder), AS_OF)
        spool = Spool(Path(folder), place)
        if location != EMBEDDED:
            _warm_up(location)
        done = [_round(spool, location) for _ in range(rounds)]
        plain = [one.bare for one in done]
        lines = []
        for writers in done[0].ours:
            what = f"writing {spool.rows:,} rows, {'one writer' if writers == 1 else 'two writers'}"
            lines.append(_line(what, [one.ours[writers] for one in done], plain, GOALS[writers]))
        if others := [one.cartography for one in done if one.cartography]:
            lines += [
                _line("the same, one writer, beside cartography's", [one.ours[1] for one in done], others, 1.0),
                _line("cartography's load, beside the bare loader", others, plain, None),
            ]
        if people <= LARGE:
            whole = [_everything(place, location) for _ in range(rounds)]
            lines.append(_line(f"writing, linkage and families, {people:,} people", whole, plain, None))
    return lines


def load(store: Store, spool: Spool, at_once: int) -> Iterator[float]:
    """Load spooled rows as a run would; the seconds of each step, without reading them from the spool."""
    for source, pages in groupby(spool, key=itemgetter(0)):
        store.write((cypher.upsert_nodes("Source"), [{"uid": source, "props": {}}]))
        with Writers(store, at_once) as writers, closing(Seen()) as seen:
            loading = Loading(writers, source, Counts(source), seen)
            for _, page in pages:
                yield seconds(lambda loading=loading, page=page: loading.take(page))  # type: ignore[misc]
            yield seconds(loading.finish)


def _line(what: str, ours: list[float], base: list[float], goal: float | None) -> Measure:
    return Measure(what, median(ours), "s", goal, median(base), ratio_of_pairs(ours, base))


def _round(spool: Spool, location: str) -> Round:
    if location == EMBEDDED:
        with empty_store(location) as one, empty_store(location) as other:
            base, single = _in_turns(load_bare(one, spool), load(other, spool, 1))
        return Round(base, {1: single}, None)
    with empty_store(location) as store:
        plain = sum(load_bare(store, spool))
        many = (1,) if store.writers == 1 else (1, store.writers)
    ours = {}
    for writers in many:
        gc.collect()
        with empty_store(location) as store:
            ours[writers] = sum(load(store, spool, writers))
    return Round(plain, ours, _cartography(spool, location))


def _in_turns(*sides: Iterator[float]) -> list[float]:
    """The seconds of each side, a step of one after a step of the other: what else a machine does then weighs on both."""
    return [sum(steps) for steps in zip(*zip_longest(*sides, fillvalue=0.0), strict=True)]


def _cartography(spool: Spool, location: str) -> float | None:
    if not cartography_loader.is_installed():
        return None
    gc.collect()
    with empty_store(location):
        return cartography_loader.load(location, spool)


def load_bare(store: Store, spool: Spool) -> Iterator[float]:
    """Load the same rows by the bare loader, of rows with one key the first; the seconds of each step."""
    before = ""
    keys: set[str] = set()
    for source, page in spool:
        if source != before:
            before, keys = source, set()
        said = [one.said for one in page if one.said is not None and one.said.uid not in keys]
        once = list({record.uid: record for record in reversed(said)}.values())
        keys.update(record.uid for record in once)
        writes = bare.writes(source, once)
        yield seconds(lambda writes=writes: bare.load(store, writes))  # type: ignore[misc]


def _everything(place: Place, location: str) -> float:
    with empty_store(location) as store:
        began = time.perf_counter()
        outcome = ingest(store, place)
        wall = time.perf_counter() - began
    return wall - sum(one.seconds.get(READING, 0.0) for one in outcome.counts)


def _warm_up(location: str) -> None:
    """Let the server compile what both sides run, so that the first of them is not the slower for it."""
    with TemporaryDirectory(prefix="kith-bench-") as folder:
        write_place(Path(folder), 3_000)
        spool = Spool(Path(folder), load_place(Path(folder), AS_OF))
        for _ in range(2):
            _round(spool, location)
