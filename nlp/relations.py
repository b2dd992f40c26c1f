"""The ties a note tells of, one rule for each kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.extraction import SUBJECT, Relation
from nlp.reading import Reading
from nlp.spans import Span
from nlp.ties.attendance import SCHOOL, find_attendance
from nlp.ties.doing import find_doing
from nlp.ties.helping import find_helping
from nlp.ties.referrals import find_referrals
from nlp.ties.residence import find_residence
from nlp.ties.tie import Tie

JOINS = re.compile(r"(?:,? ?\(|@| @ ?|, | (?:from|of|at|with|for|@|-|\u2013) (?:the )?(?:local )?)")
STAFF = re.compile(
    r".*(?:teacher|SENCO|SENDCO|SEN lead|DSL|head of year|head|pastoral lead|learning mentor|teaching assistant|TA|attendance officer)",
    re.IGNORECASE,
)
EMPLOYED = re.compile(
    r",? (?:who )?(?:(?:is|has) )?(?:volunteers?|volunteering|works?|working|worked|employed|based|runs|leads|manages) (?:\w+ )?(?:at|for|by|with|in|from)? ?(?:the )?"
)
BEFORE = re.compile(r"'?s? (?:\w+ )?|: ")


def find_relations(reading: Reading, ids: dict[Span, str]) -> list[Relation]:
    """Every relation of a note, once."""
    found: dict[tuple[str, str, str], Relation] = {}
    for rule in (
        find_names,
        find_roles,
        find_work,
        find_kin,
        find_helping,
        find_doing,
        find_attendance,
        find_referrals,
        find_residence,
    ):
        for type, head, tail, more in rule(reading):
            first = ids[reading.main(head)] if head else SUBJECT
            last = ids[reading.main(tail)] if tail else SUBJECT
            if first != last:
                found.setdefault((type, first, last), Relation(type, first, last, **more))
    return list(found.values())


def find_names(reading: Reading) -> Iterator[Tie]:
    """A kin word to its person."""
    for family, people in reading.named.items():
        for person in people:
            yield "NAMED_AS", family, person, {}


def find_roles(reading: Reading) -> Iterator[Tie]:
    """A person to the role they have."""
    for person, role in reading.roles.items():
        yield "HAS_ROLE", person, role, {}


def find_kin(reading: Reading) -> Iterator[Tie]:
    """A relative to the person they are kin of."""
    for family, owner in reading.owners.items():
        if reading.main(family) == family and owner != family:
            named = {reading.main(p) for p in reading.named.get(family, [])}
            if owner not in named:
                yield "KIN", family, owner, {"kin": family.value or "kin"}


def find_work(reading: Reading) -> Iterator[Tie]:
    """A professional, or a role without a name, to the body they work for."""
    holders = {role: person for person, role in reading.roles.items()}
    for body in reading.of("ORG"):
        for worker in reading.of("ROLE", "PERSON"):
            who = holders.get(worker, worker)
            if who.label == "PERSON" and reading.main(who) not in reading.professionals:
                continue
            if works_after(reading, worker, body) or (worker.label == "ROLE" and works_before(reading, body, worker)):
                yield "WORKS_FOR", who, body, {}
                break
    yield from find_school_staff(reading)
    for body in reading.of("ORG"):
        for person in [p for p in reading.within(max(0, body.start - 60), body.start) if p.label == "PERSON"][-1:]:
            if EMPLOYED.fullmatch(reading.between(person, body)):
                yield "WORKS_FOR", person, body, {}


def find_school_staff(reading: Reading) -> Iterator[Tie]:
    """A school's staff, where a note names the school once and its roles elsewhere."""
    schools = [b for b in reading.of("ORG") if SCHOOL.search(reading.text[b.start : b.end])]
    for person, role in reading.roles.items():
        if schools and STAFF.fullmatch(reading.text[role.start : role.end]):
            yield "WORKS_FOR", person, max(schools, key=lambda s: s.end - s.start), {}


def works_after(reading: Reading, worker: Span, body: Span) -> bool:
    """Jane Osei from Northfield Family Hub; Mark Lowe (West Yorkshire Police); DWP named after a bracketed role."""
    return worker.end <= body.start and bool(JOINS.fullmatch(reading.between(worker, body)))


def works_before(reading: Reading, body: Span, role: Span) -> bool:
    """CAMHS duty worker; the council's housing officer."""
    return body.end <= role.start and bool(BEFORE.fullmatch(reading.between(body, role)))
