"""Notes read ahead: while one is mapped and written here, other processes read the words of the next ones."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING

from ingest.corrections import Corrections
from ingest.handling import Maps
from ingest.mapper import Mapped
from ingest.row import Row
from nlp.extraction import Extraction

if TYPE_CHECKING:
    from ingest.notes import NoteMapper
    from nlp.pipeline import Extractor
    from nlp.workers import Note

MANY = 300
"""From so many notes on, other processes save more than the seconds in which they load the model."""


@dataclass
class WithWords:
    """A mapper of one note whose words are read already."""

    mapper: NoteMapper
    found: Extraction

    def map(self, row: Row) -> Mapped:
        """What the note says."""
        return self.mapper.map_read(row, self.found)


def read_ahead(
    rows: Iterator[tuple[NoteMapper, Row]], extractor: Extractor, corrections: Corrections, processes: int | None
) -> Iterator[tuple[Maps, Row]]:
    """The notes, each with a mapper; where there are many, read by as many processes as there are cores.

    `processes`, where somebody says so: that many, however few the notes.
    """
    first = list(islice(rows, MANY))
    if processes is None:
        processes = cores() if len(first) == MANY else 1
    every = chain(first, rows)
    if processes == 1:
        yield from every
        return
    waiting: deque[tuple[NoteMapper, Row]] = deque()

    def notes() -> Iterator[Note]:
        for mapper, row in every:
            waiting.append((mapper, row))
            yield mapper.note(corrections.apply(row))

    for found in extractor.extract_many(notes(), processes, anew=True):
        mapper, row = waiting.popleft()
        yield WithWords(mapper, found), row


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
