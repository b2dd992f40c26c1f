"""The port to an engine: a handful of methods."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

Row = dict[str, Any]
Write = tuple[str, Sequence[Mapping[str, Any] | Sequence[Any]]]
"""A Cypher text and the rows its UNWIND takes."""


class Store(Protocol):
    """One engine, either of two; whoever holds it need not know which."""

    location: str
    engine: str
    writers: int
    """How many transactions it gains from at once."""

    def read(self, text: str, **parameters: object) -> list[Row]:
        """The rows of a reading query, each a dict by column alias."""

    def write(self, *writes: Write) -> dict[str, int]:
        """Carry out writes in one transaction; returns counts of what changed."""

    def search(self, label: str, words: str, limit: int = 20) -> list[Row]:
        """Nodes of a label whose searched words match, best first: rows of {uid, score}."""

    def near(self, label: str, lat: float, lon: float, metres: float) -> list[Row]:
        """Nodes with a point within a distance, nearest first: rows of {uid, metres}."""

    def moment(self) -> str:
        """A text that is another one after every commit, whoever made it; compared with an earlier one, and no more."""

    def export(self) -> Iterator[Row]:
        """Every node, then every edge, in a stable order."""

    def close(self) -> None:
        """Give the store back; nothing may be read after."""
