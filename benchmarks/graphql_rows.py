"""What a row of an answer costs in GraphQL, over the same row as plain JSON: no store, no HTTP, processor time alone.

An answer of 500 rows, ready made, is carried out as the field that asks for ten plain values of each row; and as one
of no rows. The difference, and what plain JSON takes for the same values, are each divided by the rows.
"""

import asyncio
import json
import time
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from statistics import median
from typing import Any, cast

from api.async_reader import AsyncReader
from api.graphql.connection import MOST
from api.graphql.context import Context
from api.graphql.schema import schema
from benchmarks.measure import Measure
from benchmarks.population import AS_OF
from queries.acquaintance import Acquaintance
from queries.question import Answer, Evidence, Question, plain

GOAL = 10.0
ROUNDS, WARM_UP = 60, 20
MICROSECONDS = 1_000_000.0
ROW = "practitioner fullName organisation capacity people firstContact lastContact ended status strength"
NAMES = (
    "practitioner",
    "full_name",
    "organisation",
    "capacity",
    "people",
    "first_contact",
    "last_contact",
    "ended",
    "status",
    "strength",
)
QUERY = f'{{ whoKnowsFamily(family: "family", first: {MOST}) {{ edges {{ node {{ {ROW} }} }} }} }}'
NESTED = QUERY.replace(" } } } }", " evidence { record saidOn words } } } } }")


class _Ready:
    """A reader whose answer is there already."""

    def __init__(self, rows: int) -> None:
        self._answer = Answer("who_knows_family", AS_OF, tuple(_row(number) for number in range(rows)))

    async def ask(self, question: Question[Any], as_of: date | None = None) -> Answer[Any]:
        """The answer, whatever is asked."""
        return self._answer


def _row(number: int) -> Acquaintance:
    said = Evidence(f"records/care.csv#{number}", AS_OF, "seen at home, settled")
    names = (f"Ann Bell{number}", f"Carl Bell{number}")
    told = Acquaintance(f"practitioner-{number:016x}", f"Una Marsh{number}", "Council", None, False, "social worker", names)
    dates = {"first_contact": date(2025, 1, 1), "last_contact": AS_OF, "evidence": (said,)}
    return Acquaintance(**{one.name: getattr(told, one.name) for one in fields(told)} | dates)


def measure(people: int, location: str) -> list[Measure]:
    """Microseconds a row, over plain JSON; neither the place nor the store matters."""
    whole, none = _Ready(MOST), _Ready(0)
    rows = asyncio.run(whole.ask(cast(Question[Any], None))).rows

    def flat() -> str:
        return json.dumps([{name: plain(getattr(row, name)) for name in NAMES} for row in rows])

    def nested() -> str:
        return json.dumps([{name: plain(getattr(row, name)) for name in NAMES} | _evidence(row) for row in rows])

    return [
        _line("ten plain values", GOAL, QUERY, flat, whole, none),
        _line("ten plain values and evidence", None, NESTED, nested, whole, none),
    ]


def _line(what: str, goal: float | None, query: str, baseline: Callable[[], str], whole: _Ready, none: _Ready) -> Measure:
    """Of the three in turn: a whole answer, one of no rows, and the rows as plain JSON."""
    sides = [lambda: asyncio.run(_told(query, whole)), lambda: asyncio.run(_told(query, none)), baseline]
    taken: list[list[float]] = [[] for _ in sides]
    for _ in range(ROUNDS + WARM_UP):
        for side, times in zip(sides, taken, strict=True):
            times.append(_processor_time(side))
    of_all, of_none, of_json = (median(times[WARM_UP:]) * MICROSECONDS / MOST for times in taken)
    return Measure(f"GraphQL over plain JSON ({of_json:.1f} µs), a row of {what}", of_all - of_none - of_json, "µs", goal)


def _evidence(row: Acquaintance) -> dict[str, object]:
    return {"evidence": [{"record": one.record, "said_on": plain(one.said_on), "words": one.words} for one in row.evidence]}


async def _told(query: str, reader: _Ready) -> str:
    found = await schema().execute(query, context_value=Context(cast(AsyncReader, reader)))
    assert not found.errors, found.errors
    return json.dumps(found.data, ensure_ascii=False, separators=(",", ":"), default=str)


def _processor_time(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began
