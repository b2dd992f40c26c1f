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

AGAIN = re.compile(r"\s+(?:again|since|until|till|as)$", re.IGNORECASE)
DETAIL = re.compile(
    r"\s+(?:of|by|totalling|worth)\s+\u00a3\s?[\d,.]+k?$"
    r"|\s+(?:to|on|across|over)\s+(?:(?:his|her|their|the|both|left|right|upper|lower|inner|outer)\s+)*"
    r"(?:arms?|legs?|face|cheeks?|neck|wrists?|back|shins?|thighs?|ears?|forearms?|shoulders?|chest|hands?|knees?|torso)$",
    re.IGNORECASE,
)
"""How much and where on the body: what a strain is like, not what it is."""
VENUE = re.compile(
    r"(?:taken|went|admitted|brought|conveyed|attended|attends|presented|presents)\s+(?:(?:to|at|in)\s+)?(?=(?:A\s?[&+]\s?E|ED|casualty)\b)"
)


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
    """A need without the helping verb before it, "again" after it, how much or where on the body, dates or relatives."""
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
    for opening in (AUXILIARY, VENUE):
        lead = opening.match(text[start:end])
        start += lead.end() if lead else 0
    detail = DETAIL.search(text[start:end])
    end = start + detail.start() if detail else end
    end = start + len(text[start:end].rstrip(" ,-"))
    tail = (TAIL if end < hit.end else AGAIN).search(text[start:end])
    end = start + tail.start() if tail and tail.start() else end
    end = start + len(text[start:end].rstrip(" ,-"))
    return Span(start, end, "NEED", hit.value.removeprefix("-"), absent=hit.value.startswith("-"))
