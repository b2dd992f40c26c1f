"""What gives restricted people away in somebody else's words: their names, numbers, addresses and schools."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from graph.store import Row, Store

ANY = "MATCH (p:Person) WHERE p.restricted = true RETURN p.uid AS uid LIMIT 1"
PERSONS = (
    "MATCH (p:Person) WHERE p.restricted = true MATCH (p)<-[:SAME_AS]-(m:Mention) "
    "RETURN p.uid AS person, p.full_name AS shown, m.full_name AS full_name, m.known_as AS known_as, m.postcode AS postcode, "
    "m.address AS address, m.nhs AS nhs, m.upn AS upn, m.local AS local, m.phone AS phone, m.uid AS mention ORDER BY person, mention"
)
ATTENDED = (
    "MATCH (p:Person) WHERE p.restricted = true MATCH (p)<-[:SAME_AS]-(m:Mention)-[:ATTENDS]->(o:Organisation) "
    "RETURN DISTINCT p.uid AS person, o.full_name AS place ORDER BY person, place"
)
OTHERS = "MATCH (p:Person) WHERE p.restricted IS NULL AND p.full_name IS NOT NULL RETURN DISTINCT p.full_name AS full_name ORDER BY full_name"
POSTCODE = re.compile(r"\b([a-z]{1,2}\d[a-z\d]?) ?(\d[a-z]{2})\b")
NUMBER = re.compile(r"\b\d[\d ]{3,}\d\b")
ROOMS = frozenset({"flat", "flt", "apartment", "apt", "unit", "room", "floor", "the"})
PLAIN = frozenset(
    [
        "school",
        "primary",
        "junior",
        "infant",
        "infants",
        "high",
        "secondary",
        "academy",
        "college",
        "nursery",
        "centre",
        "church",
        "england",
        "catholic",
        "saint",
        "community",
        "free",
        "grammar",
        "sixth",
        "form",
        "preschool",
        "playgroup",
        "and",
        "the",
        "for",
        "with",
    ]
)
"""Words in the names of schools that tell no school from another."""
SHORTEST = 5
"""A number of fewer characters is too common to give anybody away."""
Pair = tuple[str, str]


@dataclass(frozen=True)
class Protected:
    """Everything by which restricted people would be known or found, folded for comparing."""

    names: frozenset[Pair] = frozenset()
    """Forename, or what they are called by, and surname."""
    initials: frozenset[Pair] = frozenset()
    surnames: frozenset[str] = frozenset()
    """Those that only restricted people have."""
    postcodes: frozenset[str] = frozenset()
    doors: frozenset[Pair] = frozenset()
    """House number and the word after it; of a house with no number its first two words."""
    numbers: frozenset[str] = frozenset()
    schools: frozenset[Pair] = frozenset()
    """A word that tells the school, and a name of somebody who goes there."""

    def told_in(self, text: str) -> bool:
        """Whether a text names one of them, or where they live or learn."""
        if self == NOBODY:
            return False
        words, plain = words_of(text), _plain(text)
        near = {*pairwise(words), *zip(words, words[2:], strict=False)}
        either_way = near | {(after, before) for before, after in near}
        if not self.names.isdisjoint(either_way) or not self.initials.isdisjoint(pairwise(words)):
            return True
        return not self.doors.isdisjoint(pairwise(words)) or self._known_by(words, plain)

    def are_in(self, values: Iterable[object]) -> bool:
        """Whether the values of one row are about one of them: a forename and a surname may stand far apart."""
        if self == NOBODY:
            return False
        texts = [str(value) for value in values if value is not None]
        words = [word for text in texts for word in words_of(text)]
        found = set(words)
        if any(first in found and last in found for first, last in (*self.names, *self.doors)):
            return True
        return self._known_by(words, " / ".join(map(_plain, texts)))

    def _known_by(self, words: list[str], plain: str) -> bool:
        found = set(words)
        return (
            not self.surnames.isdisjoint(found)
            or any(place in found and name in found for place, name in self.schools)
            or not self.postcodes.isdisjoint(f"{out}{inward}" for out, inward in POSTCODE.findall(plain))
            or not self.numbers.isdisjoint(found)
            or not self.numbers.isdisjoint(number.replace(" ", "") for number in NUMBER.findall(plain))
        )


NOBODY = Protected()


def protected(store: Store) -> Protected:
    """What gives away the people who are restricted in a store just now."""
    if not store.read(ANY):
        return NOBODY
    rows = store.read(PERSONS)
    names: dict[str, set[Pair]] = defaultdict(set)
    for row in rows:
        names[row["person"]] |= set(_names(row))
    every = frozenset(pair for pairs in names.values() for pair in pairs)
    common = {words[-1] for row in store.read(OTHERS) if (words := words_of(row["full_name"]))}
    return Protected(
        names=every,
        initials=frozenset((first[0], last) for first, last in every),
        surnames=frozenset(last for _, last in every if last not in common and len(last) > 3),
        postcodes=frozenset(_postcodes(rows)),
        doors=frozenset(door for row in rows if row["address"] for door in _doors(row["address"])),
        numbers=frozenset(number for row in rows for number in _numbers(row)),
        schools=frozenset(_schools(store.read(ATTENDED), names)),
    )


def words_of(text: str) -> list[str]:
    """A text's words as they are compared: no accent, case or mark, and no 's.

    >>> words_of("Danny O’Kon’s mum, at 12 Moss-Row")
    ['danny', 'okon', 'mum', 'at', '12', 'moss', 'row']
    """
    return re.findall(r"[a-z0-9]+", re.sub(r"'s\b|'", "", _plain(text)))


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'")) if not text.isascii() else text
    return " ".join("".join(letter for letter in decomposed if not unicodedata.combining(letter)).lower().split())


def _names(row: Row) -> Iterator[Pair]:
    """Each forename with each surname that a mention gives somebody."""
    full = [words_of(name) for name in (row["shown"], row["full_name"]) if name]
    firsts = {words[0] for words in full if len(words) > 1}
    firsts |= set(words_of(row["known_as"] or "")[:1])
    for last in {words[-1] for words in full if len(words) > 1}:
        yield from ((first, last) for first in sorted(firsts) if first != last and len(first) > 1)


def _postcodes(rows: list[Row]) -> Iterator[str]:
    """Full postcodes: part of one is half a town."""
    for row in rows:
        if code := POSTCODE.fullmatch(_plain(row["postcode"] or "")):
            yield f"{code[1]}{code[2]}"


def _doors(address: str) -> Iterator[Pair]:
    """What stands on the door: `12 Moss`, `Rose Cottage`."""
    parts = [words_of(POSTCODE.sub(" ", _plain(part))) for part in address.split(",")]
    joined = [word for part in parts for word in part]
    numbered = [
        (number, name)
        for number, name in pairwise(joined)
        if number[0].isdigit() and name.isalpha() and len(name) > 1 and name not in ROOMS
    ]
    if numbered:
        yield from numbered
    elif parts and len(parts[0]) > 1 and parts[0][0] not in ROOMS:
        yield parts[0][0], parts[0][1]


def _numbers(row: Row) -> Iterator[str]:
    """Numbers of theirs in registers and systems, and their telephones."""
    for name in ("nhs", "upn", "local", "phone"):
        number = "".join(words_of((row[name] or "").rpartition("#")[2]))
        if len(number) >= SHORTEST and any(letter.isdigit() for letter in number):
            yield number


def _schools(rows: list[Row], names: dict[str, set[Pair]]) -> Iterator[Pair]:
    for row in rows:
        for word in words_of(row["place"] or ""):
            if len(word) > 3 and word not in PLAIN:
                yield from ((word, name) for pair in names[row["person"]] for name in pair)
