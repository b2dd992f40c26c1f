"""When and about what a worker met the subject of a row: the dates and the words of a contact or a case."""

import re
from collections.abc import Sequence

from ingest.suggesting.draft import Said
from ingest.suggesting.meaning import Meaning
from ingest.suggesting.values import because, first_of, said, value

ENDED = r"\b(closed|discharged|completed|ended|transferred)\b"
BYSTANDERS = ("witness", "present", "informant", "reporting person", "bystander", "caller")
MOST_WORDS = 2


def of(meanings: Sequence[Meaning], *fields: str) -> list[Meaning]:
    """The columns of these fields, in the order of the fields."""
    return [meaning for name in fields for meaning in meanings if meaning.field == name]


def recorded_on(meanings: Sequence[Meaning]) -> Said | None:
    """The day a row speaks of: the last contact, else the event, else when the case came in."""
    last, came_in = of(meanings, "last_contact")[:1], _first_each(meanings, "ref_date", "date_opened")
    days = [*last, *_event(meanings), *came_in][:2] or of(meanings, "checked_date")[:1]
    if not days:
        return None
    return Said(first_of([value([day.name], "date") for day in days]), because(days))


def contact_dates(meanings: Sequence[Meaning], of_tenancy: bool) -> dict[str, Said]:
    """First, last and end of a contact, as SUPPORTS has them."""
    event = _event(meanings)
    started = [] if of_tenancy else of(meanings, "started")[:1]
    came_in = _first_each(meanings, "ref_date", "date_opened")[:1]
    first = of(meanings, "first_contact")[:1] or [*started, *came_in][:2] or event
    last = (of(meanings, "last_contact") or event or of(meanings, "notice_date") or came_in)[:1]
    told: dict[str, Said] = {}
    if first:
        told["first"] = Said(first_of([value([day.name], "date") for day in first]), because(first))
    if last:
        told["last"] = said(last, "date")
    if ended := _ended(meanings, last):
        told["ended"] = ended
    return told


def _event(meanings: Sequence[Meaning]) -> list[Meaning]:
    """The day of an event; one under an unexplained header (`Date of stroke`) only where no other day is told."""
    sure = [one for one in of(meanings, "event_date") if not one.doubtful]
    others = of(meanings, "last_contact", "ref_date", "date_opened", "first_contact", "started")
    return sure[:1] or ([] if others else of(meanings, "event_date")[:1])


def _ended(meanings: Sequence[Meaning], last: list[Meaning]) -> Said | None:
    """A date of closing; else the last contact of a case whose status, outcome or notes say that it is closed."""
    if closed := of(meanings, "closed_date")[:1]:
        status = [one for one in of(meanings, "case_status") if matches(one, ENDED)]
        when = {"when": {"column": status[0].name, "matches": ENDED}} if status else {}
        return said(closed, "date", **when)
    telling = [one for one in of(meanings, "case_status", "outcome", "plan", "notes") if matches(one, ENDED)]
    if not telling or not last:
        return None
    tests = [{"column": one.name, "matches": ENDED} for one in telling]
    why = f"{', '.join(one.name for one in telling)}: some rows say closed, discharged, completed, ended or transferred"
    return Said(value([last[0].name], "date", when=tests[0] if len(tests) == 1 else {"any": tests}), why)


def words(meanings: Sequence[Meaning]) -> Said | None:
    """What a contact was about: plan, reason or sort of event, then outcome, then notes."""
    has_event = bool(of(meanings, "event_date", "record_key"))
    told = [one for one in meanings if one.field in ("plan", "reason") or (one.field == "incident_class" and has_event)]
    told = [*told[:MOST_WORDS], *of(meanings, "outcome")][:MOST_WORDS]
    told = [*told, *of(meanings, "notes")][:MOST_WORDS]
    return said(told, "text") if told else None


def not_bystanders(meanings: Sequence[Meaning]) -> dict[str, object] | None:
    """In events, a condition that leaves out whoever only saw or told: they are not whom the worker came to know."""
    for one in of(meanings, "role_in_event"):
        found = [written for written in one.column.counted if written.lower() in BYSTANDERS]
        if found:
            return {"not": {"column": one.name, "in": sorted(found)}}
    return None


def _first_each(meanings: Sequence[Meaning], *fields: str) -> list[Meaning]:
    return [found[0] for name in fields if (found := of(meanings, name))]


def matches(meaning: Meaning, pattern: str) -> bool:
    """Whether any value of a column has such words."""
    return any(re.search(pattern, written, re.I) for written in meaning.column.counted)
