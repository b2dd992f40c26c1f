"""Bodies told by what they are, whatever their case: the hepatology clinic, park view academy, Monday lunch club."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from nlp.spans import Span
from nlp.vocabulary import Vocabulary, read

QUALIFIER = re.compile(r"(?P<word>[^\W\d_][\w'\u2019&-]*)[ ]$")
DEFINITE = re.compile(
    r"(?:^|\n|[.,;:(+&/@*\u2022-] ?|\b(?:the|to|at|from|with|by|via|in|into|under|of|and|for|ref|refs|referred|attends?|attending|attended|joined|joins"
    r"|goes|visits?|rang|chased|open|his|her|their) )$",
    re.IGNORECASE,
)
"""What stands before the whole of a body's name."""
GENERAL = re.compile(r"\b(?:an?|any|no|another|some|each|every) $", re.IGNORECASE)
USED = re.compile(
    r"[ -](?:leader|lead|manager|worker|officer|nurse|meeting|plan|place|uniform|run|trip|bag|age|dinner|meals?|work|holidays?|hours|day|term|report"
    r"|refus\w*|attendance|bus|transport|fees|staff|visit|visitor|coordinator|co-ordinator|contact|involvement|appointment|nights?|doors?|closed)\b"
)
MOST = 4


@dataclass(frozen=True)
class Heads:
    """The last words of such names, and the words that none of them holds."""

    pattern: re.Pattern[str]
    never: frozenset[str]
    kinds: frozenset[str]


@lru_cache(maxsize=1)
def heads() -> Heads:
    """The heads of patterns/services.yaml."""
    known = read("services")
    words = known["heads"].replace("\n", "").replace("| ", "|").strip()
    return Heads(
        re.compile(rf"(?<=[\w'\u2019] )(?:{words})(?![\w'\u2019-])", re.IGNORECASE),
        frozenset(known["never"].split()),
        frozenset(known["kinds"].split()),
    )


def find_services(text: str, words: Vocabulary) -> Iterator[Span]:
    """The bodies whose last word tells that they are one."""
    known = heads()
    for head in known.pattern.finditer(text):
        start = opening(text, head.start(), words, known)
        if start is not None and not is_used(text, head.end()):
            yield Span(start, head.end(), "ORG")


def opening(text: str, place: int, words: Vocabulary, known: Heads) -> int | None:
    """Where the words that tell which body begin; None where they are none, or do not stand where a name does."""
    start, taken = place, 0
    while taken < MOST:
        before = QUALIFIER.search(text, max(0, start - 30), start)
        if (
            before is None
            or before["word"].lower() in known.never
            or (is_person(text, before, words) and not (taken and before["word"].islower()))
        ):
            break
        if taken and text[start].isupper() and before["word"][0].islower():
            break
        start, taken = before.start("word"), taken + 1
    if not taken or not DEFINITE.search(text, max(0, start - 12), start) or GENERAL.search(text, max(0, start - 9), start):
        return None
    return None if set(text[start:place].lower().split()) <= known.kinds else start


def is_person(text: str, found: re.Match[str], words: Vocabulary) -> bool:
    """Whether a word is somebody's name and not the body's own: "Phoenix" after "the" is none."""
    return found["word"].lower() in words.given and not (
        found["word"][0].isupper() and text[max(0, found.start() - 4) : found.start()].lower() == "the "
    )


def is_used(text: str, end: int) -> bool:
    """Whether the words only describe what follows: "housing team leader", "lunch club at"."""
    return bool(USED.match(text, end))
