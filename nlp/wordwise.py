"""A note word by word, as the rules for names see it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from nlp.cover import Cover
from nlp.spans import Span
from nlp.vocabulary import Vocabulary

WORD = re.compile(r"[^\W\d_][^\W_]*(?:['\u2019-][^\W\d_][^\W_]+)*(?:['\u2019](?!s\b)[^\W\d_]+)?")


GAELIC = re.compile(r"(?:o['\u2019]|mc|mac(?=[^khe]))[a-z]{3,}")
OWNING = ("'s", "\u2019s")


@dataclass(frozen=True)
class Word:
    """A word of the note and where it stands."""

    text: str
    start: int
    end: int

    @property
    def cap(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()

    @property
    def low(self) -> str:
        """It in small letters, without a possessive."""
        return self.text.lower()


def words_of(text: str) -> list[Word]:
    """The words of a note; a possessive 's is no part of one."""
    found = []
    for match in WORD.finditer(text):
        word = match.group()
        if word[-2:] in OWNING:
            word = word[:-2]
        found.append(Word(word, match.start(), match.start() + len(word)))
    return found


@dataclass
class Reader:
    """A note read for names: its words, and the spans already taken by other labels."""

    text: str
    words: list[Word]
    taken: list[Span]
    known: Vocabulary
    cover: Cover

    @cached_property
    def at(self) -> dict[int, int]:
        """The number of the word that begins at a place."""
        return {word.start: number for number, word in enumerate(self.words)}

    def first_name(self, index: int) -> bool:
        """Whether a word is a given name, or a double one such as Lily-Rose."""
        low = self.words[index].low
        return low in self.known.given or ("-" in low and low.split("-")[0] in self.known.given)

    def before(self, index: int, reach: int = 40) -> str:
        """The text right before a word."""
        start = self.words[index].start
        return self.text[max(0, start - reach) : start]

    def open(self, index: int) -> bool:
        """Whether a word is there and not yet part of something else."""
        if not 0 <= index < len(self.words):
            return False
        word = self.words[index]
        return self.cover.free(word.start, word.end)

    def name_word(self, index: int) -> bool:
        """Whether a word could go on with a name: a capital, and none of the words that open sentences."""
        if not self.open(index):
            return False
        word = self.words[index]
        return word.cap and word.low not in self.known.not_names and not (word.text.isupper() and len(word.text) in (2, 3))

    def joined(self, index: int) -> bool:
        """Whether a word follows the one before it after a single space."""
        return index > 0 and self.text[self.words[index - 1].end : self.words[index].start] in (" ", ". ")

    def extend(self, index: int, most: int = 2) -> int:
        """The last word of a name that begins at a word."""
        last = index
        while last - index < most and last + 1 < len(self.words) and self.joined(last + 1) and self.open(last + 1):
            after = self.words[last + 1]
            single = len(after.text) == 1 and after.cap and after.low not in {"i", "a"}
            surname = (
                not after.cap
                and not self.words[index].cap
                and (after.low in self.known.surnames - self.known.also_words or bool(GAELIC.match(after.low)))
            )
            if self.text[self.words[last].end] == "." and len(self.words[last].text) > 1:
                break
            if not (self.name_word(last + 1) or single or surname):
                break
            if after.text.isupper() and len(after.text) > 2 and not self.words[index].text.isupper():
                break
            last += 1
        return last

    def starts_sentence(self, index: int) -> bool:
        """Whether a word opens a sentence, so that its capital says nothing."""
        before = self.before(index).rstrip(" ")
        return not before or before[-1] in '.!?:\n-\u2022"\u201c'
