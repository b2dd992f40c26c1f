"""What became of rows that many processes mapped, put together as if one had."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.errors import KithError
from graph.writing import Touched
from ingest.counts import Counts
from ingest.mapper import Mapped
from ingest.row import Verdict
from ingest.spark.assignment import Ordinal
from ingest.spark.rows import Refused


@dataclass
class Summary:
    """What became of the rows of a partition, or of all."""

    counts: Counts
    touched: Touched = field(default_factory=Touched)
    told: list[tuple[Ordinal, dict[str, object]]] = field(default_factory=list)
    """Rows that were not simply accepted; kept here and not in the counts, for they are told in file order."""
    met: int = 0
    """How many of its records the store had."""
    quarantine_met: int = 0
    """How many of its rows were in quarantine."""
    corrections: tuple[set[str], set[str]] = field(default_factory=lambda: (set(), set()))
    """The corrections that were used, and those that the source overtook."""
    batches: int = 0
    shared: int = 0
    keyed: int = 0
    refused: list[tuple[Ordinal, Refused]] = field(default_factory=list)

    def tell(self, ordinal: Ordinal, one: Mapped) -> None:
        """Count a row with its problems, and keep what is to be told of it."""
        self.counts.take(one.verdict)
        self.counts.problems.update(problem.code for problem in one.problems)
        if one.verdict is not Verdict.ACCEPT:
            self.told.append((ordinal, one.told()))

    def add(self, other: "Summary") -> None:
        """Put what became of other rows to it."""
        self.counts.add(other.counts)
        self.told += other.told
        self.touched.add(other.touched)
        for mine, theirs in zip(self.corrections, other.corrections, strict=True):
            mine |= theirs
        for name in ("met", "quarantine_met", "batches", "shared", "keyed"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.refused += other.refused


def together(source: str, parts: Iterable[Summary]) -> Summary:
    """The sums over all partitions, rows told in file order; raises KithError where a file could not be taken in."""
    whole = Summary(Counts(source))
    for part in parts:
        whole.add(part)
    if whole.refused:
        _, first = min(whole.refused, key=lambda refused: refused[0])
        raise KithError(first.what, first.cure)
    for _, row in sorted(whole.told, key=lambda told: told[0]):
        whole.counts.rows.append(row)
    whole.told.clear()
    return whole
