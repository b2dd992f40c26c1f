"""Where sentences and clauses end, so that a cue reaches no further than it should."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from dataclasses import dataclass

from nlp.vocabulary import vocabulary

STOPS = re.compile(
    r"(?<![\s(][A-Z])(?<!\bDr)(?<!\bSt)(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bRev)(?<!\bFr)(?<!\bhx)(?<!poss)(?<!e\.g)(?<!\d)[.](?=[\s\"'\u201d)]|$)"
    r"|(?<=\d)[.](?=\s+\D|$)|[!;]|\?(?=\s+[A-Z]|\s*$)|\n\s*(?=[-*\u2022\d]|\n)|\n(?=[A-Z])|(?<=[.!?])\n|^\n"
)


@dataclass(frozen=True)
class Stretch:
    """A sentence or clause of a note."""

    start: int
    end: int


@dataclass(frozen=True)
class Sentences:
    """The sentences of a note, found by place."""

    stretches: tuple[Stretch, ...]
    starts: tuple[int, ...]

    def at(self, place: int) -> Stretch:
        """The sentence that holds a place in the text."""
        return self.stretches[max(0, bisect_right(self.starts, place) - 1)]


def sentence_before(text: str, sentences: Sentences, sentence: Stretch) -> Stretch:
    """The sentence before one, past empty lines."""
    before = sentences.at(max(0, sentence.start - 1))
    while before.start > 0 and not text[before.start : before.end].strip():
        before = sentences.at(before.start - 1)
    return before


def split(text: str) -> Sentences:
    """A note's sentences; a list item counts as one."""
    ends = [stop.end() for stop in STOPS.finditer(text)]
    bounds = [0, *[end for end in ends if 0 < end < len(text)], len(text)]
    stretches = [Stretch(a, b) for a, b in itertools.pairwise(bounds) if a < b]
    stretches = stretches or [Stretch(0, len(text))]
    return Sentences(tuple(stretches), tuple(s.start for s in stretches))


def clause_before(text: str, sentence: Stretch, place: int) -> str:
    """What stands before a place in its own clause."""
    lead = text[sentence.start : place]
    last = 0
    for stop in vocabulary().breaks.finditer(lead):
        last = stop.end() if stop.end() < len(lead) else last
    dash = max(lead.rfind(" - "), lead.rfind(" \u2013 "), lead.rfind(": "))
    return lead[max(last, dash + 2 if dash >= 0 else 0) :]


def clause_after(text: str, sentence: Stretch, place: int) -> str:
    """What stands after a place in its own clause."""
    rest = text[place : sentence.end]
    stop = vocabulary().breaks.search(rest)
    cut = stop.start() if stop else len(rest)
    comma = re.search(r",| - | \u2013 ", rest[:cut])
    return rest[: comma.start()] if comma else rest[:cut]
