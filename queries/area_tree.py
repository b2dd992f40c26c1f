"""Areas within areas."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any, TypeVar

TEXT = "MATCH (a:Area)-[:PART_OF]->(b:Area) RETURN DISTINCT a.uid AS inner, b.uid AS outer ORDER BY inner, outer"
NAMES = "MATCH (a:Area) RETURN a.uid AS uid, a.full_name AS full_name ORDER BY uid"


Made = TypeVar("Made")


class AreaTree:
    """The hierarchy of the areas a store knows."""

    def __init__(self, read: Callable[..., list[dict[str, Any]]]) -> None:
        self._read = read
        self._made: dict[Callable[..., Any], Any] = {}

    def once(self, make: Callable[["AreaTree"], Made]) -> Made:
        """What a function makes of this place, made once for one answer however many parts of it ask."""
        if make not in self._made:
            self._made[make] = make(self)
        found: Made = self._made[make]
        return found

    def rows(self, text: str, **parameters: object) -> list[dict[str, Any]]:
        """Rows of a further reading, for an answer that one reading does not make."""
        return self._read(text, **parameters)

    @cached_property
    def _pairs(self) -> list[tuple[str, str]]:
        """Read when first asked for: most questions never do."""
        return [(row["inner"], row["outer"]) for row in self._read(TEXT)]

    @cached_property
    def _within(self) -> dict[str, set[str]]:
        return _grouped((outer, inner) for inner, outer in self._pairs)

    @cached_property
    def _around(self) -> dict[str, set[str]]:
        return _grouped(self._pairs)

    def smallest(self, area: str) -> frozenset[str]:
        """The areas that lie in an area and have none inside; the area itself where it has none."""
        return frozenset(uid for uid in _reach(area, self._within) if not self._within.get(uid))

    def leaves(self) -> frozenset[str]:
        """All areas that lie in another and have none inside."""
        return frozenset(inner for inner in self._around if not self._within.get(inner))

    def named(self) -> dict[str, str]:
        """The name of each area."""
        return {row["uid"]: row["full_name"] or row["uid"] for row in self.rows(NAMES)}

    def family(self, area: str) -> frozenset[str]:
        """An area, all that lie in it, and all that it lies in."""
        return _reach(area, self._within) | _reach(area, self._around)


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    grouped: dict[str, set[str]] = defaultdict(set)
    for key, value in pairs:
        grouped[key].add(value)
    return grouped


def _reach(area: str, steps: dict[str, set[str]]) -> frozenset[str]:
    found, waiting = {area}, [area]
    while waiting:
        nearby = steps.get(waiting.pop(), set()) - found
        found |= nearby
        waiting += sorted(nearby)
    return frozenset(found)
