"""Notes read by several processes: each holds the model and sends back only what it found."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from itertools import islice
from threading import Thread
from typing import TYPE_CHECKING

from graph.errors import KithError
from nlp.extraction import Extraction

if TYPE_CHECKING:
    from nlp.pipeline import Extractor

Note = tuple[str, date | None]
BATCH = 64
"""Notes handed to a process at a time."""
AHEAD = 2
"""Batches on their way for each process; more would only fill memory with notes that nobody has asked for yet."""
_reader: list[Extractor] = []


def spread(extractor: Extractor, notes: Iterable[Note], processes: int, anew: bool = False) -> Iterator[Extraction]:
    """The extractions of many notes in their order.

    spaCy's own n_process sends whole documents there and back; here texts go there and facts come back.
    `anew`: processes that have none of this one's files and connections; each then loads the model by itself.
    Raises KithError where a process ended before its time.
    """
    waiting: deque[Future[list[Extraction]]] = deque()
    pool = _pool(extractor, processes, anew)
    try:
        for batch in batches(notes):
            waiting.append(pool.submit(_read, batch))
            if len(waiting) > AHEAD * processes:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool as ended:
        cure = "Look whether memory ran out, and run it again with KITH_NOTE_PROCESSES=1"
        raise KithError("a process that reads notes ended before its time", cure) from ended
    finally:
        pool.shutdown(cancel_futures=True)


def _pool(extractor: Extractor, processes: int, anew: bool) -> ProcessPoolExecutor:
    # Where processes fork, the model is loaded once, before; elsewhere each loads its own.
    way = "fork" if not anew and "fork" in multiprocessing.get_all_start_methods() else "spawn"
    if way == "fork":
        _ = extractor.nlp
    else:
        extractor = type(extractor)(extractor.model, extractor.gazetteer)
    return ProcessPoolExecutor(processes, multiprocessing.get_context(way), initializer=_begin, initargs=(extractor,))


def batches(notes: Iterable[Note]) -> Iterator[list[Note]]:
    """Notes in handfuls."""
    rest = iter(notes)
    while batch := list(islice(rest, BATCH)):
        yield batch


def _begin(extractor: Extractor) -> None:
    _reader[:] = [extractor]
    # Whoever stops the whole is told once, by the process that was started.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A killed parent tells nobody; without this its processes would wait for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read(notes: Sequence[Note]) -> list[Extraction]:
    return list(_reader[0].extract_many(notes))
