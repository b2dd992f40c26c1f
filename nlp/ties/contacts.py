"""Whom the writer of a note was with: "I have known Ann since", "visited Mr Hale", "Ann rings me", "mum at home"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nlp.assertions import holds
from nlp.experiencers import resolve
from nlp.reading import Reading
from nlp.spans import Span
from nlp.ties.tie import SUBJECT_PRONOUN, next_bodies, resident_after, resident_before
from nlp.vocabulary import vocabulary

PEOPLE = ("PERSON", "FAMILY")
HOUSEHOLD = re.compile(
    r"\s*(?:with |to |from )?(?:this|the|that|whole) (?:\w+ )?(?:family|household|couple|children|twins|siblings)\b",
    re.IGNORECASE,
)
AWAY = re.compile(
    r"\b(?:not|never|nobody|without|since|if|when|before|unless)\b[^.;\n]{0,30}$|\b(?:will|to|would|should|may|might|could|can) $",
    re.IGNORECASE,
)
REPORTED = re.compile(r"\b(?:says?|said|told|tells|reports?|reported|thinks?|heard|hopes?|if|when)\b[^.;\n]*$", re.IGNORECASE)
"""What somebody else says, or thinks of another day, is not what the writer saw."""
GAP = re.compile(r"(?: \([^()\n]{1,40}\))?,? ")
SEEN_WITH = re.compile(r"(?<!\w)(?:seen|met|visited)(?: \w+){0,3} with(?= )", re.IGNORECASE)
BOTH = re.compile(r"\s*(him|her|them) (?:and|&|\+) ", re.IGNORECASE)


@dataclass(frozen=True)
class Met:
    """Somebody the writer was with, by the words at a place; `whole` where a whole family is meant."""

    who: Span | None
    start: int
    end: int
    whole: bool = False
    known: bool = False
    """Whether the words tell of an acquaintance, not of one meeting."""


def find_contacts(reading: Reading) -> Iterator[Met]:
    """Everybody the writer was with, in the order of the rules; one person may come several times."""
    for rule in (by_knowing, by_meeting, by_company, by_being_told, by_presence, by_speech):
        yield from rule(reading)


def by_knowing(reading: Reading) -> Iterator[Met]:
    """I have known Ann since; been with this family from; I supervise Dean."""
    for verb in vocabulary().verbs["writer_knows"].finditer(reading.text):
        yield from met(reading, verb.start(), verb.end(), known=True)


def by_meeting(reading: Reading) -> Iterator[Met]:
    """Visited Mr Hale; saw Kim with his mum; spoke to nan."""
    for verb in vocabulary().verbs["writer_meets"].finditer(reading.text):
        if opens(reading, verb.start()) and not AWAY.search(lead(reading, verb.start())):
            yield from met(reading, verb.start(), verb.end())


def by_company(reading: Reading) -> Iterator[Met]:
    """Seen at home with her neighbour and, on the phone, her daughter: everybody to the end of the sentence."""
    for verb in SEEN_WITH.finditer(reading.text):
        for one in reading.within(verb.end(), reading.sentences.at(verb.start()).end):
            if one.label in PEOPLE and reading.main(one) not in reading.professionals:
                yield Met(reading.main(one), verb.start(), one.end)


def by_being_told(reading: Reading) -> Iterator[Met]:
    """Ann rings me; she told us; he let me in."""
    for verb in vocabulary().verbs["writer_told"].finditer(reading.text):
        words = lead(reading, verb.start())
        if not holds("negated", words[-40:], "") and not AWAY.search(words):
            yield Met(resident_before(reading, verb.start()), verb.start(), verb.end())


def by_presence(reading: Reading) -> Iterator[Met]:
    """Ann and both children seen; Kelly home; mum at the gate."""
    for resident in reading.of(*PEOPLE):
        present = following(reading, resident.end, "present")
        if present is None or reading.main(resident) in reading.professionals or REPORTED.search(lead(reading, resident.start)):
            continue
        for one in together(reading, resident):
            yield Met(reading.main(one), one.start, present.end())


def by_speech(reading: Reading) -> Iterator[Met]:
    """Ann says; mum reports; he denied: to the writer, where no other hearer is named."""
    for resident in reading.of(*PEOPLE):
        said = following(reading, resident.end, "says_here")
        if said and reading.main(resident) not in reading.professionals:
            yield Met(reading.main(resident), resident.start, said.end())
    for pronoun in SUBJECT_PRONOUN.finditer(reading.text):
        said = following(reading, pronoun.end(), "says_here")
        who = resolve(reading, pronoun.group().lower(), pronoun.start()) if said else None
        if said and who is not None and who not in reading.professionals:
            yield Met(who, pronoun.start(), said.end())


def met(reading: Reading, start: int, end: int, known: bool = False) -> Iterator[Met]:
    """The people named right after a verb, meant by a pronoun, or a family as a whole."""
    whole = HOUSEHOLD.match(reading.text, end)
    if whole:
        yield Met(reading.subject, start, whole.end(), whole=True, known=known)
        return
    named = [one for one in next_bodies(reading, end, 24, *PEOPLE) if reading.main(one) not in reading.professionals]
    for one in named:
        yield Met(reading.main(one), start, one.end, known=known)
    both = BOTH.match(reading.text, end) if named else None
    if both:
        yield Met(resolve(reading, both[1].lower(), start), start, both.end(), known=known)
    who = None if named else resident_after(reading, end)
    if who is not None and who not in reading.professionals:
        yield Met(who, start, end, known=known)


def together(reading: Reading, last: Span) -> Iterator[Span]:
    """Whoever is named together with somebody before them: "Kelly, Mia and TJ home"."""
    yield last
    sentence = reading.sentences.at(last.start)
    after = last
    for one in reversed([s for s in reading.within(sentence.start, last.start) if s.label in PEOPLE]):
        if not re.fullmatch(r"(?:'s)?,? ?(?:and|&|\+)? ?(?:her |his |their |the )?", reading.between(one, after)):
            break
        if reading.main(one) not in reading.professionals:
            yield one
        after = one


def following(reading: Reading, place: int, verb: str) -> re.Match[str] | None:
    """The words of a kind right after a place, if there are any."""
    gap = GAP.match(reading.text, place)
    return vocabulary().verbs[verb].match(reading.text, gap.end()) if gap else None


def opens(reading: Reading, place: int) -> bool:
    """Whether a verb is the writer's own: it opens its sentence or clause, or follows I or we."""
    before = lead(reading, place).rstrip(" -\u2013*")
    return (
        not before
        or before[-1] in ",;:("
        or bool(re.search(r"\b(?:i|we|and|then)(?:'ve|'m| have| had| also| then)?$", before, re.IGNORECASE))
    )


def lead(reading: Reading, place: int) -> str:
    """What stands in a sentence before a place."""
    return reading.text[reading.sentences.at(place).start : place].lstrip("\n")
