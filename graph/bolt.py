"""Neo4j over Bolt: 5.26 LTS and 2026, through the official driver's managed transactions."""

from collections.abc import Iterator
from typing import Any

import neo4j
from neo4j.exceptions import AuthError, DriverError, Neo4jError, ServiceUnavailable
from neo4j.time import Date, DateTime

from graph import cypher, export
from graph.declare import NODES
from graph.errors import StoreError
from graph.search import best
from graph.store import Row, Write

REPLAN = 5_000
"""So many new nodes and edges make plans worth making anew."""


class BoltStore:
    """A Neo4j that a place runs as its system of record."""

    engine = "neo4j"
    writers = 2

    def __init__(self, address: str, user: str | None = None, password: str | None = None) -> None:
        self.location = address
        self._created, self._planned = 0, 0
        auth = (user or "neo4j", password) if password else None
        try:
            self._driver = neo4j.GraphDatabase.driver(
                address, auth=auth, notifications_min_severity="OFF", connection_timeout=10, max_transaction_retry_time=15
            )
            self._driver.verify_connectivity()
            self.prepare()
        except AuthError as refused:
            raise StoreError(
                f"Neo4j at {address} refuses the user or password",
                "Set KITH_NEO4J_USER and KITH_NEO4J_PASSWORD to what the server was given",
            ) from refused
        except (ServiceUnavailable, DriverError, OSError, ValueError) as down:
            raise StoreError(
                f"Neo4j at {address} does not answer",
                "Start it (docker compose up neo4j), or check the address in KITH_STORE or --store",
            ) from down

    def prepare(self) -> None:
        """Make constraints and indexes where they are missing, and wait till they are ready."""
        with self._driver.session() as session:
            for text in (*cypher.constraints(), *cypher.search_indexes()):
                session.run(text).consume()
            session.run("CALL db.awaitIndexes(300)").consume()

    def read(self, text: str, **parameters: object) -> list[Row]:
        """The rows of a reading query."""
        self._replan()
        try:
            with self._driver.session(default_access_mode=neo4j.READ_ACCESS) as session:
                return session.execute_read(_rows, text, parameters)
        except (ServiceUnavailable, Neo4jError) as cause:
            raise broken(self.location, cause) from cause

    def write(self, *writes: Write) -> dict[str, int]:
        """Carry out writes in one managed transaction, retried whole when the server asks for it."""
        try:
            with self._driver.session() as session:
                counts = session.execute_write(_carry_out, writes)
                self._created += counts.get("nodes_created", 0) + counts.get("relationships_created", 0)
                return counts
        except (ServiceUnavailable, Neo4jError) as cause:
            raise broken(self.location, cause) from cause

    def _replan(self) -> None:
        """Have plans made anew once the graph has grown fourfold: those of a small one scan where they should seek."""
        if self._created < max(REPLAN, 3 * self._planned):
            return
        self._planned, self._created = self._planned + self._created, 0
        with self._driver.session() as session:
            session.run("CALL db.prepareForReplanning()").consume()

    def search(self, label: str, words: str, limit: int = 20) -> list[Row]:
        """Nodes of a label whose searched words match, best first."""
        return best(self.read, label, words, limit)

    def near(self, label: str, lat: float, lon: float, metres: float) -> list[Row]:
        """Nodes of a label with a point within a distance, nearest first."""
        return self.read(
            f"MATCH (n:{NODES[label].label}) WHERE n.lat IS NOT NULL AND n.lon IS NOT NULL "
            "WITH n, point.distance(point({latitude: n.lat, longitude: n.lon}), "
            "point({latitude: $lat, longitude: $lon})) AS metres "
            "WHERE metres <= $metres RETURN n.uid AS uid, metres AS metres ORDER BY metres, uid",
            lat=lat,
            lon=lon,
            metres=metres,
        )

    def moment(self) -> str:
        """The bookmark of a read, which tells the last commit that it saw."""
        try:
            with self._driver.session(default_access_mode=neo4j.READ_ACCESS) as session:
                session.run("RETURN 1 AS one").consume()
                return " ".join(sorted(session.last_bookmarks().raw_values))
        except (ServiceUnavailable, DriverError, Neo4jError) as cause:
            raise broken(self.location, cause) from cause

    def export(self) -> Iterator[Row]:
        """Every node, then every edge."""
        return export.rows(self.read)

    def close(self) -> None:
        """Close the connections."""
        self._driver.close()


def broken(address: str, cause: Exception) -> StoreError:
    """What to tell of a connection that was lost, or of what the server answered in the place of rows."""
    if isinstance(cause, ServiceUnavailable):
        return StoreError(f"the connection to Neo4j at {address} was lost", "Run the command again: what was committed stays")
    return StoreError(f"Neo4j at {address} answered: {cause}", "See the server's log")


def _rows(transaction: neo4j.ManagedTransaction, text: str, parameters: dict[str, object]) -> list[Row]:
    return [{name: plain(value) for name, value in record.data().items()} for record in transaction.run(text, parameters)]


def _carry_out(transaction: neo4j.ManagedTransaction, writes: tuple[Write, ...]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for text, rows in writes:
        counters = transaction.run(text, {"rows": list(rows)}).consume().counters
        for name in ("nodes_created", "nodes_deleted", "relationships_created", "relationships_deleted", "properties_set"):
            if count := getattr(counters, name):
                counts[name] = counts.get(name, 0) + count
    return counts


def plain(value: Any) -> Any:
    """Driver dates as Python's; lists and maps likewise inside."""
    if isinstance(value, Date | DateTime):
        return value.to_native()
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items()}
    return value
