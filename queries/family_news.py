"""What is known of this family just now, piece by piece?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from queries import discretion
from queries.question import Asked, Evidence, Question, Row, named
from queries.timeline import Timeline, Told, event, events_of

MEMBERS = (
    "MATCH (f:Family {uid: $family})<-[:MEMBER_OF]-(p:Person)<-[:SAME_AS]-(m:Mention)<-[:SAYS]-(r:Record) "
    "RETURN p.uid AS person, p.full_name AS person_name, f.restricted AS restricted, m.uid AS mention, "
    "r.file_key AS record, r.recorded_on AS recorded_on, r.restricted AS record_restricted, "
    "[(r)-[:FROM]->(source:Source) | source.agency] AS agencies ORDER BY mention, record"
)
AGREED = (
    "UNWIND $mentions AS mention MATCH (a:Action {mention: mention}) "
    "RETURN a.uid AS uid, a.kind AS kind, a.words AS words, a.decided_on AS decided_on, a.decided_by AS decided_by, "
    "a.done_on AS done_on, a.done_by AS done_by, a.came_of AS came_of ORDER BY uid"
)
MEMBER = "member"
Mark = tuple[Any, ...]
"""What a piece is known by, as the graph has it: its kind and record first. It tells more than may be shown, and is never shown."""


@dataclass(frozen=True)
class Piece:
    """One thing known of a family: an event, somebody who belongs to it, something agreed or done."""

    kind: str
    """contact, ending, referral, assessment, strain, member, action, decision or done."""
    happened_on: date | None
    what: str
    who: str | None
    people: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    marks: frozenset[Mark]
    withheld: bool
    """Whether the caller may not be told of it: it is about somebody restricted, or of a restricted record."""


@dataclass(frozen=True)
class FamilyNews(Question[Piece]):
    """All that is known of a family, with marks by which what is new can be told from what was there before."""

    answer: ClassVar[type] = Piece
    family: str = named("Family", "the family")

    @classmethod
    def text(cls) -> str:
        """Who belongs to it; events and actions are further readings. It is not asked by its name, so it has no file."""
        return MEMBERS

    def shape(self, rows: Sequence[Row], asked: Asked) -> tuple[Piece, ...]:
        """Who belongs to it, what happened, and what was agreed."""
        told = asked.place.rows(Timeline.text(), family=self.family)
        agreed = asked.place.rows(AGREED, mentions=sorted({row["mention"] for row in rows}))
        closed = any(discretion.hidden({"restricted": row["restricted"]}, asked) for row in rows)
        return (*_members(rows, asked), *_events(told, asked), *_agreed(agreed, closed))


def _members(rows: Iterable[Row], asked: Asked) -> Iterator[Piece]:
    people: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        people[row["person"]].append(row)
    for many in people.values():
        shown = [row for row in many if not discretion.hidden(row, asked)]
        yield Piece(
            kind=MEMBER,
            happened_on=None,
            what="belongs to this family",
            who=None,
            people=tuple(sorted({row["person_name"] for row in many if row["person_name"]})),
            evidence=tuple(dict.fromkeys(discretion.evidence(row, asked, None) for row in shown)),
            marks=frozenset((MEMBER, row["mention"]) for row in many),
            withheld=not shown,
        )


def _events(rows: Iterable[Row], asked: Asked) -> Iterator[Piece]:
    """Events as the timeline tells them; those of restricted people and records apart from the others."""
    told: dict[tuple[bool, Told], list[Row]] = defaultdict(list)
    for row in rows:
        for one in events_of(row, asked):
            if one[0] is None or one[0] <= asked.as_of:
                told[discretion.hidden(row, asked), one].append(row)
    for (withheld, one), many in told.items():
        found = event(one, many, asked)
        marks = frozenset(_mark(row, one[0]) for row in many)
        yield Piece(found.kind, found.happened_on, found.what, found.who, found.people, found.evidence, marks, withheld)


def _mark(row: Row, day: date | None) -> Mark:
    """Of what stands in the graph, not of what is shown: else a mark would be another when somebody is restricted."""
    bodies = (*sorted(row["senders"]), "to", *sorted(row["receivers"]))
    return (row["sort"], row["record"], day, row["who"], row["what"], row["meant"], row["value"], bodies)


def _agreed(rows: Iterable[Row], withheld: bool) -> Iterator[Piece]:
    for row in rows:
        mark = frozenset({(row["kind"], row["uid"])})
        yield Piece(row["kind"], row["decided_on"], row["words"], row["decided_by"], (), (), mark, withheld)
        if row["done_on"]:
            mark = frozenset({("done", row["uid"])})
            yield Piece("done", row["done_on"], f"{row['words']}: {row['came_of']}", row["done_by"], (), (), mark, withheld)
