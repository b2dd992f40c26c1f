"""What every test may ask for: an empty store on each engine, and real Neo4j servers."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.servers.bolt import empty
from tests.servers.choice import chosen
from tests.servers.release import Server

if TYPE_CHECKING:
    from graph.store import Store

ENGINES = [
    pytest.param("embedded"),
    pytest.param("neo4j-5.26", marks=pytest.mark.neo4j),
    pytest.param("neo4j-2026", marks=pytest.mark.neo4j),
]


def pytest_configure(config: pytest.Config) -> None:
    """Declare the mark, so that `-m "not neo4j"` leaves out what needs a server."""
    config.addinivalue_line("markers", "soak: takes minutes; `make soak` runs it")
    config.addinivalue_line("markers", "neo4j: needs a Neo4j server; see tests/servers/choice.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Pass over what takes minutes, but in the long form."""
    if not os.environ.get("KITH_SOAK"):
        for item in items:
            if item.get_closest_marker("soak"):
                item.add_marker(pytest.mark.skip(reason="takes minutes: run `make soak`"))


@pytest.fixture(scope="session")
def neo4j_526() -> Iterator[Server]:
    """A Neo4j 5.26 for the whole session, started when the first test asks for it."""
    with chosen("5.26") as server:
        yield server


@pytest.fixture(scope="session")
def neo4j_2026() -> Iterator[Server]:
    """A Neo4j of 2026 for the whole session, started when the first test asks for it."""
    with chosen("2026") as server:
        yield server


@pytest.fixture(scope="session")
def store_526(neo4j_526: Server) -> Iterator[Store]:
    """The store on Neo4j 5.26, opened once; tests take `store`, which empties it first."""
    yield from opened(neo4j_526.uri, neo4j_526.user, neo4j_526.password)


@pytest.fixture(scope="session")
def store_2026(neo4j_2026: Server) -> Iterator[Store]:
    """The store on a Neo4j of 2026, opened once; tests take `store`, which empties it first."""
    yield from opened(neo4j_2026.uri, neo4j_2026.user, neo4j_2026.password)


@pytest.fixture
def store_embedded(tmp_path: Path) -> Iterator[Store]:
    """An embedded store in a folder of its own."""
    yield from opened(str(tmp_path / "store"))


@pytest.fixture(params=ENGINES)
def store(request: pytest.FixtureRequest) -> Store:
    """An empty store; the test runs once on every engine.

    For one engine: `@pytest.mark.parametrize("store", ["embedded"], indirect=True)`.
    """
    found: Store
    if request.param == "embedded":
        found = request.getfixturevalue("store_embedded")
    else:
        release = request.param.removeprefix("neo4j-").replace(".", "")
        empty(request.getfixturevalue(f"neo4j_{release}"))
        found = request.getfixturevalue(f"store_{release}")
    return found


def opened(location: str, user: str | None = None, password: str | None = None) -> Iterator[Store]:
    """A store for as long as a fixture lasts."""
    from graph.opening import open_store

    store = open_store(location, user=user, password=password)
    try:
        yield store
    finally:
        store.close()
