"""What the rules for ties share: who stands before a verb, and whether the tie holds."""

from __future__ import annotations

import re
from typing import Any

from nlp.assertions import holds
from nlp.experiencers import resolve
from nlp.reading import PRONOUN, Reading
from nlp.spans import Span

Details = dict[str, Any]
Tie = tuple[str, Span | None, Span | None, Details]
FAMILY_WORD = re.compile(
    r"(?:the |this |whole )?(?:family|household|client|patient|yp|young person|child|couple|them|her|him|both)\b", re.IGNORECASE
)
AND = re.compile(r"(?:\s*[,+/&]\s*(?:and |the )?|\s+(?:and|or|then)\s+(?:the |to |an? )?)")


def resident_before(reading: Reading, place: int) -> Span | None:
    """The resident a verb is said of: the pronoun or mention before it in its sentence, else the subject."""
    sentence = reading.sentences.at(place)
    before = reading.residents(sentence.start, place)
    pronouns = list(PRONOUN.finditer(reading.text, sentence.start, place))
    if pronouns and (not before or pronouns[-1].start() > before[-1].end):
        return resolve(reading, pronouns[-1].group().lower(), pronouns[-1].start())
    return reading.main(before[-1]) if before else reading.subject


def flags(reading: Reading, start: int, end: int) -> Details:
    """The flags of a tie told between two places."""
    sentence = reading.sentences.at(start)
    lead = reading.text[max(sentence.start, start - 40) : start]
    lead = re.split(r"[,;:]| but | and (?=he|she|they|is|has|was)", lead)[-1]
    found = {flag: holds(flag, lead, "") for flag in ("negated", "hypothetical", "historical")}
    return {flag: True for flag, held in found.items() if held}


def next_bodies(reading: Reading, place: int, reach: int = 30, *labels: str) -> list[Span]:
    """The bodies listed after a verb: housing options + talking therapies."""
    end = reading.sentences.at(max(0, place - 1)).end
    marks = [s for s in reading.of(*(labels or ("ORG",))) if place <= s.start < end]
    listed: list[Span] = []
    for mark in marks:
        gap = reading.text[(listed[-1].end if listed else place) : mark.start]
        fits = AND.fullmatch(gap) if listed else len(gap) <= reach and not re.search(r"[.;,\n]| who | but ", gap)
        if not fits:
            break
        listed.append(mark)
    return listed
