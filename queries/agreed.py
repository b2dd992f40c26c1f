"""What huddles agreed about families, as far as it is still of use."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from queries.question import Asked, Row

ACTIONS = (
    "MATCH (a:Action) WHERE a.decided_on <= $day "
    "RETURN a.uid AS uid, a.kind AS kind, a.words AS words, a.mention AS mention, a.owner AS owner, a.due_on AS due_on, "
    "a.decided_on AS decided_on, a.decided_by AS decided_by, a.done_on AS done_on, a.came_of AS came_of ORDER BY uid"
)
FAMILY_OF = (
    "UNWIND $uids AS uid MATCH (m:Mention {uid: uid})-[:SAME_AS]->(p:Person)-[:MEMBER_OF]->(f:Family) "
    "RETURN uid AS mention, p.uid AS person, f.uid AS family, f.restricted AS restricted ORDER BY mention"
)


@dataclass(frozen=True)
class Agreed:
    """An action or a decision of a huddle, and what came of it."""

    action: str
    """Its uid, by which it is said to be done."""
    kind: str
    """action or decision."""
    words: str
    owner: str | None
    due_on: date | None
    overdue: bool
    decided_on: date
    decided_by: str | None
    done_on: date | None
    came_of: str | None


@dataclass(frozen=True)
class About:
    """What was agreed about one family, and through whom of it."""

    person: str
    restricted: bool
    agreed: tuple[Agreed, ...]


def agreed_about(asked: Asked, since: date | None) -> dict[str, About]:
    """By family, what is not done yet, or was decided or done since a day; of restricted families for a cleared caller alone."""
    rows = [row for row in asked.place.rows(ACTIONS, day=asked.as_of) if _of_use(row, asked.as_of, since)]
    where = {row["mention"]: row for row in _families({row["mention"] for row in rows}, asked)}
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if (place := where.get(row["mention"])) and (asked.cleared or not place["restricted"]):
            found[place["family"]].append(row)
    return {
        family: About(
            person=where[many[0]["mention"]]["person"],
            restricted=bool(where[many[0]["mention"]]["restricted"]),
            agreed=tuple(sorted((_agreed(row, asked.as_of) for row in many), key=_order)),
        )
        for family, many in found.items()
    }


def last_huddle(about: Iterable[About], before: date) -> date | None:
    """The last day before another on which anything was agreed."""
    return max((one.decided_on for many in about for one in many.agreed if one.decided_on < before), default=None)


def _families(mentions: Collection[str], asked: Asked) -> list[Row]:
    return asked.place.rows(FAMILY_OF, uids=sorted(mentions)) if mentions else []


def _of_use(row: Row, day: date, since: date | None) -> bool:
    undone = row["done_on"] is None or row["done_on"] > day
    return (
        (undone and row["kind"] == "action")
        or since is None
        or max(row["decided_on"], row["done_on"] or row["decided_on"]) >= since
    )


def _agreed(row: Row, day: date) -> Agreed:
    done = row["done_on"] if row["done_on"] and row["done_on"] <= day else None
    return Agreed(
        action=row["uid"],
        kind=row["kind"],
        words=row["words"],
        owner=row["owner"],
        due_on=row["due_on"],
        overdue=row["kind"] == "action" and done is None and row["due_on"] is not None and row["due_on"] < day,
        decided_on=row["decided_on"],
        decided_by=row["decided_by"],
        done_on=done,
        came_of=row["came_of"] if done else None,
    )


def _order(one: Agreed) -> tuple[bool, date, date, str]:
    return (one.done_on is not None, one.due_on or date.max, one.decided_on, one.action)
