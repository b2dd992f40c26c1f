"""What a run read, took, refused and withdrew."""

from collections import Counter
from dataclasses import dataclass, field

from ingest.mapper import Mapped
from ingest.row import Verdict
from ingest.spool import Spool

MOST_FIELDS = 500
"""Fields without a place that are told apart; a document whose keys are data has no end of them."""


@dataclass
class Counts:
    """Rows of one source by what became of them; accepted + quarantined + duplicates + lapsed = read."""

    source: str
    read: int = 0
    accepted: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    repaired: int = 0
    warned: int = 0
    quarantined: int = 0
    rejected: int = 0
    duplicates: int = 0
    withdrawn: int = 0
    lapsed: int = 0
    """Rows read but not taken in: their retention period is over."""
    undated: int = 0
    """Rows without any date, so that nobody can tell when their retention period ends."""
    corrected: int = 0
    """Rows taken in with a correction made here."""
    corrections_left: int = 0
    """Corrections that went because the source was put right."""
    seconds: dict[str, float] = field(default_factory=dict)
    problems: Counter[str] = field(default_factory=Counter)
    deviations: Counter[str] = field(default_factory=Counter)
    unplaced: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Fields that no mapping has a place for, by path and the kind of thing in them."""
    rows: Spool = field(default_factory=Spool)
    """Each row that was not simply accepted: where it stands, its verdict and its problems."""

    def take(self, verdict: Verdict) -> None:
        """Count a row by its verdict."""
        self.read += 1
        if verdict is Verdict.DUPLICATE:
            self.duplicates += 1
        elif verdict in (Verdict.QUARANTINE, Verdict.REJECT):
            self.quarantined += 1
            self.rejected += verdict is Verdict.REJECT
        else:
            self.accepted += 1
            self.warned += verdict is Verdict.WARN
            self.repaired += verdict is Verdict.REPAIR

    def leave_over(self, path: str, kind: str, times: int = 1) -> None:
        """Count a field that no mapping has a place for."""
        field_ = (path, kind)
        if field_ not in self.unplaced and len(self.unplaced) >= MOST_FIELDS:
            field_ = ("further fields", "of many kinds")
        self.unplaced[field_] += times

    def add(self, other: "Counts") -> None:
        """Count what another part of the same source came to, but for its single rows and its seconds."""
        for name, value in vars(other).items():
            if isinstance(value, int):
                setattr(self, name, getattr(self, name) + value)
        self.problems.update(other.problems)
        self.deviations.update(other.deviations)
        for (path, kind), times in other.unplaced.items():
            self.leave_over(path, kind, times)

    def tell(self, one: Mapped) -> None:
        """Count a row with its problems, and keep what is to be told of it."""
        self.take(one.verdict)
        self.problems.update(problem.code for problem in one.problems)
        if one.verdict is not Verdict.ACCEPT:
            self.rows.append(one.told())

    def lapse(self) -> None:
        """Count a row that is past its retention period."""
        self.read += 1
        self.lapsed += 1

    def as_json(self) -> dict[str, object]:
        """The counts with the names that scripts rely on; the single rows are left to `rows`."""
        plain = {name: value for name, value in vars(self).items() if isinstance(value, int | str)}
        return {
            **plain,
            "problems": dict(self.problems),
            "deviations": dict(self.deviations),
            "unplaced": [{"field": path, "kind": kind, "times": times} for path, kind, times in self.left_over()],
            "seconds": self.seconds,
        }

    def left_over(self) -> list[tuple[str, str, int]]:
        """Each field without a place: its path, what mostly stands in it, and how often it is there."""
        paths: dict[str, Counter[str]] = {}
        for (path, kind), times in self.unplaced.items():
            paths.setdefault(path, Counter())[kind] += times
        return [(path, kinds.most_common(1)[0][0], kinds.total()) for path, kinds in sorted(paths.items())]


def total(counts: list[Counts]) -> dict[str, int]:
    """The sums over sources."""
    names = [name for name, value in vars(Counts("")).items() if isinstance(value, int)]
    return {name: sum(getattr(one, name) for one in counts) for name in names}
