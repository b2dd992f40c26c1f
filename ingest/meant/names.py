"""How well a person of a name may be called so: in full, by forename, by initials, in short, by title and surname."""

import re
from collections.abc import Iterable

from rapidfuzz import fuzz

from ingest.cleaners.names import folded, ordered

FULL, CALLED, INITIAL, FORENAME, TITLED, SHORT = 1.0, 0.95, 0.9, 0.85, 0.75, 0.7
"""How sure each way of naming makes us of a person of that name, before it is asked who is about."""
LIKE = 86
"""From this likeness, of 100, a forename beside the right surname is the same one misspelt."""

BY_TITLE = re.compile(r"(?:Dr|Prof|PC|PCSO|DC|DS|DI|Fr|Rev|Imam)\.? (?P<surname>[\w'-]+)$")
"""A practitioner whom records know by title and surname alone."""


def goes_by(name: str, full_name: str | None, known_as: str | None) -> bool:
    """Whether a person of a full name may be called so: in full, by forename, by initial and surname.

    >>> goes_by("Jay", "Jayden Hartley", "Jay"), goes_by("H Dewhurst", "Helen Dewhurst", None)
    (True, True)
    >>> goes_by("Reece C", "Reece Campbell", None), goes_by("Hartley", "Kelly Hartley", None)
    (True, False)
    """
    return how_well(name, full_name, known_as) > SHORT


def how_well(name: str, full_name: str | None, known_as: str | None) -> float:
    """How sure a name makes us of a person who is known so; 0 where they cannot be called that.

    >>> how_well("Jo Marsh", "Jo Marsh", None), how_well("Marsh J", "Jo Marsh", None), how_well("Jo", "Jo Marsh", None)
    (1.0, 0.9, 0.85)
    >>> how_well("Kath", "Kathleen Marsh", None), how_well("Sam", "Jo Marsh", None)
    (0.7, 0.0)
    """
    words = ordered(name).lower().replace(".", "").split()
    own = (full_name or "").lower().split()
    if not words or not own:
        return 0.0
    if known_as and folded(name) == folded(known_as):
        return CALLED
    if len(words) == 1:
        return _by_forename(folded(words[0]), own)
    if folded(" ".join(words)) == folded(" ".join(own)):
        return FULL
    return max(_by_both(words[0], words[-1], own), _by_both(words[-1], words[0], own) if len(words[-1]) == 1 else 0.0)


def surname_of(full_name: str | None) -> str:
    """A person's last name, as names are compared.

    >>> surname_of("Rania Al-Hassan")
    'alhassan'
    """
    return folded((full_name or " ").split(" ")[-1])


def by_surname(name: str, full_names: Iterable[str | None]) -> float:
    """How sure a title and a surname make us of somebody of one of these names."""
    return TITLED if folded(name) in {surname_of(one) for one in full_names} else 0.0


def by_initials(initials: str, full_name: str | None) -> bool:
    """Whether a name has these initials.

    >>> by_initials("JM", "Jo Marsh"), by_initials("JM", "Jo Ann Marsh")
    (True, True)
    """
    own = [part for part in (full_name or "").replace("-", " ").split() if part]
    return len(own) > 1 and initials.upper() == (own[0][0] + own[-1][0]).upper()


def works_as(name: str, full_name: str) -> bool:
    """Whether a practitioner may be called so; Dr Marsh by whoever is a Marsh."""
    titled = BY_TITLE.match(full_name)
    if titled:
        return folded(titled["surname"]) in {folded(word) for word in name.split() if len(word) > 2}
    return how_well(name, full_name, None) > SHORT or folded(name) == folded(full_name)


def _by_forename(word: str, own: list[str]) -> float:
    if len(own) < 2:
        return 0.0
    forename = folded(own[0])
    if word == forename:
        return FORENAME
    return SHORT if len(word) > 2 and forename.startswith(word) else 0.0


def _by_both(first: str, last: str, own: list[str]) -> float:
    """Forename and surname, each of which may be an initial, but not both."""
    if len(own) < 2 or (len(first) == 1 and len(last) == 1):
        return 0.0
    surname = folded(last) == folded(own[-1]) or (len(last) == 1 and own[-1].startswith(last))
    forename = (
        first == own[0] or (len(first) == 1 and own[0].startswith(first)) or (len(own[0]) == 1 and first.startswith(own[0]))
    )
    if surname and forename:
        return INITIAL
    if not surname or len(last) == 1 or len(first) < 3:
        return 0.0
    return FORENAME if own[0].startswith(first) or fuzz.ratio(first, own[0]) >= LIKE else 0.0
