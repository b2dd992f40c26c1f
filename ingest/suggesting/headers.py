"""What a header may mean: fields and roles that its words tell, the likeliest first."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from ingest.suggesting.phrases import Field, Role, Says, Words, before_roles, fields, roles
from ingest.suggesting.tokens import tokens
from ingest.suggesting.words import words

UNEXPLAINED, MORE = 0.4, 0.15
"""What a word that nothing explains takes off, and each further one."""
TURNS = frozenset({"to", "from"})
"""Words that explain nothing and need no explaining."""
ROLE_WORD = 0.9
HEADLESS = 0.3
WHOLE = 0.25
"""What one phrase gains that explains the whole header: `Link Worker` is a role, and no worker's link."""
RESIDENTS = ("subjects", "relatives")
OF_RESIDENTS = frozenset({"relationship", "dob", "sex", "nhs", "upn", "known_as"})
"""What no worker and no body has in a table."""
OF_A_HOME = frozenset(
    {"address", "address_line", "house_number", "street", "locality", "town", "postcode", "person_id", "record_key"}
)
NUMERALS = {"one": "1", "two": "2", "three": "3", "first": "1", "second": "2", "third": "3", "secondary": "2"}


@dataclass(frozen=True)
class Sense:
    """One reading of a header: the field it tells, and of whom."""

    field: str | None
    """None where it names a role alone: `Officer`, `Patient`."""
    role: Role | None
    index: str | None
    """The number behind a role: the 2 of `Contact 2`."""
    left: tuple[str, ...]
    """Words that nothing explains."""
    score: float
    told: Words = frozenset()
    """The words that told the field."""


@lru_cache(maxsize=4096)
def senses(header: str) -> tuple[Sense, ...]:
    """Every reading of a header, the likeliest first.

    >>> best = senses("Mother's Mobile")[0]
    >>> best.field, best.role.role
    ('phone', 'mother')
    """
    said = tokens(header)
    found = [_of_head(sense, _head(header, said)) for sense in (*_fielded(said), *_roled(said))]
    best: dict[tuple[str | None, str | None], Sense] = {}
    for sense in found:
        key = (sense.field, sense.role.role if sense.role else None)
        if key not in best or best[key].score < sense.score:
            best[key] = sense
    return tuple(sorted(best.values(), key=lambda sense: -sense.score))


def _head(header: str, said: tuple[str, ...]) -> str:
    """What a header is a sort of: its last word, or the one before `of`."""
    return said[0] if re.match(r"\s*\w+\s+of\b", header, re.I) else said[-1]


def _of_head(sense: Sense, head: str) -> Sense:
    """A reading that leaves out what the header is a sort of is a weaker one: a site type is a type and no site."""
    missed = head in words("tokens")["heads"].split() and head in sense.left
    return replace(sense, score=sense.score - HEADLESS) if missed else sense


def _fielded(said: tuple[str, ...]) -> Iterator[Sense]:
    """Readings in which some of the words tell a field, and others perhaps whose it is."""
    for field in fields().values():
        told, loose = _longest(field.says, frozenset(said))
        if not told:
            continue
        # A day may stand with its hour in one column.
        rest = tuple(word for word in said if word not in told and not (word == "times" and "date" in field.sees))
        for role, role_words, more in ((None, frozenset[str](), 0.0), *_roles_in(rest)):
            same = _subject_words() if role is not None and role.group == "subjects" else frozenset[str]()
            index, left = _index(tuple(word for word in rest if word not in role_words and word not in same))
            of_nobody = role is not None and _not_of(field.field, role)
            if not of_nobody and not (field.broad and left and role is None):
                lone = UNEXPLAINED if index and role is None else 0.0
                yield Sense(field.field, role, index, left, _score(field, told, role_words, left) - loose - more - lone, told)


def _not_of(field: str, role: Role) -> bool:
    """Whether nobody of a role has such a thing in a table: a worker has no home there, a body no birth."""
    if role.group in RESIDENTS:
        return field == "offer_name"
    at_home = role.group != "bodies" and field in OF_A_HOME
    return field == "offer_name" or field in OF_RESIDENTS or at_home


def _score(field: Field, words: Words, role_words: Words, left: tuple[str, ...]) -> float:
    whole = WHOLE if not role_words and not left else 0.0
    return len(words) + ROLE_WORD * len(role_words) + whole - _unexplained(left) - (0.1 if field.broad else 0.0)


def _unexplained(left: tuple[str, ...]) -> float:
    return UNEXPLAINED + MORE * (len(left) - 1) if left else 0.0


def _roled(said: tuple[str, ...]) -> Iterator[Sense]:
    """Readings in which the words name somebody and nothing more."""
    for role, told, loose in _roles_in(said):
        before = [word for word in said if word not in told and word in before_roles()]
        index, left = _index(tuple(word for word in said if word not in told and word not in before))
        whole = 0.0 if left else WHOLE
        score = ROLE_WORD * (len(told) + len(before)) + whole - _unexplained(left) - 0.05 - loose
        yield Sense(None, role, index, left, score)


@cache
def _subject_words() -> frozenset[str]:
    """Words that alone name the subject of a row: `Name of Child/YP` says it twice."""
    return frozenset(
        word for role in roles().values() if role.group == "subjects" for said in role.says for word in said if len(said) == 1
    )


def _roles_in(said: tuple[str, ...]) -> Iterator[tuple[Role, Words, float]]:
    for role in roles().values():
        words, loose = _longest(role.says, frozenset(said))
        if words:
            yield role, words, loose


def _longest(says: Says, said: Words) -> tuple[Words, float]:
    """The phrase with most words among those said, and what it takes off."""
    fitting = [(words, loose) for words, loose in says.items() if words and words <= said]
    return max(fitting, key=lambda one: (len(one[0]), -one[1]), default=(frozenset(), 0.0))


def _index(left: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
    """The number among words, and the others."""
    numbered = [word for word in left if word.isdigit() or word in NUMERALS]
    index = NUMERALS.get(numbered[0], numbered[0]) if numbered else None
    return index, tuple(word for word in left if word not in numbered and word not in TURNS)
