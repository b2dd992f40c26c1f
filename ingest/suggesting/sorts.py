"""What sort of service or asset a directory lists, by words of its file's name, headers and values."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from ingest.suggesting.profile import Column
from ingest.suggesting.words import words

MOSTLY = 0.5
NAMING = ("name", "names", "of", "the", "title")


@dataclass(frozen=True)
class Sort:
    """One sort of thing that places list."""

    sort: str
    label: Literal["Service", "Asset", "Organisation"]
    words: tuple[tuple[str, ...], ...]
    need: str | None = None
    named: str | None = None
    """The cleaner of its names, where lists give the town alone."""
    chain: bool = False
    agency_runs: bool = False
    broad: bool = False


@cache
def sorts() -> tuple[Sort, ...]:
    """Every sort in words/offered.yaml."""
    return tuple(_sort(name, told) for name, told in words("offered")["sorts"].items())


def _sort(name: str, told: dict[str, Any]) -> Sort:
    phrases = tuple(tuple(text.split()) for text in told["words"])
    more = {key: value for key, value in told.items() if key not in ("as", "words")}
    return Sort(name, told["as"], phrases, **more)


def sort_of(file: Path, columns: tuple[Column, ...], kinds: Column | None, names: Column | None) -> tuple[Sort, str] | None:
    """The sort a table lists and what told it; None where nothing does, or several do equally."""
    told = [(file.stem, "the file's name says so")]
    told += [(column.name, f"the header {column.name!r} says so") for column in columns if is_sort_header(column.name)]
    for text, where in told:
        if (found := _in_words(text)) and found.label != "Organisation":
            return found, where
    for column, what in ((kinds, "sorts"), (names, "names")):
        if column is not None and (found := _in_values(column)):
            return found, f"most of its {what} say so"
    return None


def is_sort_header(header: str) -> bool:
    """Whether a header is nothing but a sort, perhaps with `name`: `pharmacy_name`, `Warm Space`."""
    bare = _bare(header)
    said = tuple(word for word in bare if word not in NAMING)
    listed = ((phrase, sort) for sort in sorts() for phrase in sort.words if len(bare) > len(said) or not sort.broad)
    return any(said == tuple(word for word in phrase if word not in NAMING) for phrase, _ in listed)


def _in_words(text: str) -> Sort | None:
    """The sort with the longest phrase in a text."""
    said = _bare(text)
    best: tuple[int, Sort] | None = None
    for sort in sorts():
        for phrase in sort.words:
            if _holds(said, phrase) and (best is None or len(phrase) > best[0]):
                best = (len(phrase), sort)
    return best[1] if best else None


def _in_values(column: Column) -> Sort | None:
    found = [sort for value in column.filled if (sort := _in_words(value)) is not None and sort.label != "Organisation"]
    best = max(set(found), key=found.count, default=None)
    return best if best and found.count(best) > MOSTLY * len(column.filled) else None


def _holds(said: list[str], phrase: tuple[str, ...]) -> bool:
    return any(tuple(said[at : at + len(phrase)]) == phrase for at in range(len(said)))


def _bare(text: str) -> list[str]:
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", re.sub(r"['’]", "", text))
    return re.findall(r"[a-z]+", spaced.lower())
