"""Stretches of a note that may be an entity, and the choice among those that overlap."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Span:
    """A candidate: `value` is a need's code or a kin word's relation; `absent` says it is not so."""

    start: int
    end: int
    label: str
    value: str | None = None
    absent: bool = False
    iso: date | None = None

    def touches(self, other: Span) -> bool:
        """Whether two candidates share a character."""
        return self.start < other.end and other.start < self.end


def choose(groups: Iterable[Iterable[Span]]) -> list[Span]:
    """The candidates that stand, in order of the text: earlier groups first, then the longer."""
    chosen: list[Span] = []
    taken: set[int] = set()
    for group in groups:
        for span in sorted(group, key=lambda s: (s.start - s.end, s.start)):
            places = range(span.start, span.end)
            if places and taken.isdisjoint(places):
                taken.update(places)
                chosen.append(span)
    return sorted(chosen, key=lambda s: s.start)


def free(span: Span, taken: Iterable[Span]) -> bool:
    """Whether a candidate stands clear of all that are taken."""
    return not any(span.touches(other) for other in taken)
