"""What became of sources that were taken in, each by itself and all together."""

from dataclasses import dataclass, field

from ingest.counts import Counts


@dataclass
class Taken:
    """What became of one source: its counts and seconds, or why it could not be read."""

    file: str
    mapping: str
    counts: Counts | None = None
    seconds: float = 0.0
    refused: str | None = None


@dataclass
class Taking:
    """All sources, and the data files that none of them is."""

    sources: list[Taken] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)

    @property
    def adds_up(self) -> bool:
        """Whether every row that was read is accounted for."""
        counts = [one.counts for one in self.sources if one.counts]
        return all(one.read == one.accepted + one.quarantined + one.duplicates for one in counts)
