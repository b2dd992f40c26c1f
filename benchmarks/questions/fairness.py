"""False alarms and people missed by the rules of wobbling, by age, sex and area, against what is true of a place.

Run: python -m benchmarks.questions.fairness PLACE TRUTH
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from benchmarks.questions.evaluation import FACTS, RAW, taken_in
from benchmarks.questions.people import People
from benchmarks.questions.truth import Row, Truth
from graph.caller import Caller
from graph.store import Store
from queries.months import age_on
from queries.population import band_of
from queries.reader import Reader
from queries.wobbling import Wobbling


def picked(store: Store, truth: Truth) -> set[str]:
    """The true people whom the rules pick out, for a cleared caller."""
    people = People(store, truth)
    rows = Reader(store, Caller("kith eval", "scoring", cleared=True)).ask(Wobbling()).rows
    return {true for row in rows if (true := people.person_of.get(row.person))}


def table(truth: Truth, found: set[str], day: date) -> Iterator[str]:
    """A line a group: its people, who is truly in crisis or wobbling, who was picked out, false alarms and missed."""
    due = {row["person_id"] for row in truth.table("wobbling") if row["status"] != "neither"}
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in truth.table("persons"):
        for by, value in _groups(row, day):
            groups[by, value].append(row["true_person_id"])
    yield "| by | group | people | true | picked out | false alarms | missed |"
    yield "|---|---|---|---|---|---|---|"
    for (by, value), people in sorted(groups.items()):
        own = set(people)
        alarms, missed = len(own & found - due), len(own & due - found)
        yield f"| {by} | {value} | {len(own)} | {len(own & due)} | {len(own & found)} | {alarms} | {missed} |"


def _groups(row: Row, day: date) -> Iterator[tuple[str, str]]:
    yield "all", "everybody"
    yield "age", band_of(age_on(date.fromisoformat(row["dob"]), day)) if row["dob"] else "not recorded"
    yield "sex", row["sex"] or "not recorded"
    yield "area", row["area_code"] or "none"


def main() -> None:
    """Print a table with the truth's facts as input, and one from what is taken in alone."""
    place, truth = Path(sys.argv[1]), Truth(Path(sys.argv[2]))
    for way in (FACTS, RAW):
        with taken_in(place, truth, way) as store:
            found, day = picked(store, truth), Reader(store, Caller("kith eval", "scoring")).as_of()
        print(f"\n{way}\n\n" + "\n".join(table(truth, found, day)))


if __name__ == "__main__":
    main()
