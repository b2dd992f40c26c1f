"""What the rules for ties share: who stands before a verb, and whether the tie holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from nlp.assertions import holds
from nlp.experiencers import meant_by_object, resolve
from nlp.extraction import FLAGS
from nlp.reading import PRONOUN, Reading
from nlp.spans import Span

Details = dict[str, Any]
Tie = tuple[str, Span | None, Span | None, Details]
Rule = Callable[[Reading, set[Span]], Iterator[Tie]]
FAMILY_WORD = re.compile(
    r"(?:the |this |whole )?(?:family|household|client|patient|yp|young person|child|couple|them|her|him|both|mum and dad)\b",
    re.IGNORECASE,
)
DAYS = r"(?: on (?:\w+ and )?\w+days?)?"
AND = re.compile(
    rf"{DAYS}(?:\s*[,+/&]\s*(?:and |the |his |her |their )?|\s+(?:and|or|then)\s+(?:to |with )?(?:the |an? |his |her |their )?)"
)
JOINED = re.compile(
    r"(?:\band|\bbut|,|\+|&|\bthen)\s*(?:(?:is|was|has|also|now|still|currently|then|he|she|they)\s+)*$", re.IGNORECASE
)
"""What joins a further verb to the doer of the one before: "lives with nan and attends"."""
WHOLE = re.compile(
    r"\b(?:the |this |whole )?(?:family|household)(?: (?:is|are|was|were|has|have|not|been|now|also|currently|still|to be))*\s*$",
    re.IGNORECASE,
)
"""Somebody's whole family, of which no one is meant more than another."""
TOGETHER = re.compile(r",? (?:and|&|\+) (?:(?:her|his|their|the|baby|Mr|Mrs|two|three|four)\.? )*")
SUBJECT_PRONOUN = re.compile(r"(?<!\w)(he|she|they)(?!\w)", re.IGNORECASE)


def each_once(reading: Reading, rules: Iterable[Rule]) -> Iterator[Tie]:
    """The ties of rules, in their order, one to each place or body; a rule is told to which there is one already."""
    tied: set[Span] = set()
    for rule in rules:
        for tie in rule(reading, tied):
            if tie[2] is not None and tie[2] not in tied:
                tied.add(tie[2])
                yield tie


def resident_before(reading: Reading, place: int) -> Span | None:
    """The resident a verb is said of: the doer of its sentence where verbs are joined, else the nearest before it."""
    sentence = reading.sentences.at(place)
    before = reading.residents(sentence.start, place)
    if WHOLE.search(reading.text, before[-1].end if before else sentence.start, place):
        return None
    doers = list(SUBJECT_PRONOUN.finditer(reading.text, sentence.start, place))
    if JOINED.search(reading.text[max(sentence.start, place - 20) : place]):
        first = doers[:1] if doers and (not before or doers[0].start() < before[0].start) else []
        if first:
            return resolve(reading, first[0].group().lower(), first[0].start())
        if before:
            return reading.main(before[0])
    pronouns = list(PRONOUN.finditer(reading.text, sentence.start, place))
    if pronouns and (not before or pronouns[-1].start() > before[-1].end):
        return resolve(reading, pronouns[-1].group().lower(), pronouns[-1].start())
    return reading.main(first_of(reading, before)) if before else reading.subject


def first_of(reading: Reading, mentions: list[Span]) -> Span:
    """The first of people named together last: Leanne of "Leanne and her twins"."""
    at = len(mentions) - 1
    while at and TOGETHER.fullmatch(reading.between(mentions[at - 1], mentions[at])):
        at -= 1
    return mentions[at]


def flags(reading: Reading, start: int, end: int) -> Details:
    """The flags of a tie told between two places."""
    sentence = reading.sentences.at(start)
    lead = reading.text[max(sentence.start, start - 40) : start]
    lead = re.split(r"[,;:]| but | and (?=he|she|they|is|has|was)", lead)[-1]
    found = {flag: holds(flag, lead, "") for flag in FLAGS}
    return {flag: True for flag, held in found.items() if held}


def next_bodies(reading: Reading, place: int, reach: int = 30, *labels: str) -> list[Span]:
    """The bodies listed after a verb: housing options + talking therapies."""
    end = reading.sentences.at(max(0, place - 1)).end
    marks = [s for s in reading.within(place, end) if s.label in (labels or ("ORG",))]
    listed: list[Span] = []
    for mark in marks:
        gap = reading.text[(listed[-1].end if listed else place) : mark.start]
        fits = AND.fullmatch(gap) if listed else len(gap) <= reach and not re.search(r"[.;,\n]| who | but ", gap)
        if not fits:
            break
        listed.append(mark)
    return listed


def is_venue(reading: Reading, body: Span) -> bool:
    """Whether a body only says where another one meets: the breakfast club at Ash Lane Primary."""
    before = [s for s in reading.within(max(0, body.start - 60), body.start) if s.label == "ORG"]
    return bool(before) and reading.between(before[-1], body) in (" at ", " at the ", " in ", " in the ")


def resident_after(reading: Reading, place: int, reach: int = 0, but: Span | None = None) -> Span | None:
    """The resident named or meant by a pronoun right after a verb, whose doer is `but`."""
    text, end = reading.text, reading.sentences.at(max(0, place - 1)).end
    for resident in reading.residents(place, min(end, place + 60 + reach)):
        gap = text[place : resident.start]
        if re.fullmatch(r"\s*(?:(?:his|her|their|Mr|Mrs|Ms|Miss|both|with|for|to|the|older|younger|of|in|on)\.?\s+)*", gap):
            return reading.main(resident)
        break
    pronoun = re.match(r"\s*(?:both of |with |for |to |of )?(him|her|them|his|their)\b", text[place:end])
    return meant_by_object(reading, pronoun[1].lower(), place, but) if pronoun else None
