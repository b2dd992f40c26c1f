"""Which questions some words speak for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from api.wording.slots import Taken, phrases

UNCUED = 0.3


@dataclass(frozen=True)
class Cue:
    """Words that speak for a question; `kind` are those that say what sort of thing it is asked of."""

    question: str
    spans: tuple[tuple[int, int], ...]
    kind: tuple[tuple[int, int], ...]
    order: int
    """Where the question stands among those that people may mean."""
    uncued: float
    """What a reading is worth, of 1, where no words speak for the question."""
    gives: tuple[Taken, ...]
    """What the words that speak for it fill as well."""


@dataclass(frozen=True)
class Phrases:
    """What speaks for one question."""

    question: str
    cues: re.Pattern[str]
    kind: re.Pattern[str] | None
    uncued: float
    gives: tuple[tuple[re.Pattern[str], dict[str, Any]], ...]
    """Words that fill parameters, and with what."""


@cache
def known() -> tuple[Phrases, ...]:
    """The phrases of every question there is."""
    listed = phrases()["questions"]
    return tuple(
        Phrases(
            title,
            _any(one["cues"]),
            _any(one["kind"]) if one.get("kind") else None,
            one.get("uncued", UNCUED),
            tuple((_any([words]), filled) for words, filled in one.get("gives", {}).items()),
        )
        for title, one in listed.items()
    )


def cues(text: str) -> Iterator[Cue]:
    """Every question there is, with the words of the text that speak for it, if any.

    >>> [one.question for one in cues("who already knows the Hartley family?") if one.spans][:2]
    ['who_knows_family', 'who_knows_person']
    """
    spans = {one.question: [found.span() for found in one.cues.finditer(text)] for one in known()}
    longest = [span for found in spans.values() for span in found]
    for order, one in enumerate(known()):
        kind = tuple(found.span() for found in one.kind.finditer(text)) if one.kind else ()
        counting = tuple(span for span in spans[one.question] if not any(_inside(span, other) for other in longest))
        yield Cue(one.question, counting, kind, order, one.uncued, tuple(_given(one, text)) if counting else ())


def _given(one: Phrases, text: str) -> Iterator[Taken]:
    for words, filled in one.gives:
        if found := words.search(text):
            for name, value in filled.items():
                told = f"the choice of {name.replace('_', ' ')}{'' if value is True else f': {value}'}"
                yield Taken(found.start(), found.end(), name, value, found.group(), told)


def _inside(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return other[0] <= span[0] and span[1] <= other[1] and span != other


def _any(written: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b(?:{one})\b" for one in sorted(written, key=len, reverse=True)), re.I)
