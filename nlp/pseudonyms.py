"""Notes without the people in them: names, addresses and numbers changed for others of their kind, the same each time."""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from nlp.bodies import POSTCODE
from nlp.extraction import Entity, Extraction
from nlp.vocabulary import vocabulary

NUMBERS = (
    ("postcode", POSTCODE, "ZX1 1ZX"),
    ("email", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), "someone@example.org"),
    ("phone", re.compile(r"(?<![\w/])(?:\+44 ?|0)\d(?:[ -]?\d){8,9}(?!\w)"), "01632 960000"),
    ("nhs number", re.compile(r"(?<![\w/])\d{3}[ -]?\d{3}[ -]?\d{4}(?!\w)"), "999 000 0000"),
    ("national insurance number", re.compile(r"(?<!\w)[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D](?!\w)"), "ZZ 00 00 00 A"),
    (
        "date of birth",
        re.compile(r"(?i)(?<=dob )\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|(?<=born )\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}"),
        "01/01/1900",
    ),
    ("record number", re.compile(r"(?<![\w/.])(?:[A-Z]{1,5}[-/ ]?\d{4,9}(?:[-/]\d{1,6})*|\d{6,9})(?![\w/])"), "X000000"),
)
SECRET = ("PERSON", "PLACE")


@dataclass(frozen=True)
class Change:
    """A stretch of a note and what stands in its place."""

    start: int
    end: int
    words: str


class Pseudonyms:
    """Other names for names; one key gives one name the same other name in every note, and no way back without it."""

    def __init__(self, key: bytes) -> None:
        self.key = key
        words = vocabulary()
        self.given = sorted(words.given - words.also_words)
        self.surnames = sorted(words.surnames - words.also_words)

    def number(self, word: str) -> int:
        """A number that only the key's holder can tell from a word."""
        return int.from_bytes(hmac.new(self.key, word.lower().encode(), hashlib.sha256).digest()[:6])

    def name(self, words: str) -> str:
        """Another name of the same shape: initials stay initials, small letters stay small.

        >>> len(Pseudonyms(b"k").name("Jo Smith").split())
        2
        """
        parts = re.split(r"([ .-]+)", words)
        named = [part for part in parts if part and part[0].isalpha()]
        changed = {part: self._part(part, last=part is named[-1] and len(named) > 1) for part in named}
        return "".join(changed.get(part, part) for part in parts)

    def _part(self, part: str, last: bool) -> str:
        known = part.lower() in vocabulary().surnames and part.lower() not in vocabulary().given
        names = self.surnames if last or known else self.given
        other = names[self.number(part) % len(names)]
        if len(part) == 1 or (part.isupper() and len(part) < 4):
            return "".join(chr(ord("A") + self.number(letter) % 26) for letter in part)
        return other.upper() if part.isupper() else other.capitalize() if part[0].isupper() else other

    def place(self, words: str) -> str:
        """Another address or place."""
        house = re.match(r"\d+", words)
        street = self.surnames[self.number(words) % len(self.surnames)].capitalize()
        return f"{self.number(words) % 90 + 1} {street} Road" if house else f"{street}ton"

    def apply(self, text: str, found: Extraction) -> tuple[str, Extraction]:
        """A note and its marks with people, places and numbers changed."""
        changes = sorted([*self._named(found.entities), *numbers(text)], key=lambda change: (change.start, -change.end))
        kept: list[Change] = []
        for change in changes:
            if not kept or change.start >= kept[-1].end:
                kept.append(change)
        moved = tuple(shifted(entity, kept) for entity in found.entities)
        new = rewrite(text, kept)
        return new, Extraction(tuple(replace(e, text=new[e.start : e.end]) for e in moved), found.relations)

    def _named(self, entities: Iterable[Entity]) -> Iterable[Change]:
        for entity in entities:
            if entity.label == "PERSON":
                yield Change(entity.start, entity.end, self.name(entity.text))
            elif entity.label == "PLACE":
                code = NUMBERS[0][1].fullmatch(entity.text)
                yield Change(entity.start, entity.end, NUMBERS[0][2] if code else self.place(entity.text))


def numbers(text: str) -> Iterable[Change]:
    """Postcodes, addresses of mail, phone, NHS, insurance and record numbers, dates of birth."""
    for _, pattern, other in NUMBERS:
        for match in pattern.finditer(text):
            yield Change(match.start(), match.end(), other)


def rewrite(text: str, changes: Sequence[Change]) -> str:
    """A text with its changes made."""
    pieces, place = [], 0
    for change in changes:
        pieces += [text[place : change.start], change.words]
        place = change.end
    return "".join([*pieces, text[place:]])


def shifted(entity: Entity, changes: Sequence[Change]) -> Entity:
    """An entity at its place in the changed text."""

    def moved(place: int, end: bool) -> int:
        shift = 0
        for change in changes:
            if change.end <= place:
                shift += len(change.words) - (change.end - change.start)
            elif change.start < place:
                return change.start + shift + (len(change.words) if end else 0)
        return place + shift

    return replace(entity, start=moved(entity.start, False), end=moved(entity.end, True))
