"""Who knows somebody: rows of single records folded into one acquaintance a practitioner."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import prod

from queries.bodies import UNKNOWN, Body, body_of, names
from queries.one_worker import Namesakes
from queries.question import Asked, Evidence, Row, locating

INFORMAL = Body("no service: a neighbour, carer or volunteer", wide=False)
"""Who they are is nearly where they live."""


@dataclass(frozen=True)
class Acquaintance:
    """Somebody who knows a person or a family: in what capacity, since and until when, and who says so."""

    practitioner: str | None
    """Uid of who it is; none where that would tell where a restricted person is."""
    full_name: str
    """Who it is, or of a restricted person only what kind of body they are at: `Somebody at a school`."""
    organisation: str | None = locating()
    ask: str | None = None
    """Where it is withheld who it is: the agency that knows, if to name it tells no place."""
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
    sure: float = 1.0
    """How sure it is that they know them: 1 where a record's own column says so, less where it is read out of words, and
    the more the more records say it."""
    perhaps_also: tuple[str, ...] = ()
    """Uids in this answer that may be the same worker under another name."""
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
        if known_by(row, asked.as_of):
            by_pair[row["practitioner"], row["person"]].append(row)
    by_practitioner: dict[str, list[_Tie]] = defaultdict(list)
    for (practitioner, _), said in by_pair.items():
        by_practitioner[practitioner].append(_tie(said, asked))
    found = [_acquaintance(uid, ties, asked) for uid, ties in by_practitioner.items()]
    return tuple(sorted(_with_namesakes(found), key=_order))


def _with_namesakes(found: Sequence[Acquaintance]) -> list[Acquaintance]:
    """Acquaintances, each with the others that may be the same worker; whoever is withheld has none."""
    shown = [one for one in found if one.practitioner is not None]
    names = Namesakes(
        {"uid": one.practitioner, "full_name": one.full_name, "organisation": one.organisation, "informal": one.informal}
        for one in shown
    )
    others = {one.practitioner: tuple(sorted(names.of(one.practitioner or "") - {one.practitioner})) for one in shown}
    by_uid = {one.practitioner: one for one in shown}
    return [_ended_elsewhere(one, [by_uid[uid] for uid in others.get(one.practitioner, ())]) for one in found]


def _ended_elsewhere(one: Acquaintance, others: Sequence[Acquaintance]) -> Acquaintance:
    """An acquaintance beside its namesakes: what a record under another name says has ended, has, unless they met after."""
    if not others:
        return one
    told = replace(one, perhaps_also=tuple(other.practitioner for other in others if other.practitioner))
    ends = [other.ended for other in others if other.ended and other.status == "ended" and set(one.people) <= set(other.people)]
    if one.status == "current" and ends and one.last_contact is not None and one.last_contact <= max(ends):
        return replace(told, status="ended", ended=max(ends))
    return told


def known_by(row: Row, day: date) -> bool:
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
    found = Acquaintance(
        practitioner=uid,
        full_name=rows[0]["full_name"],
        organisation=rows[0]["organisation"],
        informal=bool(rows[0]["informal"]),
        capacity="; ".join(sorted({told for row in rows if (told := _capacity(row, asked))})),
        people=tuple(sorted({row["person_name"] for row in rows if row["person_name"]})),
        first_contact=min((tie.first for tie in ties if tie.first), default=None),
        last_contact=max((tie.last for tie in ties if tie.last), default=None),
        ended=None if current else max((tie.ended for tie in ties if tie.ended), default=None),
        status="current" if current else "ended",
        strength="relationship" if any(tie.relationship for tie in counted) else "incidental",
        sure=_sure(rows),
        evidence=tuple(sorted((_evidence(row, asked) for row in rows), key=lambda e: (e.record, e.person or "", e.words or ""))),
    )
    return found if asked.cleared or not any(row["restricted"] for row in rows) else _discreet(found, rows)


def _sure(rows: list[Row]) -> float:
    """How sure several records are together: each may be wrong by itself."""
    told: dict[str, float] = {}
    for row in rows:
        told[row["record"]] = max(told.get(row["record"], 0.0), 1.0 if row["sure"] is None else row["sure"])
    return round(1 - prod(1 - sure for sure in told.values()), 4)


def _discreet(found: Acquaintance, rows: list[Row]) -> Acquaintance:
    """An acquaintance of a restricted person, without who it is where that would lead to where they learn, live or are seen.

    A name leads there as surely as an employer does: whoever has it looks it up.
    """
    body = INFORMAL if found.informal else _employer(rows)
    if body.wide:
        return found
    place = found.organisation
    agencies = sorted({agency for row in rows for agency in row["agencies"] if agency and body_of(agency).wide})
    evidence = (replace(one, capacity=_unnamed(one.capacity, place)) for one in found.evidence)
    return replace(
        found,
        practitioner=None,
        full_name=f"Somebody at {body.kind}",
        organisation=None,
        ask=next(iter(agencies), None),
        capacity="; ".join(part for part in found.capacity.split("; ") if _unnamed(part, place)),
        evidence=tuple(evidence),
    )


def _employer(rows: list[Row]) -> Body:
    """What kind of body somebody works for, by what directories and its name say, else by what the mapping does."""
    kinds = sorted({kind for row in rows for kind in row["employers"] if kind})
    body = body_of(rows[0]["organisation"], *kinds)
    return body_of("school") if any(row["school"] for row in rows) and (body.wide or body is UNKNOWN) else body


def _unnamed(capacity: str | None, place: str | None) -> str | None:
    return None if names(capacity, place) else capacity


def _capacity(row: Row, asked: Asked) -> str | None:
    return None if row["guarded"] == "capacity" and not asked.cleared else row["capacity"]


def _evidence(row: Row, asked: Asked) -> Evidence:
    hidden = row["restricted"] and not asked.cleared
    # The words may be about somebody else who is restricted, and this person next door to them.
    wordless = hidden or (row["guarded"] is not None and not asked.cleared)
    return Evidence(
        record=_kind_of_record(row) if hidden else row["record"],
        said_on=row["last"] or row["recorded_on"],
        words=None if wordless else row["words"],
        person=row["person"],
        capacity=_capacity(row, asked),
        span_from=None if wordless else row["span_from"],
        span_to=None if wordless else row["span_to"],
        sure=1.0 if row["sure"] is None else row["sure"],
    )


def _kind_of_record(row: Row) -> str:
    """Whose record it is, in so far as that tells no place: a school's roll has the school's name."""
    agency = body_of(next(iter(row["agencies"]), None))
    return f"a record of {agency.kind}" if agency.wide else "a record"


def _order(found: Acquaintance) -> tuple[bool, bool, int, str, str]:
    day = found.last_contact.toordinal() if found.last_contact else 0
    return (found.status != "current", found.strength != "relationship", -day, found.full_name, found.practitioner or "")


def withheld(rows: Sequence[Row], asked: Asked) -> tuple[str, ...]:
    """What restriction kept out of an answer."""
    if asked.cleared:
        return ()
    if any(row["restricted"] for row in rows):
        return (OF_THESE,)
    return (OF_OTHERS,) if any(row["guarded"] for row in rows) else ()


OF_THESE = (
    "Restricted: records, words, and anything that tells where these people live, learn or are seen are withheld; "
    "of whoever is at such a place only that there is somebody. Ask the agency named, or whoever is cleared"
)
OF_OTHERS = "Words that tell of somebody else who is restricted are withheld"
