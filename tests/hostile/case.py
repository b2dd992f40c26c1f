"""One hostile file: how it is made, how a mapping would read it, and what must become of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Make = Callable[[Path, bool], None]
"""Writes the file; the large form where it is asked for and there is one."""


@dataclass(frozen=True)
class Case:
    """A hostile file."""

    name: str
    what: str
    form: str
    """`reads: {format: …}` of its mapping."""
    expected: str
    """What its message or the problems of its rows must say; a pattern."""
    make: Make
    has_large: bool


CASES: list[Case] = []


def case(name: str, what: str, form: str, expected: str, large: bool = False) -> Callable[[Make], Make]:
    """Take a file into the corpus."""

    def taken(make: Make) -> Make:
        CASES.append(Case(name, what, form, expected, make, large))
        return make

    return taken
