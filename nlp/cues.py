"""A pattern that is tried only where a word begins that it could begin with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

import regex  # type: ignore[import-untyped, unused-ignore]

WORD_START = re.compile(r"(?<!\w)\w")
KEY = 3


@lru_cache(maxsize=4)
def word_starts(text: str) -> tuple[int, ...]:
    """Where the words of a text begin; kept for the text at hand, since many lists are looked up in it."""
    return tuple(found.start() for found in WORD_START.finditer(text))


@dataclass(frozen=True)
class Cue:
    """A pattern and where its matches begin: at words only, or `anywhere` ("? depression").

    `known` holds for each beginning whether it could be a match's.
    """

    pattern: re.Pattern[str]
    anywhere: bool = False
    known: dict[str, bool] = field(default_factory=dict, compare=False)

    @cached_property
    def partial(self) -> Any:
        """The same pattern as one that tells whether a text could still become it."""
        return regex.compile(self.pattern.pattern, regex.IGNORECASE)

    def could_begin(self, beginning: str) -> bool:
        """Whether a match may begin with these characters."""
        if beginning not in self.known:
            whole = self.partial.fullmatch(beginning, partial=True) is not None
            self.known[beginning] = whole or self.partial.match(beginning) is not None
        return self.known[beginning]

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Every match from left to right, none inside another."""
        if self.anywhere or start or end is not None:
            yield from self.pattern.finditer(text, start, len(text) if end is None else end)
            return
        last, match, known = 0, self.pattern.match, self.known
        for place in word_starts(text):
            if place < last:
                continue
            beginning = text[place : place + KEY]
            hopeful = known.get(beginning)
            if hopeful or (hopeful is None and self.could_begin(beginning)):
                found = match(text, place)
                if found is not None and found.end() > place:
                    last = found.end()
                    yield found

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match, if there is one."""
        return self.pattern.search(text, start, len(text) if end is None else end)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """A match at a place, if there is one."""
        return self.pattern.match(text, start)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The whole text as a match, if it is one."""
        return self.pattern.fullmatch(text)
