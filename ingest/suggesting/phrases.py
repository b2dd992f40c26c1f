"""What the word lists say: fields and roles, each with the phrases that tell it in a header."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ingest.suggesting.tokens import phrase, runs
from ingest.suggesting.words import FIELD_FILES, words

Words = frozenset[str]
Says = Mapping[Words, float]
"""Phrases as sets of words, each with what it takes off: nothing, or something where its words may stand apart."""
APART = 0.15


@dataclass(frozen=True)
class Field:
    """One thing that a column can hold."""

    field: str
    means: str
    says: Says
    sees: tuple[str, ...]
    """Kinds its values may be of; none: any."""
    alone: tuple[str, ...]
    broad: bool
    """Its words are so common that every word of the header must be accounted for."""
    kept: bool
    """False where the vocabulary has no place for it."""


@dataclass(frozen=True)
class Role:
    """Whom or what a header speaks of."""

    role: str
    group: str
    """subjects, relatives, workers, referrers or bodies."""
    says: Says
    kin: str | None = None
    shares_home: bool = False
    capacity: str | None = None
    rank: int = 0
    informal: bool = False
    of_school: bool = False
    of_practice: bool = False
    incidental_at_events: bool = False


@cache
def fields() -> dict[str, Field]:
    """Every field by its name; where two files tell one name, the first stands."""
    found: dict[str, Field] = {}
    for file in FIELD_FILES:
        listed = words(file)
        for name, told in listed["fields"].items():
            sees, alone = tuple(told.get("sees", ())), tuple(told.get("alone", ()))
            kept = bool(listed.get("kept", True))
            found.setdefault(name, Field(name, told["means"], _said(told["says"]), sees, alone, told.get("broad", False), kept))
    return found


@cache
def roles() -> dict[str, Role]:
    """Every role by its name."""
    return {role.role: role for role in _roles()}


@cache
def before_roles() -> frozenset[str]:
    """Words that may stand before any role and tell no other."""
    return frozenset(word for text in words("roles")["before"] for word in phrase(text))


def _roles() -> Iterator[Role]:
    for group, named in words("roles").items():
        if isinstance(named, dict):
            for name, told in named.items():
                more = {} if isinstance(told, list) else {key: value for key, value in told.items() if key != "says"}
                yield Role(name, group, _said(told if isinstance(told, list) else told["says"]), **more)


def _said(texts: list[str]) -> Says:
    """The phrases as sets of words; a run that is one word is also told by its words standing apart in a header."""
    told = [frozenset(phrase(text)) for text in texts]
    apart = [words - {run} | set(parts) for words in told for run in words for parts in runs().get(run, ())]
    return {**dict.fromkeys(apart, APART), **dict.fromkeys(told, 0.0)}
