"""One way to open a store, whichever engine it is on."""

from pathlib import Path

from graph.bolt import BoltStore
from graph.embedded import EmbeddedStore
from graph.store import Store


def open_store(location: str, user: str | None = None, password: str | None = None) -> Store:
    """Open the embedded store in a folder, or a Neo4j at a `neo4j://` or `bolt://` address.

    Raises StoreError with the cure where it is locked, down, or refuses the password.
    """
    if "://" in location:
        return BoltStore(location, user, password)
    return EmbeddedStore(Path(location))
