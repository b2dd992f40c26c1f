"""Bolt as a client meets it: whether a server answers, and which version it says it is."""

import socket
import time
from collections.abc import Callable

from neo4j import GraphDatabase
from neo4j.exceptions import AuthError, DriverError, Neo4jError

from .release import Server

PAUSE_SECONDS = 0.1


class NoAnswer(Exception):
    """Nothing at the address answers a query."""


def say_version(uri: str, user: str, password: str) -> str:
    """The version that the server at `uri` reports, such as "5.26.30".

    Raises AuthError for a wrong password and NoAnswer when it can't be asked.
    """
    # Named, for a Neo4j of 2026 lists Cypher as a component too.
    asked = (
        "CALL dbms.components() YIELD name, versions WITH name, versions "
        "WHERE name = 'Neo4j Kernel' RETURN versions[0] AS version"
    )
    try:
        # Not execute_query: that tries again for 30 s, and whoever waits asks often enough.
        with (
            GraphDatabase.driver(uri, auth=(user, password), connection_timeout=10) as driver,
            driver.session() as session,
        ):
            return str(session.run(asked).single(strict=True)["version"])
    except AuthError:
        raise
    except (DriverError, Neo4jError, OSError) as error:
        raise NoAnswer(f"{uri}: {error}") from error


def wait_for(uri: str, user: str, password: str, seconds: float, still_up: Callable[[], bool]) -> None:
    """Return once the server answers; raises NoAnswer after `seconds`, or when it is down."""
    deadline = time.monotonic() + seconds
    said = "not asked yet"
    while time.monotonic() < deadline and still_up():
        try:
            say_version(uri, user, password)
            return
        except NoAnswer as error:
            said = str(error)
            time.sleep(PAUSE_SECONDS)
    reason = f"no answer within {seconds:g} s" if still_up() else "the server ended"
    raise NoAnswer(f"{reason} ({said})")


def empty(server: Server) -> None:
    """Delete every node and edge; constraints and indexes stay, as opening a store makes them."""
    with GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")


def free_port() -> int:
    """A port of 127.0.0.1 that nobody listened on a moment ago."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
