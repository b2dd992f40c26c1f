"""What every worker is told of the source it works on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.store import Store
from ingest.cleaners import Context
from ingest.mapper import Mapper
from ingest.mapping import Mapping
from ingest.place import Place, Supply
from ingest.spark.local import SourceRun
from nlp.gazetteer import Gazetteer

if TYPE_CHECKING:
    from ingest.notes import NoteMapper

Ordinal = tuple[int, int]
"""Where a row stands in a source: its file, and its place in it."""


@dataclass(frozen=True)
class Assignment:
    """One source; it holds no password, for a worker takes its own from its own environment."""

    place: Place
    supply: Supply
    context: Context
    partitions: int
    address: str
    known: bool
    """Whether the store has heard of the source; what it has not, need not be looked up."""
    model: str
    gazetteer: Gazetteer | None = None
    """The names of the place's directories, for a source of notes."""

    @property
    def mapping(self) -> Mapping:
        """The source's mapping."""
        return self.supply.mapping

    @property
    def source(self) -> str:
        """The source's name."""
        return self.supply.mapping.source

    def run(self, store: Store) -> SourceRun:
        """The run of the source as one machine would do it, for the rules it goes by."""
        return SourceRun(store, self.place, self.supply, accept_withdrawals=True)

    def mapper(self, at: int, store: Store) -> Mapper | NoteMapper:
        """What maps the rows of one of the files; for notes with the model that this process keeps."""
        name = self.supply.names[at]
        if self.gazetteer is None:
            return Mapper(self.mapping, name, self.context)
        from ingest.notes import NoteMapper
        from ingest.spark.worker import extractor

        return NoteMapper(self.mapping, name, self.context, store, extractor(self.model, self.gazetteer))
