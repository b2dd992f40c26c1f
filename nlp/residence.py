"""Who lives where, and with whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.reading import Reading
from nlp.spans import Span
from nlp.ties import Tie, flags, resident_before
from nlp.vocabulary import vocabulary

HOMES = re.compile(r"refuge|hostel|children'?s home|care home|nursing home|supported (?:living|housing|lodgings)", re.IGNORECASE)
IN = re.compile(r"\b(?:in|at) (?:a |the )?$")
POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}", re.IGNORECASE)


def find_residence(reading: Reading) -> Iterator[Tie]:
    """LIVES_AT and LIVES_WITH."""
    verbs, text = vocabulary().verbs, reading.text
    placed: set[Span] = set()
    for verb in verbs["lives_at"].finditer(text):
        end = reading.sentences.at(verb.start()).end
        homes = [s for s in reading.spans if is_home(reading, s) and verb.end() <= s.start < end]
        for home in homes[:1]:
            gap = text[verb.end() : home.start]
            with_kin = re.search(r"\bwith?\b", gap)
            if len(gap) < (60 if with_kin else 14) and not re.search(r"[.;\n]| (?:but|visits|and) ", gap):
                placed.add(home)
                yield "LIVES_AT", resident_before(reading, verb.start()), home, flags(reading, verb.start(), home.start)
    for home in reading.spans:
        if home.label == "ORG" and is_home(reading, home) and home not in placed and IN.search(text[: home.start]):
            yield "LIVES_AT", resident_before(reading, home.start), home, flags(reading, home.start, home.end)
    addresses = [s for s in reading.of("PLACE") if text[s.start].isdigit() or POSTCODE.fullmatch(text[s.start : s.end])]
    if addresses and not placed:
        yield "LIVES_AT", reading.subject or first_family(reading), addresses[0], {}
    yield from living_with(reading)


def is_home(reading: Reading, span: Span) -> bool:
    """Whether somebody could live in what a mention names."""
    return span.label == "PLACE" or (span.label == "ORG" and bool(HOMES.search(reading.text[span.start : span.end])))


def first_family(reading: Reading) -> Span | None:
    """The first relative of a note that names no subject."""
    return next(iter(reading.of("FAMILY")), None)


def living_with(reading: Reading) -> Iterator[Tie]:
    """Lives with nan; dad no longer in the home."""
    verbs, text = vocabulary().verbs, reading.text
    for verb in verbs["lives_with"].finditer(text):
        end = reading.sentences.at(verb.start()).end
        for other in reading.residents(verb.end(), end)[:1]:
            if re.fullmatch(r"\s*(?:(?:his|her|their|the|both|mat|pat)\s+)*", text[verb.end() : other.start]):
                yield "LIVES_WITH", resident_before(reading, verb.start()), other, flags(reading, verb.start(), other.start)
    for gone in verbs["gone"].finditer(text):
        sentence = reading.sentences.at(gone.start())
        before = [f for f in reading.residents(sentence.start, gone.start()) if f.label == "FAMILY"]
        if before and reading.subject:
            yield "LIVES_WITH", reading.subject, before[-1], {"negated": True}
