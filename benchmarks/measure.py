"""What a timing says: ours against a baseline of the same run, or against an absolute goal."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

HUNDREDTHS = 100


@dataclass(frozen=True)
class Measure:
    """One line of the report; the smaller the better.

    With a baseline the goal is a ratio, ours over baseline; without one it is in the unit of `ours`.
    A line without a goal is told for what it is.
    """

    what: str
    ours: float
    unit: str
    goal: float | None
    baseline: float | None = None
    given_ratio: float | None = None
    """The median of ratios of pairs, where runs came in pairs."""

    def ratio(self) -> float | None:
        """Ours over the baseline; None where the goal is absolute.

        >>> Measure("loading", 3.0, "s", goal=1.5, baseline=2.0).ratio()
        1.5
        """
        if self.given_ratio is not None:
            return self.given_ratio
        return self.ours / self.baseline if self.baseline else None

    def met(self) -> bool | None:
        """Whether the goal is reached; None where there is none."""
        if self.goal is None:
            return None
        ratio = self.ratio()
        return (self.ours if ratio is None else ratio) <= self.goal

    def as_json(self) -> dict[str, object]:
        """The line as plain values."""
        return {
            "what": self.what,
            "ours": self.ours,
            "baseline": self.baseline,
            "unit": self.unit,
            "ratio": self.ratio(),
            "goal": self.goal,
            "met": self.met(),
        }


def seconds(work: Callable[[], object]) -> float:
    """How long it takes, in seconds."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def in_turn(sides: Sequence[Callable[[], object]], rounds: int) -> list[list[float]]:
    """Seconds of each side, one after the other, round by round: what else the machine does then falls on all."""
    taken: list[list[float]] = [[] for _ in sides]
    for _ in range(rounds):
        for side, times in zip(sides, taken, strict=True):
            times.append(seconds(side))
    return taken


def ratio_of_pairs(ours: Sequence[float], baseline: Sequence[float]) -> float:
    """The median of the ratios of runs that came in turn.

    >>> ratio_of_pairs([2.0, 9.0, 4.0], [1.0, 3.0, 2.0])
    2.0
    """
    return median(one / other for one, other in zip(ours, baseline, strict=True))


def percentile(times: Sequence[float], hundredth: int) -> float:
    """A percentile of at least two times.

    >>> percentile([1.0, 2.0, 3.0], 50)
    2.0
    """
    return quantiles(times, n=HUNDREDTHS, method="inclusive")[hundredth - 1]
