"""Neo4j over Bolt for a server of many callers: reads that leave the event loop free."""

import neo4j
from neo4j.exceptions import DriverError, Neo4jError, ServiceUnavailable, SessionExpired, TransientError

from graph.bolt import broken, plain
from graph.store import Row

PATIENCE = 3.0
"""Seconds that somebody who asks waits for a server that does not answer, before they are told."""


class AsyncBolt:
    """Reads of a Neo4j that a BoltStore has opened and prepared; nothing is written here."""

    def __init__(self, address: str, user: str | None = None, password: str | None = None) -> None:
        self.location = address
        auth = (user or "neo4j", password) if password else None
        self._driver = neo4j.AsyncGraphDatabase.driver(
            address,
            auth=auth,
            notifications_min_severity="OFF",
            connection_timeout=PATIENCE,
            connection_acquisition_timeout=PATIENCE,
            max_transaction_retry_time=PATIENCE,
        )

    async def read(self, text: str, **parameters: object) -> list[Row]:
        """The rows of a reading query, in one round trip: a transaction of its own.

        A connection that went stale while it waited is tried once more with a fresh one. Raises
        StoreError where the server is gone or refuses.
        """
        try:
            try:
                return await self._rows(text, parameters)
            except (TransientError, ServiceUnavailable, SessionExpired):
                return await self._rows(text, parameters)
        except (DriverError, Neo4jError, OSError) as cause:
            raise broken(self.location, cause) from cause

    async def _rows(self, text: str, parameters: dict[str, object]) -> list[Row]:
        async with self._driver.session(default_access_mode=neo4j.READ_ACCESS) as session:
            found = await session.run(text, parameters)
            names = found.keys()
            return [{name: plain(value) for name, value in zip(names, record, strict=True)} async for record in found]

    async def close(self) -> None:
        """Close the connections."""
        await self._driver.close()
