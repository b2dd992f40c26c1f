"""Who lives where, and with whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.bodies import POSTCODE
from nlp.reading import Reading
from nlp.spans import Span
from nlp.ties.tie import Tie, each_once, first_of, flags, resident_after, resident_before
from nlp.vocabulary import vocabulary

HOMES = re.compile(
    r"refuge|hostel|children'?s home|care home|nursing home|supported (?:living|housing|lodgings)|lodge|approved premises|foyer|hotel",
    re.IGNORECASE,
)
IN = re.compile(r"\b(?:in|at) (?:a |the )?$")
BESIDE = re.compile(r"(?: (?:of|at|from|in|- |\u2013 |, )? ?|, | \(|: )(?:Mr |Mrs |Ms )?", re.IGNORECASE)
AT_HOME = re.compile(r"\b(?:at home in|at home at|is (?:still |back )?in|lives? in)\s+$", re.IGNORECASE)
WITH = re.compile(r"[^.;\n]{0,30}?\bwith (?:his |her |their |the )?$", re.IGNORECASE)


def find_residence(reading: Reading) -> Iterator[Tie]:
    """LIVES_AT and LIVES_WITH."""
    yield from each_once(reading, (by_verb, beside, in_home, by_address))
    yield from living_with(reading)


def by_verb(reading: Reading, placed: set[Span]) -> Iterator[Tie]:
    """Lives at, moved to, placed in."""
    text = reading.text
    for verb in vocabulary().verbs["lives_at"].finditer(text):
        if verb.group().strip() in {"of", "Of", "address", "tenant", "based"}:
            continue
        end = reading.sentences.at(verb.start()).end
        homes = [s for s in reading.within(verb.end(), end) if is_home(reading, s)]
        if len(homes) > 1 and re.search(r"\bout of\b|\bfrom\b", text[verb.start() : homes[0].start]):
            homes = homes[1:]
        for home in homes[:1]:
            gap = text[verb.end() : home.start]
            far = re.search(r"\bwith\b", gap) or len(homes) != len(
                [s for s in reading.within(verb.end(), end) if is_home(reading, s)]
            )
            if len(gap) < (60 if far else 14) and not re.search(r"[.;\n]| (?:but|visits|and) ", gap):
                yield "LIVES_AT", resident_before(reading, verb.start()), home, flags(reading, verb.start(), home.start)


def beside(reading: Reading, placed: set[Span]) -> Iterator[Tie]:
    """Jordan Maltby of 6 Quarry View; niece Carol in Hull; at home in Barrowby."""
    for home in reading.of("PLACE"):
        number = is_address(reading, home)
        before = reading.residents(max(0, home.start - 60), home.start)
        lead = reading.text[max(0, home.start - 24) : home.start]
        if AT_HOME.search(lead):
            yield "LIVES_AT", resident_before(reading, home.start), home, {}
        elif before and BESIDE.fullmatch(reading.text[before[-1].end : home.start]) and (number or lead.endswith(" in ")):
            yield "LIVES_AT", reading.main(first_of(reading, before)), home, {}


def in_home(reading: Reading, placed: set[Span]) -> Iterator[Tie]:
    """In a refuge; in supported housing."""
    for home in reading.of("ORG"):
        if is_home(reading, home) and IN.search(reading.text[max(0, home.start - 8) : home.start]):
            yield "LIVES_AT", resident_before(reading, home.start), home, flags(reading, home.start, home.end)


def by_address(reading: Reading, placed: set[Span]) -> Iterator[Tie]:
    """The one address of a note is its subject's home."""
    addresses = [s for s in reading.of("PLACE") if is_address(reading, s)]
    if addresses and not placed:
        who = reading.subject or first_family(reading)
        if who is not None:
            yield "LIVES_AT", who, addresses[0], {}


def is_address(reading: Reading, span: Span) -> bool:
    """Whether a place is a house or a postcode rather than a town or venue."""
    found = reading.text[span.start : span.end]
    return found[0].isdigit() or found.lower().startswith(("flat", "room")) or bool(POSTCODE.fullmatch(found))


def is_home(reading: Reading, span: Span) -> bool:
    """Whether somebody could live in what a mention names."""
    return span.label == "PLACE" or (span.label == "ORG" and bool(HOMES.search(reading.text[span.start : span.end])))


def first_family(reading: Reading) -> Span | None:
    """The first relative of a note that names no subject."""
    return next(iter(reading.of("FAMILY")), None)


def living_with(reading: Reading) -> Iterator[Tie]:
    """Lives with nan; moved to 9 Larch Street with his sister; dad no longer in the home."""
    verbs, text = vocabulary().verbs, reading.text
    for verb in verbs["lives_with"].finditer(text):
        who, other = resident_before(reading, verb.start()), resident_after(reading, verb.end())
        if other is not None and other != who:
            yield "LIVES_WITH", who, other, flags(reading, verb.start(), verb.end())
    for verb in verbs["lives_at"].finditer(text):
        end = reading.sentences.at(verb.start()).end
        for other in [f for f in reading.residents(verb.end(), end) if f.label == "FAMILY"][:1]:
            if (
                verb.group().startswith(("mov", "liv"))
                and re.search(r"\d|[A-Z]", text[verb.end() : other.start])
                and WITH.fullmatch(text[verb.end() : other.start][-34:])
            ):
                yield "LIVES_WITH", resident_before(reading, verb.start()), other, flags(reading, verb.start(), other.start)
    for verb in verbs["houses"].finditer(text):
        before = reading.residents(reading.sentences.at(verb.start()).start, verb.start())
        if before:
            yield "LIVES_WITH", reading.subject, reading.main(before[-1]), {"hypothetical": True}
    for gone in verbs["gone"].finditer(text):
        sentence = reading.sentences.at(gone.start())
        before = [f for f in reading.residents(sentence.start, gone.start()) if f.label == "FAMILY"]
        if before and reading.subject:
            yield "LIVES_WITH", reading.subject, before[-1], {"negated": True}
