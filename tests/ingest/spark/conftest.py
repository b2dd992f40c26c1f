"""A Spark on this machine with two workers, and a Neo4j that it writes to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from graph.errors import KithError
from graph.opening import open_store
from graph.store import Store
from ingest.spark.java import require_java
from ingest.spark.session import session
from tests.servers.bolt import empty
from tests.servers.release import Server

if TYPE_CHECKING:
    from pyspark import SparkContext


@pytest.fixture(scope="session")
def java() -> None:
    """pyspark and the Java that it needs; without them a test is passed over with the reason."""
    pytest.importorskip("pyspark", reason="pyspark is not installed: pip install 'kith[spark]'")
    try:
        require_java()
    except KithError as missing:
        pytest.skip(str(missing))


@pytest.fixture(scope="session")
def context(java: None, neo4j_526: Server) -> Iterator[SparkContext]:
    """Spark on two workers, which know the server's user and password by their environment alone."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("KITH_NEO4J_USER", neo4j_526.user)
        environment.setenv("KITH_NEO4J_PASSWORD", neo4j_526.password)
        with session("local[2]") as started:
            yield started


@pytest.fixture
def server(neo4j_526: Server) -> Iterator[Store]:
    """An empty Neo4j 5.26."""
    empty(neo4j_526)
    store = open_store(neo4j_526.uri, neo4j_526.user, neo4j_526.password)
    yield store
    store.close()
