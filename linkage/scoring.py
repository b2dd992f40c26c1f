"""One pair of records scored in Python, by the weights that Splink learned: what ingestion can afford for each record."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import log2
from typing import Any

from linkage.levels import Level, level
from linkage.model import Model, capped
from linkage.settings import Comparison, Kind

Record = Mapping[str, Any]
MEMORY = 500_000
"""So many comparisons of values are remembered; then the memory begins anew."""


@dataclass(frozen=True)
class Scored:
    """How likely two records are one, and why."""

    levels: Mapping[str, int]
    """By comparison: the level met, 0 the most alike; without those that had nothing to compare."""
    bits: Mapping[str, float]
    total: float
    evidence: bool
    """Whether an identifier, or forename and date of birth, speak for one person and not only for a household."""
    contradiction: bool
    """Whether the two have different valid numbers of one kind."""

    @property
    def probability(self) -> float:
        """The chance that the two are one."""
        return float(1 / (1 + 2 ** -max(-60.0, min(60.0, self.total))))


class Scorer:
    """Scores pairs by a model's weights; remembers what it compared."""

    def __init__(self, kind: Kind, model: Model) -> None:
        self._kind = kind
        self._model = model
        self._compared = [_Compared(one, kind, model) for one in kind.comparisons]

    def score(self, a: Record, b: Record) -> Scored:
        """How likely two prepared records are one."""
        levels: dict[str, int] = {}
        bits: dict[str, float] = {}
        strangers, household = self._model.prior_bits, -log2(self._model.housemates)
        for one in self._compared:
            at = one.level(a, b)
            if at >= 0:
                said = one.bits(at, a)
                levels[one.name], bits[one.name] = at, said
                strangers += said
                household += one.against_household(at, said)
        # The likelier of the two other explanations counts: two strangers, or two of one household.
        total = min(strangers, household) - log2(1 + 2 ** -abs(strangers - household))
        return Scored(levels, bits, total, self._evidence(levels), contradict(self._kind, a, b))

    def unlike(self, comparison: str, a: Record, b: Record) -> bool:
        """Whether two have something to compare, and it meets no likeness at all."""
        one = next(one for one in self._compared if one.name == comparison)
        return one.level(a, b) == len(self._kind.comparison(comparison).levels)

    def _evidence(self, levels: Mapping[str, int]) -> bool:
        agrees = {name for name, at in levels.items() if at < self._kind.comparison(name).agrees}
        forename, birth = "forename" in agrees, "birth" in agrees
        if forename and birth:
            return True
        number = any(levels.get(one.name) == 0 for one in self._kind.comparisons if one.about == "number")
        # A mother's number on her child's row is the commonest slip: neither forename nor birth is then theirs.
        # A twin's is the next: all but the forename is.
        two_forenames = levels.get("forename") == len(self._kind.comparison("forename").levels)
        unlike = two_forenames or ("forename" in levels and not forename and not birth)
        two_births = "birth" in levels and not birth and not forename
        return number and not unlike and not two_births


class _Compared:
    """One comparison with its weights, and the levels already found for pairs of values."""

    def __init__(self, comparison: Comparison, kind: Kind, model: Model) -> None:
        self.name = comparison.name
        self._comparison = comparison
        self._kind = kind
        self._weights = model.weights[comparison.name]
        self._bits = [self._weights.bits(at) for at in range(len(self._weights.m))]
        self._frequencies = model.frequencies.get(comparison.frequency or "") if model.records else None
        self._tests: tuple[Level, ...] = comparison.tests
        self._unless = level(comparison.unless) if comparison.unless else None
        self._memory: dict[tuple[object, ...], int] = {}

    @cached_property
    def _columns(self) -> tuple[str, ...]:
        shape = self._kind.shape
        known = {*shape.texts, *shape.lists}
        said = (*self._comparison.levels, *filter(None, [self._comparison.unless]))
        named = {word for text in said for word in re.findall(r"\w+", text)} & known
        crossing = {f"{word}_{kind}" for word in named for kind in ("slips", "roots")} & known
        return tuple(sorted({*named, *self._comparison.needs, *(crossing if self.name in ("forename", "surname") else ())}))

    def level(self, a: Record, b: Record) -> int:
        """The first level the two meet; -1 where there is nothing to compare."""
        if any(a[column] is None or b[column] is None for column in self._comparison.needs):
            return -1
        key = tuple(_frozen(record[column]) for record in (a, b) for column in self._columns)
        found = self._memory.get(key)
        if found is None:
            if len(self._memory) > MEMORY:
                self._memory.clear()
            found = self._memory[key] = self._met(a, b)
        return found

    def _met(self, a: Record, b: Record) -> int:
        if self._unless and self._unless.holds(a, b):
            return -1
        return next((at for at, test in enumerate(self._tests) if test.holds(a, b)), len(self._tests))

    def bits(self, at: int, a: Record) -> float:
        """What the level says; the same rare value says more."""
        if at == 0 and self._frequencies is not None and self._comparison.frequency:
            share = self._frequencies.get(a[self._comparison.frequency], 0.0)
            return log2(self._weights.m[0] / max(share, self._comparison.rarest))
        return self._bits[at]

    def against_household(self, at: int, said: float) -> float:
        """What the level says against two of one household."""
        return capped(self._kind, self._comparison, self._weights, at, said)


def contradict(kind: Kind, a: Record, b: Record) -> bool:
    """Whether two records have different valid numbers of one kind."""
    return any(a[column] and b[column] and a[column] != b[column] for column in kind.contradict)


def _frozen(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value
