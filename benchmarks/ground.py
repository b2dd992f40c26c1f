"""Empty stores to time things on, and to leave as they were found."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.declare import NODES
from graph.errors import StoreError
from graph.opening import open_store
from graph.settings import Settings
from graph.store import Store

EMBEDDED = "embedded"
"""Stands for an embedded store in a folder that is gone afterwards."""
ANY = "MATCH (n) RETURN n.uid AS uid LIMIT 1"
CLEAR = "UNWIND $rows AS row MATCH (n{label}) WITH n LIMIT 5000 DETACH DELETE n"
ANY_OF = "MATCH (n:{label}) RETURN n.uid AS uid LIMIT 1"


@contextmanager
def empty_store(location: str) -> Iterator[Store]:
    """An empty store: a new embedded one, or a Neo4j at an address, cleared when done.

    Raises StoreError where the Neo4j holds anything: a benchmark never deletes what it did not write.
    """
    if location == EMBEDDED:
        with TemporaryDirectory(prefix="kith-bench-") as folder:
            store = open_store(str(Path(folder) / "store"))
            try:
                yield store
            finally:
                store.close()
        return
    settings = Settings()
    store = open_store(location, settings.neo4j_user, settings.neo4j_password)
    try:
        if store.read(ANY):
            raise StoreError(f"{location} is not empty", "Name an empty Neo4j: timings write to it and clear it")
        try:
            yield store
        finally:
            clear(store)
    finally:
        store.close()


def clear(store: Store) -> None:
    """Delete every node, some thousands in a transaction."""
    # Label by label: a look at all nodes passes over those that are gone, the more of them the longer.
    for label in NODES:
        while store.read(ANY_OF.format(label=label)):
            store.write((CLEAR.format(label=f":{label}"), [{}]))
    while store.read(ANY):
        store.write((CLEAR.format(label=""), [{}]))
