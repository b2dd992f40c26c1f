"""Who is who in a note: joined mentions, names of kin, professionals, the subject, and who bears a need."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from nlp.clauses import Sentences
from nlp.header import read_header
from nlp.mentions import join_kin, join_people
from nlp.spans import Span
from nlp.vocabulary import vocabulary

NAMES_KIN = re.compile(r"(?:,? ?\(?|, (?:the )?|: ?| (?:is |called |named |= ))")
KIN_AFTER = re.compile(r"(?:,? ?\(|, )(?:(?:his|her|their|the|child's)\s+)?|,? (?:is|was) (?:his|her|their|the)\s+")
ROLE_FIRST = re.compile(r"(?: \d{2,6})?(?: - |[ ,:]{1,2})\(?(?:(?:Mr|Mrs|Ms|Miss|Dr|PC|Prof)\.? )?", re.IGNORECASE)
ROLE_AFTER = re.compile(r"(?:,? ?\(?|, | - )(?:the |an? |(?:is|was) (?:the|an?|his|her|their) |\w+'s )?", re.IGNORECASE)
SUBJECT_LEAD = re.compile(
    r"(?:(?:visit to|re|regarding|review of|for|subject|student|pupil|pt|client|patient|name|yp|child|concerning|about|saw|seen)[: ]\s*(?:(?:Mr|Mrs|Ms|Miss)\.? )?)$",
    re.IGNORECASE,
)
DOCTOR = re.compile(r"(?:Dr|Prof|Fr|Rev|Cllr|Imam|Sgt|Insp|PC|DC|DS)\.? $", re.IGNORECASE)
PRONOUN = re.compile(r"(?<!\w)(he|his|him|she|her|hers|they|their|them)(?!\w)", re.IGNORECASE)
FEMALE = {
    "mother",
    "grandmother",
    "sister",
    "daughter",
    "aunt",
    "wife",
    "stepmother",
    "niece",
    "granddaughter",
    "ex_wife",
    "stepsister",
    "half_sister",
    "great_grandmother",
    "fathers_partner",
}
MALE = {
    "father",
    "grandfather",
    "brother",
    "son",
    "uncle",
    "husband",
    "stepfather",
    "nephew",
    "grandson",
    "ex_husband",
    "stepbrother",
    "half_brother",
    "great_grandfather",
    "mothers_partner",
}
COUPLE = {"partner", "ex_partner", "husband", "wife", "ex_husband", "ex_wife"}


@dataclass(frozen=True)
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

    def between(self, one: Span, two: Span) -> str:
        """The text between two mentions."""
        return self.text[one.end : two.start]

    @property
    def kin_names(self) -> set[Span]:
        """People who are named as somebody's kin."""
        return {self.main(person) for people in self.named.values() for person in people}

    @property
    def subject(self) -> Span | None:
        """The person a note is about: one it announces, else the first who is neither kin nor professional."""
        residents = [p for p in self.of("PERSON") if self.main(p) not in self.professionals | self.kin_names | self.companions]
        announced = [p for p in residents if SUBJECT_LEAD.search(self.text[max(0, p.start - 24) : p.start])]
        best = (announced or residents)[:1]
        return self.main(best[0]) if best else None

    def residents(self, start: int, end: int) -> list[Span]:
        """Mentions of people who are helped, in a stretch of the note."""
        return [
            s for s in self.of("PERSON", "FAMILY") if start <= s.start and s.end <= end and self.main(s) not in self.professionals
        ]


def read_people(text: str, spans: Sequence[Span], sentences: Sentences) -> Reading:
    """A note's mentions, understood in the order that each step needs the one before."""
    reading = Reading(text, spans, sentences)
    pair_roles(reading)
    name_kin(reading)
    kin = {person for people in reading.named.values() for person in people}
    reading.joined.update(join_people(text, reading.of("PERSON"), kin))
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


def name_kin(reading: Reading) -> None:
    """Notes which person a kin word names: mum Sarah, Tracey (his sister), grandparents Ken and Maureen."""
    marks = reading.of("FAMILY", "PERSON")
    for one, two in itertools.pairwise(marks):
        gap = reading.between(one, two)
        if (
            one.label == "FAMILY"
            and two.label == "PERSON"
            and NAMES_KIN.fullmatch(gap)
            and not ("," in gap and two in reading.roles)
        ):
            reading.named.setdefault(one, []).append(two)
            more = marks[marks.index(two) + 1 :][:1]
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
            and ("(" in gap or re.search(r"his|her|their|the", gap))
        ):
            reading.named[two] = [one]


def note_companions(reading: Reading) -> None:
    """Notes which people are named as neighbours, friends and the like."""
    for companion in vocabulary().companions.finditer(reading.text):
        for person in reading.of("PERSON"):
            if (
                NAMES_KIN.fullmatch(reading.text[companion.end() : person.start])
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
        elif one.label == "PERSON" and two.label == "ROLE" and ROLE_AFTER.fullmatch(gap) and one not in reading.roles:
            follows = next((m for m in marks if m.start >= two.end), None)
            if "(" in gap or not (follows and ROLE_FIRST.fullmatch(reading.between(two, follows))):
                reading.roles[one] = two


def find_professionals(reading: Reading) -> None:
    """Notes who is a professional: by role, by title, as the note's author, or by the body they are named with."""
    author = read_header(reading.text).author_span
    for person in reading.of("PERSON"):
        if author and person.start < author[1] and author[0] < person.end:
            reading.professionals.add(reading.main(person))
    for person in reading.of("PERSON"):
        if person in reading.roles or DOCTOR.search(reading.text[max(0, person.start - 6) : person.start]):
            reading.professionals.add(reading.main(person))
    for person in reading.of("PERSON"):
        for body in reading.of("ORG"):
            if (
                re.fullmatch(r" ?\(|@| from (?:the )?| of (?:the )?", reading.between(person, body))
                and person.end <= body.start
                and reading.main(person) not in reading.kin_names
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
    for person in reading.of("PERSON", "FAMILY"):
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
        before = [f for f in reading.of("FAMILY") if sentence.start <= f.start < family.start and f.value in kin]
        if before:
            return reading.main(before[-1])
    return subject if subject and family not in {subject} else None


def experiencers(reading: Reading, needs: Sequence[Span]) -> dict[Span, Span | None]:
    """Who bears each need; None where that person is nowhere in the note."""
    return {need: bearer(reading, need) for need in needs}


def bearer(reading: Reading, need: Span) -> Span | None:
    """The person a need is said of: owner, victim, nearest before it in the sentence, else the subject."""
    text, sentence = reading.text, reading.sentences.at(need.start)
    after = re.match(r"(?: (?:of|to|for|towards|against|by))? (?:Mr |Mrs |Ms |his |her |the )?", text[need.end :])
    if need.value in {"domestic_abuse", "neglect", "abuse", "exploitation"} and after and " by" not in after.group():
        for victim in reading.residents(need.end, need.end + 60):
            if victim.start == need.end + after.end():
                return reading.main(victim)
    before = [r for r in reading.residents(sentence.start, need.start) if reading.main(r) not in reading.companions]
    pronouns = [m for m in PRONOUN.finditer(text, sentence.start, need.start) if not is_owner(reading, m.end())]
    last = before[-1] if before else None
    if pronouns and (last is None or pronouns[-1].start() > last.end):
        return resolve(reading, pronouns[-1].group().lower(), pronouns[-1].start())
    if last is not None:
        return reading.main(last)
    return reading.subject


def is_owner(reading: Reading, place: int) -> bool:
    """Whether a pronoun only owns the relative named next ("his father")."""
    return any(reading.text[place : f.start].strip() == "" for f in reading.of("FAMILY", "ROLE") if f.start > place)


def resolve(reading: Reading, pronoun: str, place: int) -> Span | None:
    """Who a pronoun stands for: the latest relative or resident it could mean."""
    wrong = FEMALE if pronoun in {"he", "his", "him"} else MALE if pronoun in {"she", "her", "hers"} else set()
    sentence = reading.sentences.at(place)
    before = reading.sentences.at(max(0, sentence.start - 1))
    for stretch, end in ((sentence, place), (before, min(before.end, place))):
        mentions = [m for m in reading.residents(stretch.start, end) if could_be(reading, m, pronoun, wrong)]
        earlier = [m for m in PRONOUN.finditer(reading.text, stretch.start, end) if m.group().lower() == pronoun]
        if earlier and stretch.start > 0 and (not mentions or earlier[0].start() < mentions[0].start):
            return resolve(reading, pronoun, earlier[0].start())
        if mentions:
            return reading.main(mentions[0])
    for mention in reversed(reading.residents(0, place)):
        if could_be(reading, mention, pronoun, wrong):
            return reading.main(mention)
    return reading.subject


def could_be(reading: Reading, mention: Span, pronoun: str, wrong: set[str]) -> bool:
    """Whether a pronoun could mean somebody, by the sex and number that kin words tell."""
    main = reading.main(mention)
    kin = next((f for f, names in reading.named.items() if main in map(reading.main, names)), mention)
    plural = mention.label == "FAMILY" and reading.text[mention.start : mention.end].lower().endswith(("s", "children"))
    one = pronoun not in {"they", "their", "them"}
    return kin.value not in wrong and main not in reading.companions and not (one and plural)
