"""The application over a store that has Harrowdale in it, asked as from this machine."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from graph.opening import open_store
from graph.store import Store
from ingest.load import ingest
from ingest.place import load_place
from tests.api.serving import Ask, Counted, client_of

HARROWDALE = Path(__file__).parents[2] / "examples" / "harrowdale"


@pytest.fixture(scope="session")
def harrowdale(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Counted]:
    """Harrowdale in an embedded store; tests only read it."""
    store = open_store(str(tmp_path_factory.mktemp("harrowdale") / "store"))
    ingest(store, load_place(HARROWDALE, date(2026, 10, 31)))
    yield Counted(store)
    store.close()


@pytest.fixture
def client(harrowdale: Counted) -> Iterator[TestClient]:
    """A client on this machine, whose caller may not see where restricted people are."""
    with client_of(harrowdale) as made:
        yield made


@pytest.fixture
def sign_in(request: pytest.FixtureRequest, store: Store) -> dict[str, str]:
    """What the application's own driver needs to know where the store is a server."""
    if store.engine != "neo4j":
        return {}
    release = request.node.callspec.params["store"].removeprefix("neo4j-").replace(".", "")
    server = request.getfixturevalue(f"neo4j_{release}")
    return {"neo4j_user": server.user, "neo4j_password": server.password}


@pytest.fixture
def ask(client: TestClient) -> Ask:
    """Ask in GraphQL; the result as JSON."""

    def asked(query: str, **variables: object) -> dict[str, Any]:
        response = client.post("/graphql", json={"query": query, "variables": variables})
        assert response.status_code == 200, response.text
        found: dict[str, Any] = json.loads(response.text)
        return found

    return asked
