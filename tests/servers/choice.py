"""Which Neo4j a test gets: one that is named, else a container, else one started with Java."""

import os
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import NoReturn

import pytest

from .bolt import say_version
from .container import contained, engine_answers
from .neo4j_server import running
from .release import Server, Unobtainable

ADDRESS = "KITH_TEST_NEO4J"
FAMILIES = {"5.26": "5.", "2026": "20"}


@contextmanager
def chosen(version: str, environment: Mapping[str, str] = os.environ) -> Iterator[Server]:
    """A Neo4j of this version for the tests, which EMPTY it.

    KITH_TEST_NEO4J names a Bolt address (with KITH_TEST_NEO4J_USER and _PASSWORD); it is used
    for the version that it is of. Where none can be got the test is skipped, or fails under CI.
    """
    try:
        with way(version, environment) as server:
            yield server
    except Unobtainable as reason:
        go_without(version, str(reason), environment)


def way(version: str, environment: Mapping[str, str]) -> AbstractContextManager[Server]:
    """How this machine gets a Neo4j of this version; nothing is started before it is entered."""
    named = named_server(version, environment)
    if named is not None:
        return nullcontext(named)
    return contained(version) if engine_answers() else running(version)


def named_server(version: str, environment: Mapping[str, str]) -> Server | None:
    """The server that the environment names, when it is of this version.

    Raises ValueError when it is of no version that is tested, NoAnswer or AuthError when it
    can't be asked: better than passing over what somebody asked for.
    """
    uri = environment.get(ADDRESS)
    if not uri:
        return None
    user = environment.get(f"{ADDRESS}_USER", "neo4j")
    password = environment.get(f"{ADDRESS}_PASSWORD", "")
    is_of = family(say_version(uri, user, password))
    return Server(uri, user, password, version) if is_of == version else None


def family(reported: str) -> str:
    """The tested version that stands for a reported one.

    >>> family("5.26.30"), family("2026.08.1")
    ('5.26', '2026')
    """
    for version, prefix in FAMILIES.items():
        if reported.startswith(prefix):
            return version
    raise ValueError(f"{ADDRESS} is Neo4j {reported}; tests know {' and '.join(FAMILIES)}")


def go_without(version: str, reason: str, environment: Mapping[str, str]) -> NoReturn:
    """Skip the test and say how to get a server; under CI a missing server is a failure."""
    message = (
        f"no Neo4j {version}: {reason}\n"
        f"Any one of these gives it: {ADDRESS}=bolt://... with {ADDRESS}_USER and "
        f"{ADDRESS}_PASSWORD; Docker and the testcontainers package; Java and Maven."
    )
    if environment.get("CI", "").lower() in ("true", "1"):
        pytest.fail(message, pytrace=False)
    pytest.skip(message)
