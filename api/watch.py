"""Notices that the graph has changed, by one cheap reading for all who follow anything."""

import asyncio
import time
from collections.abc import Callable
from typing import TypeVar

import structlog

from graph.errors import StoreError
from graph.store import Store

T = TypeVar("T")
EACH = 1.0
"""Seconds between two looks at whether anything was committed."""
QUIET = 60.0
"""A writer that committed nothing for so many seconds was killed; what it left is looked at as it is."""
PATIENCE = 5
"""So many readings in a row may fail before followers are told."""
OPEN = "MATCH (r:Run) WHERE r.state = 'open' RETURN count(r) AS many"
HELD = "MATCH (l:Lease) WHERE l.until > timestamp() RETURN count(l) AS many"
log = structlog.get_logger()


class Watch:
    """Wakes followers when something was committed, by whichever process, and its writer is done.

    While a run is at work a family may be half taken in, or between two families: nobody is woken till it ends.
    It reads only while somebody waits.
    """

    def __init__(self, store: Store, each: float = EACH, quiet: float = QUIET) -> None:
        self._store = store
        self._each, self._quiet = each, quiet
        self._turn = 0
        self._told: str | None = None
        self._last: tuple[str | None, float] = (None, 0.0)
        self._woken = asyncio.Condition()
        self._task: asyncio.Task[None] | None = None
        self._broken: StoreError | None = None
        self._followers = 0
        self.closed = False
        """Whether the server is going down."""

    @property
    def turn(self) -> int:
        """How many times followers were woken."""
        return self._turn

    def join(self) -> None:
        """Somebody begins to follow."""
        self._followers += 1
        if self._task is None or self._task.done():
            self._broken, self._told = None, None
            self._task = asyncio.create_task(self._poll(), name="kith-watch")

    def leave(self) -> None:
        """Somebody follows no more; for nobody nothing is read."""
        self._followers -= 1
        if self._followers == 0 and self._task is not None:
            self._task.cancel()
            self._task = None

    async def moved(self, turn: int) -> int:
        """Wait for a turn after one; returns it. Raises StoreError where the store does not answer any more."""
        async with self._woken:
            await self._woken.wait_for(lambda: self._turn > turn or self._broken is not None or self.closed)
        if self._broken is not None:
            raise self._broken
        return self._turn

    async def read(self, reading: Callable[..., T], *given: object) -> T:
        """The embedded engine is read in place; a server is waited for in a thread."""
        return await asyncio.to_thread(reading, *given) if self._store.engine == "neo4j" else reading(*given)

    async def close(self) -> None:
        """Let all followers go."""
        self.closed = True
        if self._task is not None:
            self._task.cancel()
        await self._wake()

    async def _poll(self) -> None:
        failed = 0
        while True:
            await asyncio.sleep(self._each)
            try:
                if await self._has_moved():
                    self._turn += 1
                    await self._wake()
                failed = 0
            except StoreError as broken:
                failed += 1
                log.warning("watch.failed", times=failed)
                if failed == PATIENCE:
                    self._broken = broken
                    await self._wake()
                    return

    async def _wake(self) -> None:
        async with self._woken:
            self._woken.notify_all()

    async def _has_moved(self) -> bool:
        """Whether there is a commit that followers were not woken for, and its writer is done."""
        moment = await self.read(self._store.moment)
        if moment == self._told:
            return False
        now = time.monotonic()
        if moment != self._last[0]:
            self._last = (moment, now)
        if now - self._last[1] < self._quiet and await self.read(self._is_written):
            return False
        self._told = moment
        return True

    def _is_written(self) -> bool:
        """Whether a run or a judgement is at work."""
        return any(self._store.read(text)[0]["many"] for text in (OPEN, HELD))
