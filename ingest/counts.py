"""What a run read, took, refused and withdrew."""

from collections import Counter
from dataclasses import dataclass, field

from ingest.row import Verdict


@dataclass
class Counts:
    """Rows of one source by what became of them; accepted + quarantined + duplicates = read."""

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
    seconds: dict[str, float] = field(default_factory=dict)
    problems: Counter[str] = field(default_factory=Counter)
    deviations: Counter[str] = field(default_factory=Counter)
    rows: list[dict[str, object]] = field(default_factory=list)
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

    def add(self, other: "Counts") -> None:
        """Count what another part of the same source came to; rows keep the order in which parts are added."""
        for name, value in vars(other).items():
            if isinstance(value, int):
                setattr(self, name, getattr(self, name) + value)
        self.problems.update(other.problems)
        self.deviations.update(other.deviations)
        self.rows += other.rows

    def as_json(self) -> dict[str, object]:
        """The counts with the names that scripts rely on."""
        plain = {name: value for name, value in vars(self).items() if isinstance(value, int | str)}
        return {
            **plain,
            "problems": dict(self.problems),
            "deviations": dict(self.deviations),
            "seconds": self.seconds,
            "rows": self.rows,
        }


def total(counts: list[Counts]) -> dict[str, int]:
    """The sums over sources."""
    names = [name for name, value in vars(Counts("")).items() if isinstance(value, int)]
    return {name: sum(getattr(one, name) for one in counts) for name in names}
