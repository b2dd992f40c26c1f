"""What somebody does with, for or to somebody, whatever the verb: "goes through her post with her", "lent him two heaters"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.reading import Reading
from nlp.spans import Span
from nlp.ties.helping import NOBODY, helpers_of, may_help
from nlp.ties.tie import Tie, flags, resident_after

BESIDE = re.compile(
    r"(?<!\w)(?P<how>with|w/?|for)(?= (?:him|her|them)\b| (?:(?:Mr|Mrs|Ms|Miss)\.? )?(?-i:[A-Z])[a-z]+)", re.IGNORECASE
)
BEHALF = re.compile(r"\bon (?P<who>his|her|their) behalf\b", re.IGNORECASE)
NO_HELP = re.compile(
    r"\b(?:liv|stay|stopp|row|argu|f[ao]ught|fight|fell|fall|broke|break|split|angry|upset|cross|sp[eo]ak|spok|talk|chat|contact|agree|disagree|relationship|share|sex|sle[ep]|pleas|happy"
    r"|worr|sorry|afraid|look|ask|wait|responsib|concern|mad|car|bed|met|meet|saw|seen|refer|report|appl|charg|present|visit to|review|came|come|chair|held|hold|spend|spent|alone|allow|assess|complet|call|record|custody|left|moved|born"
    r"|discuss|plan|agreed|old enough|too |enough|unsafe|safe|good|bad|hard|difficult|wish|want|hope|love|pray|die|died|pass|play|in touch|text|messag|phone|rang|ring|session|appointment)\w*"
    r"[^.;\n]{0,40}$",
    re.IGNORECASE,
)
"""What is no help though it is done with somebody, or has a rule of its own."""
ACT = re.compile(
    r"\b(?!(?:was|is|has|as|his|this|always|mondays|tuesdays|wednesdays|thursdays|fridays|sometimes)\b)(?:\w+(?:s|ing|ed)|got|went|gone|did|done|brought|bought|made|took|found|sat|ran|gave|will \w+|to \w+)\b",
    re.IGNORECASE,
)
GIVING = re.compile(
    r"(?<!\w)(?:giv(?:es?|ing)|gave|got|gets|getting|buys?|buying|bought|lends?|lent|lending|makes?|made|making|brings?|brought|bringing|drops?|dropped|dropping|fetch(?:es|ed|ing)?"
    r"|finds?|found|cooks?|cooked|cooking|knits|sorts|sorted|sorting|arranged|fixed|mends?|mended|mending|orders?|ordered|pays?|paid|teaches|taught|teaching|walk(?:s|ed|ing)|drives|drove|r[ua]n(?= \w+ back)|puts|wash(?:es|ed)"
    r"|will (?:run|drive|take|fetch|bring|sit with)|stuck up for|sticks up for|stands up for|looks? out for|has had|reads to|reads with|cuts)(?= (?:him|her|them)\b| (?:(?:Mr|Mrs|Ms|Miss)\.? )?(?-i:[A-Z])[a-z]+)",
    re.IGNORECASE,
)
HARM = re.compile(
    r" (?:\w+ ){1,3}?(?:(?:a |the )?(?:black eye|slap|hiding|kicking|beating|punch|hard time|cold shoulder)|abuse|grief|hell|asleep|dead|unwell|upset|tearful|sleeping|wandering|lying|sitting|crying|outside|notice|numbers?|leaflet|details|card for|out\b|up to|leave|feel|cry|pregnant|to (?:stop|leave|hand|pay|say))",
    re.IGNORECASE,
)
"""What is given or done to somebody that is no help, or is a word about where help is."""


def find_doing(reading: Reading) -> Iterator[Tie]:
    """SUPPORTS, from what is done with or for somebody and what is given to them."""
    for place in BESIDE.finditer(reading.text):
        yield from beside(reading, place)
    for place in BEHALF.finditer(reading.text):
        for helper in helpers_of(reading, place.start()):
            yield from one(
                reading, helper, resident_after(reading, place.start("who") - 1, but=helper), place.start(), place.end()
            )
    for verb in GIVING.finditer(reading.text):
        if not HARM.match(reading.text, verb.end()):
            for helper in helpers_of(reading, verb.start()):
                yield from one(reading, helper, resident_after(reading, verb.end(), but=helper), verb.start(), verb.end())


def beside(reading: Reading, place: re.Match[str]) -> Iterator[Tie]:
    """A helper and a verb before "with her" or "for Kai"."""
    for helper in helpers_of(reading, place.start()):
        told = [s for s in reading.within(0, place.start()) if reading.main(reading.holders.get(s, s)) == helper]
        said = reading.text[max(told[-1].end if told else 0, reading.sentences.at(place.start()).start) : place.start()]
        if len(said) < 70 and ACT.search(said) and not NO_HELP.search(said):
            yield from one(reading, helper, resident_after(reading, place.end(), but=helper), place.start(), place.end())


def one(reading: Reading, helper: Span, helped: Span | None, start: int, end: int) -> Iterator[Tie]:
    """The tie, where it makes sense."""
    if helped is None or helped == helper or NOBODY.search(reading.text[max(0, start - 40) : start]):
        return
    if may_help(reading, helper, helped):
        yield "SUPPORTS", helper, helped, flags(reading, start, end)
