"""The rows of a synthetic place, mapped once and kept on disk page by page: as long as one likes, in flat memory."""

import pickle
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from ingest.cleaners import Context
from ingest.handling import hashed
from ingest.loading import BATCH
from ingest.mapper import Mapped, Mapper
from ingest.place import Place, Supply
from ingest.readers import READERS

Page = tuple[str, list[Mapped]]
"""The rows of one batch, and their source."""


class Spool:
    """Pages of mapped rows in the order a run takes them; each is read from disk when its turn comes."""

    def __init__(self, folder: Path, place: Place) -> None:
        self.rows = 0
        self._file = folder / "mapped.pickle"
        with self._file.open("wb") as out:
            for supply in place.supplies:
                rows = mapped(place, supply)
                while page := list(islice(rows, BATCH)):
                    self.rows += len(page)
                    pickle.dump((supply.mapping.source, page), out, protocol=pickle.HIGHEST_PROTOCOL)

    def __iter__(self) -> Iterator[Page]:
        with self._file.open("rb") as pages:
            while pages.peek(1):
                yield pickle.load(pages)


def mapped(place: Place, supply: Supply) -> Iterator[Mapped]:
    """The rows of a source's files as a run maps them."""
    mapping = supply.mapping
    context = Context(supply.extracted_on, supply.dated, mapping.system or mapping.source, {}, place.area)
    for path, file in zip(supply.files, supply.names, strict=True):
        mapper = Mapper(mapping, file, context)
        for row in READERS[mapping.reads.format](path, mapping.reads):
            one = mapper.map(row)
            yield replace(one, said=hashed(one.said)) if one.said else one
