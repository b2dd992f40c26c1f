"""A note's text written out: short forms in full, plain quotes and spaces; every place leads back to the note."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files

import yaml

TOKEN = re.compile(r"(?<![\w/'-])\w[\w/'-]*")
SAME = str.maketrans({"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\u00a0": " ", "\t": " ", "\u2011": "-"})
"""Characters read as another; one for one, so that places stay."""
SHOUTED = re.compile(
    r"(?m)^[^a-z\n]*[A-Z]{2,}[^a-z\n]* [^a-z\n]*[A-Z]{2,}[^a-z\n]* [^a-z\n]*[A-Z]{3,}[^a-z\n]* [^a-z\n]*[A-Z]{2,}[^a-z\n]*$"
)
"""A line of four or more words in capitals alone."""


@dataclass(frozen=True)
class Plain:
    """A text written out; `anchors` are the (start, end, start in the note, end in the note) of what was replaced."""

    text: str
    anchors: tuple[tuple[int, int, int, int], ...] = ()

    @cached_property
    def begins(self) -> list[int]:
        """Where each replaced stretch begins in the written-out text."""
        return [anchor[0] for anchor in self.anchors]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the written-out text stands in the note.

        >>> normalise("appt w Jo").back(17, 19)
        (7, 9)
        """
        return self._place(start, 0), self._place(end, 1)

    def _place(self, place: int, side: int) -> int:
        at = bisect_right(self.begins, place - side) - 1
        if at < 0:
            return place
        _, last, begin, finish = self.anchors[at]
        if place < last or (side and place == last):
            return finish if side else begin
        return place - last + finish


REAL = frozenset(
    [
        "parent",
        "grandparent",
        "bothers",
        "benefit",
        "exclude",
        "bother",
        "broth",
        "hater",
        "father's",
        "granson's",
        "visor",
        "tutor",
        "sitter",
        "moher",
        "parter",
    ]
)
"""Words in their own right that a slip would make of another."""


@lru_cache(maxsize=1)
def abbreviations() -> dict[str, str]:
    """The short forms of patterns/abbreviations.yaml."""
    loaded = yaml.safe_load((files("nlp") / "patterns" / "abbreviations.yaml").read_text(encoding="utf-8"))
    return slips(loaded["slips"].split()) | {str(short): str(full) for short, full in loaded["words"].items()}


def slips(words: Iterable[str]) -> dict[str, str]:
    """Long words with a letter left out or two in the other order.

    >>> slips(["cousin"])["cuosin"], slips(["cousin"])["cousn"]
    ('cousin', 'cousin')
    """
    found: dict[str, str] = {}
    for word in words:
        for at in range(1, len(word)):
            found[word[:at] + word[at + 1 :]] = word
            if at < len(word) - 1:
                found[word[:at] + word[at + 1] + word[at] + word[at + 2 :]] = word
    return {slip: word for slip, word in found.items() if slip not in words and slip not in REAL}


def normalise(text: str) -> Plain:
    """A note written out.

    >>> normalise("Appt w dtr 2moro").text
    'Appointment with daughter tomorrow'
    """
    same = text.translate(SAME)
    if SHOUTED.search(same):
        lowered = SHOUTED.sub(lambda line: line.group().lower(), same)
        same = lowered if len(lowered) == len(same) else same
    known, pieces, anchors, place, length = abbreviations(), [], [], 0, 0
    for token in TOKEN.finditer(same):
        word = token.group()
        full = known.get(word.lower())
        if full is None or (len(word) == 1 and word.isupper()):
            continue
        full = full.capitalize() if word[0].isupper() and not word.isupper() else full
        pieces += [same[place : token.start()], full]
        length += token.start() - place
        anchors.append((length, length + len(full), token.start(), token.end()))
        length, place = length + len(full), token.end()
    return Plain("".join([*pieces, same[place:]]), tuple(anchors))
