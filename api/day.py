"""The day the place speaks of, kept for a moment so that not every request reads it."""

import time
from datetime import date

from graph.async_bolt import AsyncBolt
from queries.reader import SPOKEN, day_spoken_of

SECONDS = 10.0
"""So long may an ingestion by another process go unnoticed."""


class Day:
    """The day a place speaks of, read again every few seconds."""

    def __init__(self, bolt: AsyncBolt) -> None:
        self._bolt = bolt
        self._day: date | None = None
        self._read_at = 0.0

    async def now(self) -> date:
        """The day, at most SECONDS old."""
        moment = time.monotonic()
        if self._day is None or moment - self._read_at > SECONDS:
            self._day = day_spoken_of(await self._bolt.read(SPOKEN))
            self._read_at = moment
        return self._day
