"""Neo4j over Bolt for a server of many callers: reads that leave the event loop free."""

import neo4j
from neo4j.exceptions import DriverError, Neo4jError, TransientError

from graph.bolt import broken, plain
from graph.store import Row


class AsyncBolt:
    """Reads of a Neo4j that a BoltStore has opened and prepared; nothing is written here."""

    def __init__(self, address: str, user: str | None = None, password: str | None = None) -> None:
        self.location = address
        auth = (user or "neo4j", password) if password else None
        self._driver = neo4j.AsyncGraphDatabase.driver(
            address, auth=auth, notifications_min_severity="OFF", connection_timeout=10, max_transaction_retry_time=15
        )

    async def read(self, text: str, **parameters: object) -> list[Row]:
        """The rows of a reading query.

        One round trip, as a transaction of its own; where the server asks for it again, a managed one
        that retries. Raises StoreError where the server is gone or refuses.
        """
        try:
            try:
                return await self._once(text, parameters)
            except (TransientError, neo4j.exceptions.ServiceUnavailable, neo4j.exceptions.SessionExpired):
                return await self._managed(text, parameters)
        except (DriverError, Neo4jError, OSError) as cause:
            raise broken(self.location, cause) from cause

    async def _once(self, text: str, parameters: dict[str, object]) -> list[Row]:
        async with self._driver.session(default_access_mode=neo4j.READ_ACCESS) as session:
            return await _rows(session, text, parameters)

    async def _managed(self, text: str, parameters: dict[str, object]) -> list[Row]:
        async with self._driver.session(default_access_mode=neo4j.READ_ACCESS) as session:
            return await session.execute_read(_rows, text, parameters)

    async def close(self) -> None:
        """Close the connections."""
        await self._driver.close()


async def _rows(
    runner: neo4j.AsyncSession | neo4j.AsyncManagedTransaction, text: str, parameters: dict[str, object]
) -> list[Row]:
    found = await runner.run(text, parameters)
    names = found.keys()
    return [{name: plain(value) for name, value in zip(names, record, strict=True)} async for record in found]
