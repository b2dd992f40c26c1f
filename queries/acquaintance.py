"""Who knows somebody: rows of single records folded into one acquaintance a practitioner."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from queries.question import Asked, Evidence, Row, locating


@dataclass(frozen=True)
class Acquaintance:
    """Somebody who knows a person or a family: in what capacity, since and until when, and who says so."""

    practitioner: str
    full_name: str
    organisation: str | None = locating()
    informal: bool = False
    """A volunteer, a neighbour or a carer rather than a service."""
    capacity: str = ""
    people: tuple[str, ...] = ()
    """Whom they know, by shown name."""
    first_contact: date | None = None
    last_contact: date | None = None
    ended: date | None = None
    status: str = "current"
    """current: contact within the months that count, and no end since; else ended."""
    strength: str = "relationship"
    """relationship, or incidental: a one-off incident, form or visit."""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class _Tie:
    """One practitioner's acquaintance with one person."""

    rows: tuple[Row, ...]
    first: date | None
    last: date | None
    ended: date | None
    current: bool
    relationship: bool


def acquaintances(rows: Sequence[Row], asked: Asked) -> tuple[Acquaintance, ...]:
    """One row a practitioner, current and strong and lately seen first."""
    by_pair: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if _known_by(row, asked.as_of):
            by_pair[row["practitioner"], row["person"]].append(row)
    by_practitioner: dict[str, list[_Tie]] = defaultdict(list)
    for (practitioner, _), said in by_pair.items():
        by_practitioner[practitioner].append(_tie(said, asked))
    found = [_acquaintance(uid, ties, asked) for uid, ties in by_practitioner.items()]
    return tuple(sorted(found, key=_order))


def _known_by(row: Row, day: date) -> bool:
    """Whether the record could be known on a day."""
    began = row["first"] or row["last"] or row["recorded_on"]
    return began is None or began <= day


def _tie(rows: list[Row], asked: Asked) -> _Tie:
    contacts = [row["last"] or row["first"] for row in rows if row["last"] or row["first"]]
    last = max((day for day in contacts if day <= asked.as_of), default=None)
    ends = [row["ended"] for row in rows if row["ended"] and row["ended"] <= asked.as_of]
    ended = max(ends, default=None)
    if ended and last and last > ended:
        ended = None
    # A roll or register that names somebody says so as of the day it was drawn.
    named = max((row["recorded_on"] for row in rows if row["recorded_on"] and not row["last"]), default=None)
    seen = max((day for day in (last, named) if day), default=None)
    current = ended is None and seen is not None and seen >= asked.current_since
    firsts = [row["first"] for row in rows if row["first"]]
    strong = any(row["strength"] != "incidental" for row in rows)
    return _Tie(tuple(rows), min(firsts, default=None), last, ended, current, strong)


def _acquaintance(uid: str, ties: list[_Tie], asked: Asked) -> Acquaintance:
    current = [tie for tie in ties if tie.current]
    counted = current or ties
    rows = [row for tie in ties for row in tie.rows]
    hidden = any(row["restricted"] for row in rows) and not asked.cleared
    school = any(row["school"] for row in rows)
    head = rows[0]
    return Acquaintance(
        practitioner=uid,
        full_name=head["full_name"],
        organisation=None if hidden and school else head["organisation"],
        informal=bool(head["informal"]),
        capacity="; ".join(sorted({row["capacity"] for row in rows if row["capacity"]})),
        people=tuple(sorted({row["person_name"] for row in rows if row["person_name"]})),
        first_contact=min((tie.first for tie in ties if tie.first), default=None),
        last_contact=max((tie.last for tie in ties if tie.last), default=None),
        ended=None if current else max((tie.ended for tie in ties if tie.ended), default=None),
        status="current" if current else "ended",
        strength="relationship" if any(tie.relationship for tie in counted) else "incidental",
        evidence=tuple(sorted((_evidence(row, asked) for row in rows), key=lambda e: (e.record, e.person or "", e.words or ""))),
    )


def _evidence(row: Row, asked: Asked) -> Evidence:
    hidden = row["restricted"] and not asked.cleared
    return Evidence(
        record=row["record"].split("#")[0] if hidden else row["record"],
        said_on=row["last"] or row["recorded_on"],
        words=None if hidden else row["words"],
        person=row["person"],
        capacity=row["capacity"],
        span_from=None if hidden else row["span_from"],
        span_to=None if hidden else row["span_to"],
        sure=1.0 if row["sure"] is None else row["sure"],
    )


def _order(found: Acquaintance) -> tuple[bool, bool, int, str, str]:
    day = found.last_contact.toordinal() if found.last_contact else 0
    return (found.status != "current", found.strength != "relationship", -day, found.full_name, found.practitioner)


def withheld(rows: Sequence[Row], asked: Asked) -> tuple[str, ...]:
    """What restriction kept out of an answer."""
    if asked.cleared or not any(row["restricted"] for row in rows):
        return ()
    return ("Restricted: record numbers, words, and anything that tells where these people live or learn are withheld",)
