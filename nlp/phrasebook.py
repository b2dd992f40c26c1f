"""Many patterns looked up at once at the start of every word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import regex  # type: ignore[import-untyped, unused-ignore]

from nlp.cues import word_starts

REACH = 6
"""By how many of their first characters phrases are shelved."""
GAP = r"(?:[^\S\n]+|\n)"


@dataclass(frozen=True)
class Hit:
    """A phrase found in a text, with what the phrase book says it means."""

    start: int
    end: int
    value: str


@dataclass(frozen=True)
class Phrase:
    """A pattern and its meaning; `partial` tells whether a text could still become it."""

    pattern: re.Pattern[str]
    partial: Any
    value: str


def translate(phrase: str, shorthand: Mapping[str, str]) -> str:
    """A phrase of the YAML files as a regular expression.

    >>> translate("can't pay", {})
    "can['\u2019]?t(?:[^\\\\S\\\\n]+|\\\\n)pay"
    """
    for name, meaning in shorthand.items():
        phrase = phrase.replace("{" + name + "}", meaning)
    out, in_class, index = [], False, 0
    while index < len(phrase):
        char = phrase[index]
        if char == "\\":
            out.append(phrase[index : index + 2])
            index += 2
            continue
        if char in "[]":
            in_class = char == "["
        if char == " " and not in_class:
            optional = phrase[index + 1 : index + 2] in {"?", "*"}
            out.append(f"{GAP}?" if optional else GAP)
            index += 2 if optional else 1
            continue
        out.append("['\u2019]?" if char == "'" and not in_class else char)
        index += 1
    return "".join(out)


def alternatives(phrase: str) -> tuple[list[str], list[str]]:
    """The choices of a phrase that keep their capitals, and those that don't.

    >>> alternatives("=OTs?|physio(?:s|therapist)")
    (['OTs?'], ['physio(?:s|therapist)'])
    """
    parts, depth, escaped = [""], 0, False
    for char in phrase:
        depth += 0 if escaped else (char in "([") - (char in ")]")
        if char == "|" and depth == 0 and not escaped:
            parts.append("")
        else:
            parts[-1] += char
        escaped = char == "\\" and not escaped
    return [p[1:] for p in parts if p.startswith("=")], [p for p in parts if not p.startswith("=")]


def compile_phrase(phrase: str, shorthand: Mapping[str, str], value: str, flags: int) -> Phrase:
    """A phrase ready to match, case and all as the flags say."""
    source = f"(?:{translate(phrase, shorthand)})"
    return Phrase(re.compile(source + r"(?!\w)", flags), regex.compile(source, flags), value)


@dataclass(frozen=True)
class PhraseBook:
    """Phrases by the first characters a match begins with; the shelves fill as texts ask for them."""

    phrases: tuple[Phrase, ...]
    shelves: dict[str, tuple[Phrase, ...]] = field(default_factory=dict, compare=False)

    def shelf(self, beginning: str) -> tuple[Phrase, ...]:
        """The phrases that a text with this beginning could hold."""
        if beginning not in self.shelves:
            self.shelves[beginning] = tuple(
                phrase
                for phrase in (self.shelf(beginning[:-1]) if len(beginning) > 1 else self.phrases)
                if phrase.partial.fullmatch(beginning, partial=True)
                or ((match := phrase.partial.match(beginning)) is not None and match.end() > 0)
            )
        return self.shelves[beginning]

    def find(self, text: str) -> Iterator[Hit]:
        """The longest phrase at every word; hits may overlap."""
        shelves = self.shelves
        for start in word_starts(text):
            best: Hit | None = None
            beginning = text[start : start + REACH]
            for phrase in shelves[beginning] if beginning in shelves else self.shelf(beginning):
                match = phrase.pattern.match(text, start)
                if match and match.end() > (best.end if best else start):
                    best = Hit(start, match.end(), phrase.value)
            if best:
                yield best


def make_book(phrases: Iterable[tuple[str, str]], shorthand: Mapping[str, str]) -> PhraseBook:
    """A phrase book out of (phrase, meaning) pairs."""
    compiled: list[Phrase] = []
    for phrase, value in phrases:
        cased, free = alternatives(phrase)
        compiled += [compile_phrase(part, shorthand, value, 0) for part in cased]
        compiled += [compile_phrase(part, shorthand, value, re.IGNORECASE) for part in free]
    return PhraseBook(tuple(compiled))
