"""Which mentions are of the same person or relative, and who of them is the note's subject."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from nlp.spans import Span


def name_parts(name: str) -> list[str]:
    """A name's parts in small letters; initials lose their stops."""
    return [part for part in re.split(r"[\s\-]+", name.lower().replace(".", " ").strip()) if part]


def same_name(short: str, full: str) -> bool:
    """Whether one name can stand for the other: Lexi for Lexi Shaw, KB for K.B., J Smith for Jo Smith."""
    one, two = name_parts(short), name_parts(full)
    if "".join(one) == "".join(two):
        return True
    if len(one) > len(two):
        one, two = two, one
    if len(one) == 1:
        return one[0] in two
    if one[-1] != two[-1]:
        return False
    return one[0] == two[0] or ((len(one[0]) == 1 or len(two[0]) == 1) and one[0][0] == two[0][0])


def by_surname(short: str, full: str) -> bool:
    """Whether the one name is but the surname of the other."""
    one, two = name_parts(short), name_parts(full)
    return len(one) == 1 < len(two) and (one[0] == two[-1] or (len(two[-1]) == 1 and one[0] == two[0]))


def join_people(text: str, people: Sequence[Span], kin: Collection[Span] = ()) -> dict[Span, Span]:
    """Each later mention with the main one: the fullest, or the first of equals.

    A surname alone is not joined to a relative (`kin`) who bears it too: Mr Ali and his son Yusuf Ali.
    """
    mains: list[Span] = []
    joined: dict[Span, Span] = {}
    order = sorted(people, key=lambda s: (-len(name_parts(text[s.start : s.end])), s.start))
    for span in order:
        name = text[span.start : span.end]
        fits = [
            main
            for main in mains
            if same_name(name, text[main.start : main.end])
            and not (main in kin and by_surname(name, text[main.start : main.end]))
        ]
        before = [main for main in fits if main.start < span.start]
        if fits:
            joined[span] = before[-1] if before and len(fits) > 1 else fits[0]
        else:
            mains.append(span)
    return joined


def join_kin(families: Sequence[Span], owners: dict[Span, Span | None]) -> dict[Span, Span]:
    """A kin word said again of the same person's same relative, with its first mention."""
    first: dict[tuple[str | None, Span | None], Span] = {}
    joined: dict[Span, Span] = {}
    for span in families:
        key = (span.value, owners.get(span))
        if key in first:
            joined[span] = first[key]
        else:
            first[key] = span
    return joined
