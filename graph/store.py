"""The port to an engine: a handful of methods, and one way to open a store."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

Row = dict[str, Any]
Write = tuple[str, Sequence[Mapping[str, Any]]]
"""A Cypher text and the rows its UNWIND takes."""


class Store(Protocol):
    """One engine, either of two; whoever holds it need not know which."""

    location: str
    engine: str

    def read(self, text: str, **parameters: object) -> list[Row]:
        """The rows of a reading query, each a dict by column alias."""

    def write(self, *writes: Write) -> dict[str, int]:
        """Carry out writes in one transaction; returns counts of what changed."""

    def search(self, label: str, words: str, limit: int = 20) -> list[Row]:
        """Nodes of a label whose searched words match, best first: rows of {uid, score}."""

    def near(self, label: str, lat: float, lon: float, metres: float) -> list[Row]:
        """Nodes with a point within a distance, nearest first: rows of {uid, metres}."""

    def export(self) -> Iterator[Row]:
        """Every node, then every edge, in a stable order."""

    def close(self) -> None:
        """Give the store back; nothing may be read after."""


def open_store(location: str, user: str | None = None, password: str | None = None) -> Store:
    """Open the embedded store in a folder, or a Neo4j at a `neo4j://` or `bolt://` address.

    Raises StoreError with the cure where it is locked, down, or refuses the password.
    """
    if "://" in location:
        from graph.bolt import BoltStore

        return BoltStore(location, user, password)
    from graph.embedded import EmbeddedStore

    return EmbeddedStore(Path(location))
