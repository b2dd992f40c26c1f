"""Batches on their way to a store: one at a time, or as many at once as the engine gains from."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType

from graph.batch import Shared
from graph.store import Store, Write


class Writers:
    """Carries transactions out, each whole; the order among those under way is open.

    As a context manager it waits at its end for all that is under way. A failed transaction raises
    its StoreError from the next `put` or `drain`; those already under way still end by themselves.
    """

    def __init__(self, store: Store, at_once: int | None = None) -> None:
        self.store = store
        self.at_once = store.writers if at_once is None else at_once
        self.written = Shared()
        self._under_way: deque[Future[dict[str, int]]] = deque()
        self._pool = ThreadPoolExecutor(self.at_once, "kith-writer") if self.at_once > 1 else None

    def __enter__(self) -> Writers:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            if error is None:
                self.drain()
        finally:
            if self._pool:
                self._pool.shutdown(cancel_futures=True)

    def put(self, writes: Sequence[Write]) -> None:
        """Carry writes out in one transaction, now or as soon as a writer is free; holds up the caller till then."""
        if self._pool is None:
            self.store.write(*writes)
            return
        while len(self._under_way) >= self.at_once:
            self._under_way.popleft().result()
        self._under_way.append(self._pool.submit(self.store.write, *writes))

    def drain(self) -> None:
        """Wait until nothing is under way."""
        while self._under_way:
            self._under_way.popleft().result()
