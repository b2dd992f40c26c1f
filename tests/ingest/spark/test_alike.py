"""A run on Spark leaves the graph of a run on one machine, and tells the same of it."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from benchmarks.synthetic import write_place
from graph import export
from graph.errors import KithError
from graph.store import Store
from ingest.counts import Counts
from ingest.fact_judgements import Correction, correct
from ingest.load import Carrier, Outcome, here, ingest
from ingest.place import Place, load_place
from ingest.progress import Unwatched
from ingest.spark import dealing, run
from ingest.spark.run import SparkRun
from tests.harrowdale.truth import PLACE
from tests.ingest import test_retention
from tests.ingest.village import ROLL_ROWS, write

if TYPE_CHECKING:
    from pyspark import SparkContext

pytestmark = [pytest.mark.neo4j, pytest.mark.spark]


@pytest.fixture
def places(tmp_path: Path) -> dict[str, Place]:
    """The sample place with its notes, and a synthetic one of 2,000 people."""
    write_place(tmp_path, 2_000)
    return {"harrowdale": load_place(PLACE, date(2026, 10, 31)), "synthetic": load_place(tmp_path, date(2026, 10, 31))}


@pytest.mark.parametrize("name", ["harrowdale", pytest.param("synthetic", marks=pytest.mark.soak)])
def test_a_whole_place_is_the_same_graph_and_the_same_counts(
    context: SparkContext, server: Store, places: dict[str, Place], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dealing, "LEAST", 1_000)
    alone = _run(server, places[name], here)
    there = _run(server, places[name], partial(SparkRun, context))
    assert there == alone
    assert alone[1]["accepted"] + alone[1]["quarantined"] + alone[1]["duplicates"] == alone[1]["read"] > 0


def test_a_second_run_finds_everything_as_it_is(context: SparkContext, server: Store, tmp_path: Path) -> None:
    place, on_spark = write(tmp_path), partial(SparkRun, context)
    ingest(server, place, carrier=on_spark)
    before = _digest(server)
    outcome = ingest(server, place, carrier=on_spark)
    assert (_sum(outcome, "unchanged"), _sum(outcome, "new"), _sum(outcome, "changed")) == (8, 0, 0)
    assert _digest(server) == before


def test_whoever_watches_is_told_of_every_row(context: SparkContext, server: Store, tmp_path: Path) -> None:
    told = Watcher()
    ingest(server, write(tmp_path), progress=told, carrier=partial(SparkRun, context))
    assert told.rows == {"roll": 5, "visits": 3, "who is who": 0}


class Watcher(Unwatched):
    """Counts the rows that it is told of."""

    def __init__(self) -> None:
        self.rows: dict[str, int] = {}

    def began(self, what: str, rows: int | None) -> None:
        self.what, self.rows[what] = what, 0

    def advanced(self, rows: int) -> None:
        self.rows[self.what] += rows


REPEATED = [*ROLL_ROWS, ROLL_ROWS[1], ROLL_ROWS[2].replace("Dan", "Don"), ROLL_ROWS[2].replace("Dan", "Den"), ROLL_ROWS[1]]
CHANGED = [*ROLL_ROWS[:2], ROLL_ROWS[2].replace("C Dodd", "P Voss"), *ROLL_ROWS[3:5]]
SPOILT = [*ROLL_ROWS[:2], ROLL_ROWS[2] + ",one too many", *ROLL_ROWS[3:]]
SPELLINGS = ("José Hale", "Jose Hale", "JOSE HALE")
SPELT = [*ROLL_ROWS[:3], *(ROLL_ROWS[at].replace("G Hale", name) for at, name in enumerate(SPELLINGS, 3))]
STORIES = {
    "keys that come again, near and far": [REPEATED],
    "a row changes and one goes": [ROLL_ROWS, CHANGED],
    "a row goes bad and is cured": [ROLL_ROWS, SPOILT, ROLL_ROWS],
    "a repeat goes and its quarantine with it": [REPEATED, ROLL_ROWS],
    "a worker by three spellings": [SPELT],
}


@pytest.mark.parametrize(
    "story", [pytest.param(one, marks=[pytest.mark.soak] if at % 2 else []) for at, one in enumerate(STORIES)]
)
def test_what_happens_to_a_file_over_time_ends_alike(
    context: SparkContext, server: Store, tmp_path: Path, story: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "how_many", lambda files, notes, cores: 3)
    ends = []
    for carrier in (here, partial(SparkRun, context)):
        _empty(server)
        told = [_told(ingest(server, write(tmp_path, rows), carrier=carrier).counts) for rows in STORIES[story]]
        ends.append((_digest(server), told))
    assert ends[1] == ends[0]


def test_notes_whose_words_are_due_and_facts_that_a_person_judged_end_alike(
    context: SparkContext, server: Store, tmp_path: Path
) -> None:
    place, ends = test_retention.notes(tmp_path), []
    for carrier in (here, partial(SparkRun, context)):
        _empty(server)
        ingest(server, place, carrier=carrier, today=test_retention.EARLY)
        fact = server.read("MATCH (s:Signal) WHERE s.polarity = 'present' RETURN s.uid AS uid ORDER BY uid LIMIT 1")[0]["uid"]
        correct(server, fact, Correction("rejected"), "ann", "not hers", test_retention.EARLY)
        judged = _told(ingest(server, place, carrier=carrier, today=test_retention.EARLY).counts)
        polarity = server.read("MATCH (s:Signal {uid: $uid}) RETURN s.polarity AS polarity", uid=fact)
        worded = _digest(server)
        due = _told(ingest(server, place, carrier=carrier, today=date(2027, 6, 1)).counts)
        ends.append((judged, polarity, worded, due, _digest(server)))
    assert ends[1] == ends[0]
    assert ends[0][1] == [{"polarity": "rejected"}]
    assert ends[0][2] != ends[0][4], "no words went"


def test_a_file_cut_short_stops_before_anything_is_written(context: SparkContext, server: Store, tmp_path: Path) -> None:
    on_spark = partial(SparkRun, context)
    ingest(server, write(tmp_path), carrier=on_spark)
    before = _digest(server)
    outcome = ingest(server, write(tmp_path, ROLL_ROWS[:4]), carrier=on_spark)
    assert re.search("would withdraw 2 of the 5 records of roll.*--accept-withdrawals", str(outcome.failures[0]))
    assert _digest(server) == before
    assert _sum(ingest(server, write(tmp_path, ROLL_ROWS[:4]), carrier=on_spark, accept_withdrawals=True), "withdrawn") == 2


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([""], "roll.csv is empty"),
        (["No,Name", "1,Ann Lee"], "roll.csv has no column 'Address', which the mapping of roll names"),
    ],
)
def test_a_file_that_cannot_be_taken_in_is_told_as_it_is_on_one_machine(
    context: SparkContext, server: Store, tmp_path: Path, rows: list[str], message: str
) -> None:
    with pytest.raises(KithError, match=message):
        ingest(server, write(tmp_path, rows), only="roll", carrier=partial(SparkRun, context))
    assert server.read("MATCH (n) WHERE NOT n:Run RETURN count(n) AS many") == [{"many": 0}]
    assert server.read("MATCH (r:Run) RETURN r.state AS state") == [{"state": "failed"}]


def _run(store: Store, place: Place, carrier: Carrier) -> tuple[str, Counter[str], object]:
    """The digest, the sums and every verdict of a run into an emptied store."""
    _empty(store)
    counts = ingest(store, place, carrier=carrier).counts
    sums = Counter({name: sum(getattr(c, name) for c in counts) for name in ("read", "accepted", "quarantined", "duplicates")})
    return _digest(store), sums, _told(counts)


def _told(counts: list[Counts]) -> list[dict[str, object]]:
    return [{name: value for name, value in one.as_json().items() if name != "seconds"} for one in counts]


def _sum(outcome: Outcome, name: str) -> int:
    return sum(getattr(counts, name) for counts in outcome.counts)


def _digest(store: Store) -> str:
    return export.digest(store.export())


def _empty(store: Store) -> None:
    store.write(("UNWIND $rows AS row MATCH (n) DETACH DELETE n", [{}]))
