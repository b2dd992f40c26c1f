"""Taking a place in, against a bare loader on the same engine in the same run.

Reading and mapping are left out on both sides. Ours is what a real run counts as writing: it looks
known records up, hashes, and keeps a row in quarantine, where the bare loader (benchmarks/bare.py)
only sends. The second line adds everything else that a run does: opening and closing each source,
looking for withdrawals, settling, linkage and families, for which the baseline has nothing.
"""

import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks import bare
from benchmarks.ground import empty_store
from benchmarks.measure import Measure, ratio_of_pairs, seconds
from benchmarks.population import AS_OF
from benchmarks.synthetic import write_place
from graph.store import Write
from ingest.load import ingest
from ingest.place import Place, load_place

GOAL = 1.5
ROUNDS = 5
READING = "reading and mapping"


@dataclass(frozen=True)
class Pair:
    """One run of ours and one of the bare loader, in seconds."""

    writing: float
    everything: float
    """All but reading and mapping."""
    bare: float


def measure(people: int, location: str, rounds: int = ROUNDS) -> list[Measure]:
    """Writing alone, and with linkage and families, as ratios to the bare loader."""
    with TemporaryDirectory(prefix="kith-bench-") as folder:
        write_place(Path(folder), people)
        place = load_place(Path(folder), AS_OF)
        writes = bare.batches(place)
        pairs = [_pair(place, writes, location) for _ in range(rounds)]
    return [
        _line("writing records", people, [pair.writing for pair in pairs], pairs, GOAL),
        _line("writing, linkage and families", people, [pair.everything for pair in pairs], pairs, None),
    ]


def _line(what: str, people: int, ours: list[float], pairs: list[Pair], goal: float | None) -> Measure:
    base = [pair.bare for pair in pairs]
    named = f"{what}, {people:,} people"
    return Measure(named, median(ours), "s", goal, median(base), ratio_of_pairs(ours, base))


def _pair(place: Place, writes: list[list[Write]], location: str) -> Pair:
    with empty_store(location) as store:
        began = time.perf_counter()
        outcome = ingest(store, place)
        wall = time.perf_counter() - began
    with empty_store(location) as store:
        plain = seconds(lambda: bare.load(store, writes))
    spent = {name: sum(one.seconds.get(name, 0.0) for one in outcome.counts) for name in (READING, "writing")}
    return Pair(spent["writing"], wall - spent[READING], plain)
