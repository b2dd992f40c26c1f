"""Both releases of Neo4j come up, answer, and keep strangers out."""

import pytest
from neo4j import GraphDatabase
from neo4j.exceptions import AuthError

from .bolt import say_version
from .choice import family
from .neo4j_server import BootFailure, running
from .release import Server, Unobtainable


@pytest.fixture(
    params=[
        pytest.param("neo4j_526", id="neo4j-5.26", marks=pytest.mark.neo4j),
        pytest.param("neo4j_2026", id="neo4j-2026", marks=pytest.mark.neo4j),
    ]
)
def server(request: pytest.FixtureRequest) -> Server:
    """Each server of the session in turn."""
    found: Server = request.getfixturevalue(request.param)
    return found


def test_answers_a_query(server: Server) -> None:
    with GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
        assert driver.execute_query("RETURN 1 AS one").records[0]["one"] == 1


def test_is_of_the_version_asked_for(server: Server) -> None:
    assert family(say_version(server.uri, server.user, server.password)) == server.version


def test_refuses_a_wrong_password(server: Server) -> None:
    if not server.password:
        pytest.skip("the server named by KITH_TEST_NEO4J is open to all")
    with pytest.raises(AuthError):
        say_version(server.uri, server.user, "not " + server.password)


def test_keeps_its_password_out_of_messages() -> None:
    assert "secret" not in repr(Server("bolt://127.0.0.1:1", "neo4j", "secret", "5.26"))


@pytest.mark.neo4j
def test_shows_the_log_of_a_server_that_does_not_come_up() -> None:
    try:
        with pytest.raises(BootFailure, match="heap"), running("5.26", heap="1k"):
            pass
    except Unobtainable as reason:
        pytest.skip(str(reason))
