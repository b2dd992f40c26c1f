"""Notes read by several processes: each holds the model and sends back only what it found."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from nlp.extraction import Extraction

if TYPE_CHECKING:
    from nlp.pipeline import Extractor

Note = tuple[str, date | None]
BATCH = 64
"""Notes handed to a process at a time."""
_reader: list[Extractor] = []


def spread(extractor: Extractor, notes: Iterable[Note], processes: int) -> Iterator[Extraction]:
    """The extractions of many notes in their order.

    spaCy's own n_process sends whole documents there and back; here texts go there and facts come back.
    """
    # Where processes fork, the model is loaded once, before; elsewhere each loads its own.
    way = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    if way == "fork":
        _ = extractor.nlp
    with multiprocessing.get_context(way).Pool(processes, initializer=_begin, initargs=(extractor,)) as pool:
        for found in pool.imap(_read, batches(notes)):
            yield from found


def batches(notes: Iterable[Note]) -> Iterator[list[Note]]:
    """Notes in handfuls."""
    rest = iter(notes)
    while batch := list(islice(rest, BATCH)):
        yield batch


def _begin(extractor: Extractor) -> None:
    _reader[:] = [extractor]


def _read(notes: Sequence[Note]) -> list[Extraction]:
    return list(_reader[0].extract_many(notes))
