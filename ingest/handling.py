"""What a row goes through beside its mapping: corrections of people here, a look at its fields, its retention period."""

import hashlib
from dataclasses import dataclass, replace
from typing import Protocol

from graph.statement import RecordSaid
from ingest.corrections import Corrections
from ingest.counts import Counts
from ingest.inspection import Inspection
from ingest.mapper import Mapped
from ingest.mapping import Mapping
from ingest.retention import Retention
from ingest.row import Row


class Maps(Protocol):
    """A mapper of rows, or of notes."""

    def map(self, row: Row) -> Mapped:
        """What a row says."""


@dataclass
class Handling:
    """The handling of one source's rows, whichever process reads them."""

    mapping: Mapping
    corrections: Corrections
    retention: Retention
    counts: Counts

    def __post_init__(self) -> None:
        self.inspection = Inspection(self.mapping)

    def map(self, mapper: Maps, row: Row) -> tuple[Mapped, bool]:
        """What a row says, with its hash and without words whose period is over; and whether its own period is over."""
        row = self.corrections.apply(row)
        one = mapper.map(row)
        self.corrections.notice(f"{self.mapping.source}#{one.row_key}", row)
        one = replace(one, said=hashed(one.said)) if one.said else one
        self.inspection.look(row, self.counts)
        if self.retention.lapsed(one):
            self.counts.lapse()
            return one, True
        self.counts.corrected += row.original is not None and one.said is not None
        self.counts.undated += self.retention.undatable(one)
        return self.retention.trimmed(one), False


def hashed(said: RecordSaid) -> RecordSaid:
    """The record with a hash over all it says, by which a rerun sees that nothing changed."""
    told = repr(
        (
            sorted((name, value) for name, value in said.properties.items() if value is not None),
            [(n.label, n.uid, n.described, sorted(n.properties.items())) for n in said.nodes],
            [(e.type, e.start, e.end, sorted(e.properties.items())) for e in said.edges],
        )
    )
    content_hash = hashlib.sha256(told.encode()).hexdigest()[:32]
    return replace(said, properties={**said.properties, "content_hash": content_hash})
