"""The two servers, each a process of its own on a free port of this machine."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection
from importlib.resources import files
from pathlib import Path
from socket import socket
from time import sleep

from benchmarks.neo4j_graphql.types import types
from graph.errors import KithError
from graph.settings import Settings, cache_folder

BOOT_SECONDS = 60.0


@contextmanager
def kith_served(address: str) -> Iterator[HTTPConnection]:
    """`kith serve` on a Neo4j, and a connection to it."""
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-c", "from api.cli import main; main()", "serve", "--port", str(port), "--store", address]
    with _running(command, {}, Path.cwd()):
        yield from _connected(port, "/health")


@contextmanager
def node_served(address: str) -> Iterator[HTTPConnection]:
    """@neo4j/graphql on a Neo4j, and a connection to it.

    Raises KithError without Node 20 and npm.
    """
    home, settings = installed(), Settings()
    (home / "types.graphql").write_text(types(), "utf-8")
    environment = {"NEO4J_URI": address, "NEO4J_USER": settings.neo4j_user, "NEO4J_PASSWORD": settings.neo4j_password or ""}
    command = [_command("node"), "server.mjs"]
    with _running(command, environment | {"TYPES": "types.graphql", "NODE_ENV": "production"}, home) as process:
        assert process.stdout is not None
        told = process.stdout.readline().strip()
        if not told.startswith("http"):
            raise KithError("the Node server did not start", "Run it by hand to see why: benchmarks/neo4j_graphql/server.mjs")
        yield from _connected(int(told.rstrip("/").rpartition(":")[2]), None)


def installed() -> Path:
    """A folder in the user's cache with the server and what it needs."""
    home = cache_folder("neo4j-graphql")
    home.mkdir(parents=True, exist_ok=True)
    wanted = files("benchmarks.neo4j_graphql").joinpath("package.json").read_text("utf-8")
    there = home / "package.json"
    if not (home / "node_modules").exists() or not there.exists() or there.read_text("utf-8") != wanted:
        there.write_text(wanted, "utf-8")
        done = subprocess.run([_command("npm"), "install", "--no-audit", "--no-fund"], cwd=home, capture_output=True, text=True)
        if done.returncode:
            there.unlink()
            raise KithError("npm cannot install @neo4j/graphql", f"See what it says: {done.stderr.strip()[-200:]}")
    (home / "server.mjs").write_text(files("benchmarks.neo4j_graphql").joinpath("server.mjs").read_text("utf-8"), "utf-8")
    return home


def asked(connection: HTTPConnection, path: str, query: str, variables: Mapping[str, object]) -> dict[str, object]:
    """What a query tells; raises KithError where it tells nothing."""
    body = json.dumps({"query": query, "variables": variables})
    connection.request("POST", path, body, {"Content-Type": "application/json"})
    found = json.loads(connection.getresponse().read())
    if found.get("errors") or not all(found["data"].values()):
        raise KithError(f"the server answers {str(found)[:300]}", "Both sides must answer for a comparison")
    data: dict[str, object] = found["data"]
    return data


def _command(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise KithError(f"there is no {name} here", "Install Node 20 with npm")
    return found


@contextmanager
def _running(command: list[str], environment: Mapping[str, str], folder: Path) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(command, cwd=folder, env=os.environ | environment, stdout=subprocess.PIPE, text=True)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(30)


def _connected(port: int, well: str | None) -> Iterator[HTTPConnection]:
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    waited = 0.0
    while well is not None and not _is_well(connection, well):
        if waited > BOOT_SECONDS:
            raise KithError("the server did not start", "Run `kith serve` by hand to see why")
        sleep(0.2)
        waited += 0.2
    try:
        yield connection
    finally:
        connection.close()


def _is_well(connection: HTTPConnection, path: str) -> bool:
    try:
        connection.request("GET", path)
        return connection.getresponse().read() != b""
    except OSError:
        connection.close()
        return False
