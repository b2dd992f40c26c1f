"""A Neo4j in a container, where testcontainers is installed and an engine answers."""

from __future__ import annotations

import importlib
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from .bolt import wait_for
from .release import Server, release

USER = "neo4j"
SETTINGS = {
    "NEO4J_server_memory_heap_max__size": "1g",
    "NEO4J_server_memory_pagecache_size": "512m",
    "NEO4J_dbms_usage__report_enabled": "false",
}


def engine_answers() -> bool:
    """Whether containers can be started here."""
    try:
        importlib.import_module("testcontainers.core.container")
        docker: Any = importlib.import_module("docker")
    except ImportError:
        return False
    try:
        return bool(docker.from_env(timeout=5).ping())
    except docker.errors.DockerException:
        return False


@contextmanager
def contained(version: str, boot_seconds: float = 180) -> Iterator[Server]:
    """The same release as `neo4j_server.running` gives, from its published image."""
    # Imported by name: testcontainers is an extra, and mypy has to pass without it.
    module: Any = importlib.import_module("testcontainers.core.container")
    password = secrets.token_urlsafe(18)
    container = module.DockerContainer(f"neo4j:{release(version).version}")
    container.with_env("NEO4J_AUTH", f"{USER}/{password}").with_exposed_ports(7687)
    for name, value in SETTINGS.items():
        container.with_env(name, value)
    with container:
        host, port = container.get_container_host_ip(), container.get_exposed_port(7687)
        server = Server(f"bolt://{host}:{port}", USER, password, version)
        wait_for(server.uri, server.user, server.password, boot_seconds, lambda: True)
        yield server
