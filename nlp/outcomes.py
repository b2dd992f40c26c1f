"""What came of a referral, by the published codes of codes/outcomes.yaml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from nlp.reading import Reading
from nlp.spans import Span
from nlp.vocabulary import vocabulary

REACH = 140
"""So many characters after a referral may tell what came of it."""
SIGNPOST = re.compile(r"sign-?post|advised|told|suggest|encourag|gave|given|number|\btry\b|redirect|direct|steer", re.IGNORECASE)


@lru_cache(maxsize=1)
def outcomes() -> Mapping[str, Any]:
    """The published outcomes: {code: {label, marked, phrases}}."""
    loaded = yaml.safe_load((files("nlp") / "codes" / "outcomes.yaml").read_text(encoding="utf-8"))
    codes: Mapping[str, Any] = loaded["outcomes"]
    return codes


@lru_cache(maxsize=8)
def patterns(code: str) -> re.Pattern[str] | None:
    """The words that tell one outcome from its neighbours."""
    phrases = outcomes()[code].get("phrases")
    return re.compile("|".join(phrases), re.IGNORECASE) if phrases else None


def marked_as(code: str) -> str:
    """The word of the marked notes' scheme for an outcome.

    >>> marked_as("did_not_meet_threshold"), marked_as("waiting")
    ('declined', 'pending')
    """
    return str(outcomes()[code]["marked"])


def result(reading: Reading, start: int, body: Span, bodies: list[Span]) -> str:
    """What a note says came of a referral, in the same sentence or the next."""
    own, lead = words_after(reading, start, body), reading.text[start : body.start]
    if len(bodies) > 1:
        latter = re.search(r"(?:declined|accepted|refused) (?:the )?(latter|former)", own)
        if latter and (latter[1] == "latter") != (body == bodies[-1]):
            return "none"
    before = reading.text[max(reading.sentences.at(start).start, start - 30) : start] + lead
    found = [
        (match.start(), name, match.group())
        for name, pattern in vocabulary().outcomes.items()
        if (match := pattern.search(own[:REACH])) is not None
    ]
    first = vocabulary().outcomes["declined"].search(lead) if not found else None
    if first:
        found = [(0, "declined", first.group())]
    if found:
        _, name, said = min(found)
        return finer(name, said, own)
    if re.search(r"wait(?:ing)? ?list|awaiting|chas(?:ed|ing)", before, re.IGNORECASE):
        return "waiting"
    if re.match(r"(?:offered|given|accepted|taken on|allocated|got|granted|secured)", reading.text[start:]):
        return "accepted"
    return "signposted" if SIGNPOST.search(reading.text[start : start + 30]) else "none"


def words_after(reading: Reading, start: int, body: Span) -> str:
    """The words that may tell what came of a referral: up to the next one, the end of the next sentence, or a new body."""
    sentence = reading.sentences.at(start)
    follow = reading.sentences.at(min(len(reading.text) - 1, sentence.end))
    reach = (
        follow.end
        if follow.start >= sentence.end and not reading.text[sentence.end - 1 : sentence.end + 1].count("\n")
        else sentence.end
    )
    later = [
        v.start()
        for v in vocabulary().verbs["refer"].finditer(reading.text, body.end, reach)
        if re.search(r" (?:to|into)$", v.group())
    ]
    others = [s.start for s in reading.within(sentence.end, reach) if s.label == "ORG"]
    return reading.text[body.end : min([reach, *later, *others])]


def finer(name: str, said: str, own: str) -> str:
    """The published code behind one of the scheme's words."""
    for code, outcome in outcomes().items():
        pattern = patterns(code)
        if outcome["marked"] == name and pattern is not None and (pattern.search(said) or pattern.search(own[:REACH])):
            return code
    return {"declined": "did_not_meet_threshold", "accepted": "accepted", "pending": "waiting"}[name]
