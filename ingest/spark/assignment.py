"""What every worker is told of the source it works on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.cleaners import Context
from ingest.corrections import Corrections
from ingest.counts import Counts
from ingest.handling import Handling
from ingest.mapper import Mapper
from ingest.mapping import Mapping
from ingest.place import Supply
from ingest.retention import Retention
from nlp.gazetteer import Gazetteer

if TYPE_CHECKING:
    from ingest.notes import Judged, NoteMapper
    from ingest.spark.store import WorkerStore


Ordinal = tuple[int, int]
"""Where a row stands in a source: its file, and its place in it."""


@dataclass(frozen=True)
class Assignment:
    """One source; it holds no password, for a worker takes its own from its own environment."""

    supply: Supply
    context: Context
    corrections: Corrections
    retention: Retention
    partitions: int
    address: str
    holder: str
    """By what name the run holds the store."""
    held: bool
    """Whether the store has records of the source; where it has none, none need be looked up."""
    quarantined: bool
    """Whether it has rows of it in quarantine."""
    model: str
    gazetteer: Gazetteer | None = None
    """The names of the place's directories, for a source of notes."""
    judged: Judged | None = None
    """What people said of what notes say, for a source of notes."""

    @property
    def mapping(self) -> Mapping:
        """The source's mapping."""
        return self.supply.mapping

    @property
    def source(self) -> str:
        """The source's name."""
        return self.supply.mapping.source

    def store(self) -> WorkerStore:
        """The connection that this process keeps."""
        from ingest.spark.worker import store_at

        return store_at(self.address, self.holder)

    def handling(self, counts: Counts) -> Handling:
        """What rows go through beside their mapping."""
        return Handling(self.mapping, self.corrections, self.retention, counts)

    def mapper(self, at: int, store: WorkerStore) -> Mapper | NoteMapper:
        """What maps the rows of one of the files; for notes with the model that this process keeps."""
        name = self.supply.names[at]
        if self.gazetteer is None or self.judged is None:
            return Mapper(self.mapping, name, self.context)
        from ingest.notes import NoteMapper
        from ingest.spark.worker import extractor

        return NoteMapper(self.mapping, name, self.context, store, extractor(self.model, self.gazetteer), self.judged)
