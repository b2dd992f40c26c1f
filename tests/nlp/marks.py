"""Sentences with their marks: `Mum says <need negated>the rent is not behind</need>.`"""

from __future__ import annotations

import re
from dataclasses import dataclass

TAG = re.compile(r"<(?P<label>[a-z]+)(?P<flags>(?: [a-z_=]+)*)>(?P<inside>[^<]*)</(?P=label)>")


@dataclass(frozen=True)
class Mark:
    """A stretch of a sentence, with its label, flags and code."""

    label: str
    text: str
    start: int
    flags: frozenset[str] = frozenset()


def parse(marked: str) -> tuple[str, set[Mark]]:
    """The plain sentence and its marks.

    >>> parse("No <need negated>debts</need>.")[0]
    'No debts.'
    """
    plain, marks, place = "", set(), 0
    for tag in TAG.finditer(marked):
        plain += marked[place : tag.start()]
        flags = frozenset(tag["flags"].split())
        marks.add(Mark(tag["label"].upper(), tag["inside"], len(plain), flags))
        plain += tag["inside"]
        place = tag.end()
    return plain + marked[place:], marks
