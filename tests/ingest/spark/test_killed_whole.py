"""A run on Spark killed with its driver: the store is held while it lives, and the next run ends in the graph of a clean one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph import export
from graph.errors import StoreError
from graph.store import Store
from ingest.load import here, ingest
from ingest.spark.run import SparkRun
from tests.ingest.village import ROLL_ROWS, write
from tests.servers.release import Server

if TYPE_CHECKING:
    from pyspark import SparkContext

pytestmark = [pytest.mark.neo4j, pytest.mark.spark]
ROOT = Path(__file__).parent.parent.parent.parent
ROWS = [
    *ROLL_ROWS,
    *(
        f"{n},Ann Lee,{n % 28 + 1:02}/{n % 12 + 1:02}/{1960 + n % 60},3 Mill Lane,ZX1 1AA,Bea Lee,C Dodd"
        for n in range(10, 2_000)
    ),
]
MOMENTS = {"while it reads": "Run", "while it writes": "Record"}
"""Killed once the store has a node of this label."""


@pytest.mark.soak
@pytest.mark.parametrize("moment", MOMENTS)
def test_killed_with_its_driver(context: SparkContext, server: Store, neo4j_526: Server, tmp_path: Path, moment: str) -> None:
    place = write(tmp_path / "village", ROWS)
    ingest(server, place, carrier=here)
    expected = export.digest(server.export())
    _empty(server)
    with _started(tmp_path / "village", neo4j_526) as running:
        _wait(server, MOMENTS[moment], running)
        with pytest.raises(StoreError, match=f"is being written by process {running.pid}"):
            ingest(server, place)
        assert running.poll() is None, "it ended before it was killed"
        running.send_signal(signal.SIGKILL)
        running.wait(timeout=30)
        # Its Spark may still be at work; the next run does not wait for it.
        ingest(server, place, carrier=partial(SparkRun, context))
        assert export.digest(server.export()) == expected
    assert export.digest(server.export()) == expected


@contextmanager
def _started(folder: Path, neo4j: Server) -> Iterator[subprocess.Popen[bytes]]:
    """`kith ingest --spark` on a folder, with its Spark a group of processes that ends with the block."""
    given = {**os.environ, "KITH_STORE": neo4j.uri, "KITH_NEO4J_USER": neo4j.user, "KITH_NEO4J_PASSWORD": neo4j.password}
    command = [sys.executable, "-c", "from api.cli import main; main()", "ingest", str(folder), "--spark", "local[2]"]
    running = subprocess.Popen(
        command, cwd=ROOT, env=given, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        yield running
    finally:
        with suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
        running.wait(timeout=30)


def _wait(server: Store, label: str, running: subprocess.Popen[bytes]) -> None:
    """Return once the store has a node of a label."""
    deadline = time.monotonic() + 120
    while not server.read(f"MATCH (n:{label}) RETURN n.uid AS uid LIMIT 1"):
        assert running.poll() is None, "it ended before it came so far"
        assert time.monotonic() < deadline, "it never came so far"
        time.sleep(0.02)


def _empty(store: Store) -> None:
    store.write(("UNWIND $rows AS row MATCH (n) DETACH DELETE n", [{}]))
