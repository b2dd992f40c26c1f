"""Taking a place in on Spark with two workers, against one process of the same machine in the same run.

Both write to the same Neo4j, emptied in between. Starting Spark is told apart: a run pays it once.
"""

import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.ground import EMBEDDED, empty_store
from benchmarks.measure import Measure, ratio_of_pairs, seconds
from benchmarks.population import AS_OF
from benchmarks.reading import copied
from benchmarks.synthetic import write_place
from ingest.load import Carrier, here, ingest
from ingest.place import Place, load_place

MASTER = "local[2]"
ROUNDS = 3
COPIES = 4
"""How often the sample place's notes are taken in, each time under other names."""


def measure(people: int, location: str, rounds: int = ROUNDS) -> list[Measure]:
    """A synthetic place of records, and the sample place with many notes; nothing where workers cannot write for themselves."""
    if location == EMBEDDED:
        return []
    from ingest.spark.carrying import carried_by

    with TemporaryDirectory(prefix="kith-bench-") as folder:
        write_place(Path(folder, "records"), people)
        records = load_place(Path(folder, "records"), AS_OF)
        notes = copied(Path(folder, "notes"), COPIES)
        many = len(notes.supplies[-1].files)
        began = time.perf_counter()
        with empty_store(location) as store, carried_by(MASTER, store) as on_spark:
            start = Measure(f"starting Spark, {MASTER}", time.perf_counter() - began, "s", None)
            return [
                start,
                _line(f"records of {people:,} people on Spark", records, on_spark, location, rounds),
                _line(f"Harrowdale with {many} notes on Spark", notes, on_spark, location, rounds),
            ]


def _line(what: str, place: Place, on_spark: Carrier, location: str, rounds: int) -> Measure:
    pairs = [(_seconds(place, on_spark, location), _seconds(place, here, location)) for _ in range(rounds)]
    ours, base = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    return Measure(what, median(ours), "s", None, median(base), ratio_of_pairs(ours, base))


def _seconds(place: Place, carrier: Carrier, location: str) -> float:
    with empty_store(location) as store:
        return seconds(lambda: ingest(store, place, carrier=carrier))
