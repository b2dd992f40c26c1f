"""Needs, risks, strains and warning signs in a note's words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nlp.phrasebook import Hit
from nlp.spans import Span
from nlp.vocabulary import Vocabulary

AUXILIARY = re.compile(
    r"(?:(?:has|have|had|was|were|is|are|been|being|be|seemed|seems|appeared|appears)\s+)+(?=\w)",
    re.IGNORECASE,
)
TAIL = re.compile(
    r"(?:\s+(?:again|since|for|on|in|last|from|and|of|by|at|the|to|her|his|this|until|till|is|has|was))+$", re.IGNORECASE
)

AGAIN = re.compile(r"\s+again$", re.IGNORECASE)


def find_needs(text: str, words: Vocabulary, others: Iterable[Span]) -> list[Span]:
    """Needs with their codes; a date or relative at either end of one stands for itself."""
    starts = {span.start: span for span in others if span.end - span.start > 1}
    needs = []
    for hit in words.needs.find(text):
        need = trim(text, hit, starts)
        if need.end - need.start > 1:
            needs.append(need)
    return needs


def trim(text: str, hit: Hit, others: dict[int, Span]) -> Span:
    """A need without the helping verb before it, "again" after it, and without dates or relatives at its ends."""
    start, end = hit.start, hit.end
    first = others.get(start)
    if first is not None and first.end < end:
        start = first.end + len(text[first.end : end]) - len(text[first.end : end].lstrip(" '"))
    for place in range(end - 1, start, -1):
        other = others.get(place)
        if other is not None and other.end >= end and other.label == "FAMILY":
            break
        if other is not None and other.end >= end:
            end = place
    lead = AUXILIARY.match(text[start:end])
    start += lead.end() if lead else 0
    end = start + len(text[start:end].rstrip(" ,-"))
    tail = (TAIL if end < hit.end else AGAIN).search(text[start:end])
    end = start + tail.start() if tail and tail.start() else end
    end = start + len(text[start:end].rstrip(" ,-"))
    return Span(start, end, "NEED", hit.value.removeprefix("-"), absent=hit.value.startswith("-"))
