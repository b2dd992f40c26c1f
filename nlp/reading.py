"""Who is who in a note: joined mentions, names of kin, professionals, the subject."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from nlp.clauses import Sentences
from nlp.header import find_author, head_of
from nlp.kin import COUPLE, FEMALE, MALE
from nlp.mentions import join_kin, join_people
from nlp.spans import Span
from nlp.vocabulary import vocabulary

NAMES_KIN = re.compile(r"(?:,? ?\(?|, (?:the )?|: ?| (?:is |called |named |= ))")
KIN_AFTER = re.compile(r"(?:,? ?\(|, )(?:(?:his|her|their|the|child's)\s+)?|,? (?:is|was) (?:his|her|their|the)\s+")
ROLE_FIRST = re.compile(r"(?: \d{2,6})?(?: - |[ ,:]{1,2})\(?(?:(?:Mr|Mrs|Ms|Miss|Dr|PC|Prof)\.? )?", re.IGNORECASE)
ROLE_AFTER = re.compile(
    r"(?:,? ?\(?|, | - )(?:the |an? |our |my |(?:is|was) (?:the|an?|his|her|their|our|my) |\w+'s )?", re.IGNORECASE
)
SUBJECT_LEAD = re.compile(
    r"(?:(?:visit to|re|regarding|review of|for|subject|student|pupil|pt|client|patient|name|yp|child|concerning|about|saw|seen)[: ]\s*(?:(?:Mr|Mrs|Ms|Miss)\.? )?)$",
    re.IGNORECASE,
)
OPENING = 160
"""How many characters of a note may announce whom it is about."""
CHILD_FIELD = re.compile(r"(?:student|pupil|child|yp|young person|baby|infant)[: ]\s*$", re.IGNORECASE)
PAIRED = (" and ", " & ", " + ", ", ")
TITLED = re.compile(r"(?<!\w)(?:Mr|Mrs|Ms|Miss|Mx)\.? $", re.IGNORECASE)
CORRESPONDENT = re.compile(r"(?im)^(?:from|to|cc|bcc|sent by|copied to)\s*:.*$")
"""Who writes a letter and to whom: colleagues."""
MET = re.compile(
    r"(?<!\w)(?:knows|know|known|knew|met|meets|sees|saw|seen|remembers) (?:(?:Mr|Mrs|Ms|Miss)\.? )?$", re.IGNORECASE
)
"""Before somebody whom a worker knows from a place, and who does not work there."""
DOCTOR = re.compile(
    r"(?<!\w)(?:Dr|Prof|Fr|Rev|Revd|Reverend|Deacon|Canon|Rabbi|Pastor|Cllr|Imam|Sgt|Insp|PC|DC|DS)\.? $", re.IGNORECASE
)
PRONOUN = re.compile(r"(?<!\w)(he|his|him|she|her|hers|they|their|them)(?!\w)", re.IGNORECASE)


@dataclass
class Reading:
    """A note with its mentions understood; all values are main mentions."""

    text: str
    spans: Sequence[Span]
    sentences: Sentences
    joined: dict[Span, Span] = field(default_factory=dict)
    named: dict[Span, list[Span]] = field(default_factory=dict)
    roles: dict[Span, Span] = field(default_factory=dict)
    professionals: set[Span] = field(default_factory=set)
    owners: dict[Span, Span | None] = field(default_factory=dict)
    companions: set[Span] = field(default_factory=set)

    def main(self, span: Span) -> Span:
        """The main mention of a person or relative."""
        return self.joined.get(span, span)

    def of(self, *labels: str) -> list[Span]:
        """The mentions with one of these labels."""
        return [span for span in self.spans if span.label in labels]

    @cached_property
    def starts(self) -> list[int]:
        """Where each mention begins."""
        return [span.start for span in self.spans]

    def within(self, start: int, end: int) -> Sequence[Span]:
        """The mentions that begin in a stretch of the note."""
        return self.spans[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def between(self, one: Span, two: Span) -> str:
        """The text between two mentions."""
        return self.text[one.end : two.start]

    @cached_property
    def holders(self) -> dict[Span, Span]:
        """Who has each role: "the HV" of a note that names one health visitor is that one."""
        holders = {role: person for person, role in self.roles.items()}
        named: dict[str, set[Span]] = {}
        for role, person in holders.items():
            named.setdefault(self.words(role), set()).add(self.main(person))
        for role in self.of("ROLE"):
            people = named.get(self.words(role), set())
            if role not in holders and len(people) == 1:
                holders[role] = next(iter(people))
        return holders

    def words(self, span: Span) -> str:
        """A mention's words in small letters."""
        return self.text[span.start : span.end].lower()

    @cached_property
    def kin_names(self) -> set[Span]:
        """People who are named as somebody's kin."""
        return {self.main(person) for people in self.named.values() for person in people}

    @cached_property
    def subject(self) -> Span | None:
        """The person a note is about: one it announces, else the first who is neither kin nor professional."""
        residents = [p for p in self.of("PERSON") if self.main(p) not in self.professionals | self.kin_names | self.companions]
        announced = [p for p in residents if self.announces(p)]
        best = (announced or residents)[:1]
        return self.main(best[0]) if best else None

    @cached_property
    def hasty(self) -> bool:
        """Whether most of its sentences begin in small letters: such notes leave out of whom they speak, and mean whom they are about."""
        heads = [text for one in self.sentences.stretches if (text := self.text[one.start : one.end].lstrip(" \n-*\u2022"))]
        return sum(head[0].islower() for head in heads) * 2 > len(heads)

    def announces(self, person: Span) -> bool:
        """Whether words before a person say that the note is about them; "for" only where a note begins."""
        lead = SUBJECT_LEAD.search(self.text[max(0, person.start - 24) : person.start])
        return lead is not None and (person.start < OPENING or not lead.group().lower().startswith("for"))

    def residents(self, start: int, end: int) -> list[Span]:
        """Mentions of people who are helped, in a stretch of the note."""
        return [
            s
            for s in self.within(start, end)
            if s.label in {"PERSON", "FAMILY"} and s.end <= end and self.main(s) not in self.professionals
        ]


def read_people(text: str, spans: Sequence[Span], sentences: Sentences) -> Reading:
    """A note's mentions, understood in the order that each step needs the one before."""
    reading = Reading(text, spans, sentences)
    pair_roles(reading)
    name_kin(reading)
    kin = {person for people in reading.named.values() for person in people}
    reading.joined.update(join_people(text, reading.of("PERSON"), kin | registered(reading)))
    note_companions(reading)
    find_professionals(reading)
    subject = reading.subject
    for family in reading.of("FAMILY"):
        reading.owners[family] = owner(reading, family, subject)
    reading.joined.update(join_kin(reading.of("FAMILY"), reading.owners))
    for family, main in list(reading.joined.items()):
        if family.label == "FAMILY" and family in reading.named:
            reading.named.setdefault(main, []).extend(reading.named.pop(family))
    return reading


def registered(reading: Reading) -> set[Span]:
    """Children whom a form names by surname first: a bare surname with a title after it is a parent's."""
    return {
        person
        for person in reading.of("PERSON")
        if CHILD_FIELD.search(reading.text[max(0, person.start - 14) : person.start])
        and any(TITLED.search(reading.text[max(0, other.start - 6) : other.start]) for other in reading.of("PERSON"))
    }


def name_kin(reading: Reading) -> None:
    """Notes which person a kin word names: mum Sarah, Tracey (his sister), grandparents Ken and Maureen."""
    marks = reading.of("FAMILY", "PERSON")
    for number, (one, two) in enumerate(itertools.pairwise(marks)):
        gap = reading.between(one, two)
        if (
            one.label == "FAMILY"
            and two.label == "PERSON"
            and NAMES_KIN.fullmatch(gap)
            and not ("," in gap and two in reading.roles)
        ):
            reading.named.setdefault(one, []).append(two)
            more = marks[number + 2 : number + 3]
            if (
                more
                and more[0].label == "PERSON"
                and reading.between(two, more[0]) in {" and ", " & ", " + "}
                and reading.text[one.start : one.end].lower().endswith(("s", "children"))
            ):
                reading.named[one].append(more[0])
        elif (
            one.label == "PERSON"
            and two.label == "FAMILY"
            and KIN_AFTER.fullmatch(gap)
            and two not in reading.named
            and not (two is not marks[-1] and named_next(reading, marks, number + 1))
            and ("(" in gap or re.search(r"his|her|their|the", gap))
        ):
            reading.named[two] = [one]


def named_next(reading: Reading, marks: Sequence[Span], number: int) -> bool:
    """Whether a kin word is followed by its own name: "Kasia (mum Ola)"."""
    family, after = marks[number], marks[number + 1]
    return after.label == "PERSON" and bool(NAMES_KIN.fullmatch(reading.between(family, after)))


def note_companions(reading: Reading) -> None:
    """Notes which people are named as neighbours, friends and the like."""
    for companion in vocabulary().companions.finditer(reading.text):
        for person in reading.within(companion.end(), companion.end() + 20):
            if (
                person.label == "PERSON"
                and NAMES_KIN.fullmatch(reading.text[companion.end() : person.start].removeprefix("'s"))
                and companion.end() <= person.start
                and not re.match(r"client|patient|pupil|student|resident|tenant", companion.group(), re.IGNORECASE)
            ):
                reading.companions.add(reading.main(person))


def pair_roles(reading: Reading) -> None:
    """Notes who has which role."""
    marks = list(reading.of("ROLE", "PERSON"))
    for one, two in itertools.pairwise(marks):
        gap = without_bodies(reading, one.end, two.start)
        if one.label == "ROLE" and two.label == "PERSON" and ROLE_FIRST.fullmatch(gap):
            reading.roles[two] = one
        elif one.label == two.label == "PERSON" and gap in PAIRED and is_several(reading, reading.roles.get(one)):
            reading.roles[two] = reading.roles[one]
        elif one.label == "PERSON" and two.label == "ROLE" and ROLE_AFTER.fullmatch(gap) and one not in reading.roles:
            follows = next((m for m in marks if m.start >= two.end), None)
            if "(" in gap or not (follows and ROLE_FIRST.fullmatch(reading.between(two, follows))):
                reading.roles[one] = two


def is_several(reading: Reading, role: Span | None) -> bool:
    """Whether a role is told of more than one: "volunteers Sue and Parveen"."""
    return role is not None and reading.words(role).endswith("s")


def find_professionals(reading: Reading) -> None:
    """Notes who is a professional: by role, by title, as the note's author, or by the body they are named with."""
    head = head_of(reading.text)
    author = find_author(head, [s for s in reading.of("DATE") if s.end <= len(head)])
    letters = [line.span() for line in CORRESPONDENT.finditer(head)]
    for person in reading.of("PERSON"):
        if any(person.start < end and start < person.end for start, end in (*letters, *([author] if author else []))):
            reading.professionals.add(reading.main(person))
    for person in reading.of("PERSON"):
        if person in reading.roles or DOCTOR.search(reading.text[max(0, person.start - 10) : person.start]):
            reading.professionals.add(reading.main(person))
    for person in reading.of("PERSON"):
        for body in [s for s in reading.within(person.end, person.end + 60) if s.label == "ORG"]:
            if (
                re.fullmatch(
                    r" ?\(|@| from (?:the )?| of (?:the )?|,? (?:who )?(?:volunteers|works|runs|leads) (?:\w+ )?(?:at|for|with|in)? ?(?:the )?",
                    reading.between(person, body),
                )
                and person.end <= body.start
                and reading.main(person) not in reading.kin_names
                and not MET.search(reading.text, max(0, person.start - 20), person.start)
            ):
                reading.professionals.add(reading.main(person))


def without_bodies(reading: Reading, start: int, end: int) -> str:
    """The text of a stretch, leaving out any body named in it ("Stacey@Women's Aid IDVA")."""
    gap = reading.text[start:end]
    for body in reading.of("ORG"):
        if start <= body.start and body.end <= end:
            gap = re.sub(r"(?:@| from | at | of |, | )?" + re.escape(reading.text[body.start : body.end]), "", gap)
    return gap


def owner(reading: Reading, family: Span, subject: Span | None) -> Span | None:
    """Whose relative a kin word names: Keira's mum, her mum, mum."""
    lead = reading.text[max(0, family.start - 40) : family.start]
    for person in reading.within(max(0, family.start - 60), family.start):
        if person.label not in {"PERSON", "FAMILY"}:
            continue
        if (
            re.fullmatch(r"(?:'s|\u2019s|s)?['\u2019]? (?:\w+ )?", reading.between(person, family))
            and person.end < family.start
            and re.match(r"(?:'s|\u2019s|s |'|\u2019)", reading.between(person, family))
        ):
            return reading.main(person)
    pronoun = re.search(r"\b(his|her|their)\s+(?:\w+\s+){0,1}$", lead, re.IGNORECASE)
    if pronoun and family.value in COUPLE:
        sentence = reading.sentences.at(family.start)
        kin = FEMALE if pronoun[1].lower() == "her" else MALE
        inside = reading.within(sentence.start, family.start)
        before = [f for f in inside if f.label == "FAMILY" and f.value in kin]
        if before:
            return reading.main(before[-1])
    return subject if subject and family not in {subject} else None
