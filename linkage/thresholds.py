"""What errors thresholds bring: expected from the pairs' own probabilities, and seen in what people judged."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log2

from graph.store import Store
from linkage.pairs import MOST_BITS

EDGES = "MATCH (a:Mention)-[e:MAY_BE]->(b:Mention) RETURN a.uid AS a, b.uid AS b, e.bits AS bits, e.band AS band, e.reasons AS reasons ORDER BY a, b"
JUDGED = (
    "MATCH (j:Judgement) WHERE j.undone IS NULL AND j.mention_a IS NOT NULL "
    "RETURN j.mention_a AS a, j.mention_b AS b, j.verdict AS verdict, j.number AS number ORDER BY a, b, number"
)
TRIED = (0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999)
FEWEST = 10
"""So many judgements, of both kinds, teach thresholds."""
STEPS, RATE, HELD = 2_000, 0.05, 0.05


@dataclass(frozen=True)
class Expected:
    """What a threshold brings."""

    threshold: float
    joined: int
    """Pairs at or over it."""
    false_joins: float
    """How many of these are expected to be of two people."""
    missed: float
    """How many pairs under it are expected to be of one."""
    judged_false: int
    """Pairs over it that somebody judged different."""
    judged_missed: int
    """Pairs under it that somebody judged the same."""


@dataclass(frozen=True)
class Learned:
    """Thresholds out of judgements: bits times `slope` plus `shift` are the log odds that people's verdicts fit."""

    slope: float
    shift: float
    same: float
    review: float
    judgements: int


def expected(store: Store) -> list[Expected]:
    """The errors that each threshold of a range brings, of the pairs there are."""
    rows = store.read(EDGES)
    verdicts = {(row["a"], row["b"]): row["verdict"] for row in store.read(JUDGED)}
    pairs = [(_probability(row["bits"]), verdicts.get((row["a"], row["b"]))) for row in rows]
    return [_at(threshold, pairs) for threshold in TRIED]


def _at(threshold: float, pairs: Sequence[tuple[float, str | None]]) -> Expected:
    over = [one for one in pairs if one[0] >= threshold]
    under = [one for one in pairs if one[0] < threshold]
    return Expected(
        threshold,
        len(over),
        round(sum(1 - chance for chance, _ in over), 2),
        round(sum(chance for chance, _ in under), 2),
        sum(verdict == "different" for _, verdict in over),
        sum(verdict == "same" for _, verdict in under),
    )


def learn(store: Store, same: float, review: float) -> Learned | None:
    """Thresholds that mean what they say by people's verdicts; None where too few were given.

    Platt's scaling of the bits, held near what the model says already, so that a few verdicts move little.
    """
    bits = {(row["a"], row["b"]): float(row["bits"]) for row in store.read(EDGES)}
    said = {(row["a"], row["b"]): row["verdict"] for row in store.read(JUDGED)}
    pairs = [(bits[pair], verdict == "same") for pair, verdict in said.items() if pair in bits and verdict != "unsure"]
    if len(pairs) < FEWEST or len({verdict for _, verdict in pairs}) < 2:
        return None
    slope, shift = _fitted(pairs)
    return Learned(slope, shift, _moved(same, slope, shift), _moved(review, slope, shift), len(pairs))


def _fitted(pairs: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    slope, shift = 1.0, 0.0
    for _ in range(STEPS):
        by_slope, by_shift = HELD * (slope - 1) * len(pairs), HELD * shift
        for bits, same in pairs:
            wrong = _probability(slope * bits + shift) - same
            by_slope += wrong * bits
            by_shift += wrong
        slope -= RATE * by_slope / len(pairs) / 10
        shift -= RATE * by_shift / len(pairs) * 10
        slope = max(0.1, slope)
    return round(slope, 3), round(shift, 3)


def _moved(threshold: float, slope: float, shift: float) -> float:
    """The model's probability at which people's verdicts reach a threshold."""
    return round(_probability((log2(threshold / (1 - threshold)) - shift) / slope), 4)


def _probability(bits: float) -> float:
    return 1 / (1 + 2 ** -max(-MOST_BITS, min(MOST_BITS, bits)))
