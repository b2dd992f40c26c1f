"""How good a linkage is against the truth: pairs, B-cubed, the largest cluster."""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Score:
    """Precision, recall and F1 of pairs and by record (B-cubed, Bagga and Baldwin 1998), and the largest cluster."""

    precision: float
    recall: float
    bcubed: float
    largest: int
    wrong: int
    """Pairs joined that are two."""

    @property
    def f1(self) -> float:
        """The harmonic mean of pair precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def score(found: Sequence[Hashable], true: Sequence[Hashable]) -> Score:
    """The score of cluster names against true ones, record by record.

    >>> score("aab", "xxx").precision, round(score("aab", "xxx").recall, 3)
    (1.0, 0.333)
    """
    clusters, truths, both = Counter(found), Counter(true), Counter(zip(found, true, strict=True))
    joined, due, right = (sum(n * (n - 1) // 2 for n in one.values()) for one in (clusters, truths, both))
    precision = sum(n * n / clusters[name] for (name, _), n in both.items()) / max(1, len(found))
    recall = sum(n * n / truths[name] for (_, name), n in both.items()) / max(1, len(found))
    bcubed = 2 * precision * recall / (precision + recall) if found else 1.0
    largest = max(clusters.values(), default=0)
    return Score(right / joined if joined else 1.0, right / due if due else 1.0, bcubed, largest, joined - right)
