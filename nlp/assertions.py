"""Whether a need is so, is not, might be, or was."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from nlp.clauses import Sentences, clause_after, clause_before
from nlp.extraction import FLAGS, Entity
from nlp.spans import Span
from nlp.vocabulary import vocabulary

REACH = 9
LIST = re.compile(
    r"(?:\s*(?:,|/|\+|&|;)\s*(?:or|nor|and|any)?\s*|\s+(?:or|nor|and/or)\s+(?:any\s+)?|\s+and\s+)(?:of\s+|any\s+|signs? of\s+|other\s+|current\s+|his\s+|her\s+|their\s+)*$"
)
PAST_YEAR = re.compile(r"^\s*(?:\w+\s+){0,3}?in\s+(?:19|20)\d\d\b(?!\s*[/-])")
POLARITIES = {"negated": "absent", "hypothetical": "hypothetical", "historical": "past"}
"""What each flag makes of a need; of several flags the first here decides."""


@dataclass(frozen=True)
class Assertion:
    """How a note says a thing: as it is, not so, possible, or over."""

    negated: bool = False
    hypothetical: bool = False
    historical: bool = False


def polarity(need: Assertion | Entity) -> str:
    """How a need is meant; only one that is present counts as a need.

    >>> polarity(Assertion()), polarity(Assertion(historical=True)), polarity(Assertion(negated=True, historical=True))
    ('present', 'past', 'absent')
    """
    return next((word for flag, word in POLARITIES.items() if getattr(need, flag)), "present")


def masked(lead: str) -> str:
    """The same length of text with false cues ("not only", "no doubt") blanked."""
    return vocabulary().masks.pattern.sub(lambda m: "\u00b7" * len(m.group()), lead)


def holds(flag: str, lead: str, rest: str) -> bool:
    """Whether a cue for a flag reaches the need between two pieces of its clause."""
    words = vocabulary()
    if flag == "negated":
        lead, rest = masked(lead), masked(rest)
    for cue in words.before[flag].finditer(lead):
        between = lead[cue.end() :]
        if re.match(r"\w", between) and cue.group()[-1:].isalnum():
            continue
        if len(between.split()) <= REACH and not stopped(flag, cue.group().lower(), between):
            return True
    near = words.after[flag].search(rest)
    return bool(near and len(rest[: near.start()].split()) <= (0 if flag == "hypothetical" else 3))


def stopped(flag: str, cue: str, between: str) -> bool:
    """Whether a comma, or a verb of its own, ends what a short cue reaches."""
    if flag == "historical":
        return bool(re.search(r"[,;:]\s", between)) or " now " in between
    if flag == "negated" and re.fullmatch(r"no|nil|without(?: any)?", cue):
        return (
            "," in between
            or len(between.split()) > 4
            or bool(re.search(r"\b(?:is|was|has|are|says?|had|remains?|since|with)\b", between))
        )
    if flag == "negated" and not cue.startswith(("deni", "deny")):
        return bool(re.search(r",\s", between))
    if flag == "hypothetical" and "?" in cue:
        return len(between.split()) > 2
    return False


def assert_needs(text: str, needs: list[Span], sentences: Sentences) -> dict[Span, Assertion]:
    """Each need with its flags; a list of needs shares the cue before its first."""
    result: dict[Span, Assertion] = {}
    before: Span | None = None
    for need in needs:
        sentence = sentences.at(need.start)
        lead = hide(clause_before(text, sentence, need.start), need.start, needs)
        rest = clause_after(text, sentence, need.end)
        flags = {flag: holds(flag, lead, rest) for flag in FLAGS}
        if before and before.start >= sentence.start and LIST.fullmatch(text[before.end : need.start]):
            shared = result[before]
            either = bool(re.search(r"\bn?or\b", text[before.end : sentence.end]))
            if not before.absent and (either or shared.hypothetical or "," not in text[before.end : need.start]):
                flags["negated"] |= shared.negated
                flags["hypothetical"] |= shared.hypothetical
                flags["historical"] |= shared.historical
        flags["historical"] |= bool(PAST_YEAR.match(text[need.end : sentence.end]))
        if need.absent:
            flags["negated"] = not flags["negated"]
        result[need] = Assertion(**flags)
        before = need
    return result


def hide(lead: str, place: int, needs: Iterable[Span]) -> str:
    """A lead in which cues inside other needs ("no elec") are blanked."""
    start = place - len(lead)
    for need in needs:
        if start <= need.start < place:
            a, b = need.start - start, min(need.end, place) - start
            lead = lead[:a] + "\u00b7" * (b - a) + lead[b:]
    return lead
