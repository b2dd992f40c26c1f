"""A question's words, and which of them carry meaning."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from api.wording.slots import phrases

WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")


@dataclass(frozen=True)
class Token:
    """A word and where it stands."""

    start: int
    end: int
    text: str

    @property
    def carries(self) -> bool:
        """Whether it is more than a word that every question has."""
        return self.text.lower() not in phrases()["stop"]


def tokens(text: str) -> list[Token]:
    """The words of a text.

    >>> [one.text for one in tokens("who knows the O'Hares, at St. Aidan's?") if one.carries]
    ["O'Hares", 'St', "Aidan's"]
    """
    return [Token(found.start(), found.end(), found.group()) for found in WORD.finditer(text)]


def runs(words: list[Token], taken: Iterable[tuple[int, int]]) -> list[list[Token]]:
    """Stretches of neighbouring words that nothing has taken, without empty words at their ends; the longest first."""
    spans = list(taken)
    stretches: list[list[Token]] = [[]]
    for word in words:
        if any(start <= word.start < end for start, end in spans):
            stretches.append([])
        else:
            stretches[-1].append(word)
    trimmed = [_trimmed(stretch) for stretch in stretches]
    return sorted((one for one in trimmed if one), key=lambda one: (-len(one), one[0].start))


def _trimmed(stretch: list[Token]) -> list[Token]:
    while stretch and not stretch[0].carries:
        stretch = stretch[1:]
    while stretch and not stretch[-1].carries:
        stretch = stretch[:-1]
    return stretch
