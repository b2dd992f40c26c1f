"""Empty stores to time things on, and to leave as they were found."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.declare import EDGES, NODES
from graph.errors import StoreError
from graph.opening import open_store
from graph.settings import Settings
from graph.store import Store

EMBEDDED = "embedded"
"""Stands for an embedded store in a folder that is gone afterwards."""
ANY = "MATCH (n) RETURN n.uid AS uid LIMIT 1"
ANY_OF = "MATCH (n:{label}) RETURN n.uid AS uid LIMIT 1"
ANY_EDGE = "MATCH ()-[e:{kind}]->() RETURN type(e) AS kind LIMIT 1"
CLEAR = "UNWIND $rows AS row MATCH (n{label}) WITH n LIMIT 20000 DETACH DELETE n"
CUT = "UNWIND $rows AS row MATCH ()-[e:{kind}]->() WITH e LIMIT 20000 DELETE e"


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
    """Delete every edge, then every node, some thousands in a transaction."""
    # Edges first: a source of a million records, taken with all its edges, is more than a transaction may hold.
    # Kind by kind: a look at everything passes over what is gone, the more of it the longer.
    for kind in {kind for kind, _, _ in EDGES}:
        while store.read(ANY_EDGE.format(kind=kind)):
            store.write((CUT.format(kind=kind), [{}]))
    for label in NODES:
        while store.read(ANY_OF.format(label=label)):
            store.write((CLEAR.format(label=f":{label}"), [{}]))
    while store.read(ANY):
        store.write((CLEAR.format(label=""), [{}]))
