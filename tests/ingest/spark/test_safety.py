"""What Spark shows to others: no port but on loopback, no password, no value of a row."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.errors import KithError, StoreError
from ingest.spark.failure import TaskFailed, telling, tried
from ingest.spark.session import _refuse_open
from tests.servers.release import Server

if TYPE_CHECKING:
    from pyspark import SparkContext

LISTENING = "0A"
LOOPBACK = {"0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000"}


@pytest.mark.neo4j
@pytest.mark.spark
def test_nothing_listens_but_on_loopback(context: SparkContext) -> None:
    if not Path("/proc/net/tcp").exists():
        pytest.skip("this system has no /proc to tell who listens")
    assert context.parallelize(range(4), 2).map(lambda n: n + 1).sum() == 10
    process = context._gateway.proc.pid
    held = {str(link.readlink()) for link in Path(f"/proc/{process}/fd").iterdir() if link.is_symlink()}
    lines = [
        line.split() for name in ("tcp", "tcp6") for line in Path(f"/proc/{process}/net/{name}").read_text().splitlines()[1:]
    ]
    ours = [line[1].rpartition(":")[0] for line in lines if line[3] == LISTENING and f"socket:[{line[9]}]" in held]
    assert ours and set(ours) <= LOOPBACK
    assert context.uiWebUrl is None


@pytest.mark.neo4j
@pytest.mark.spark
def test_the_password_is_in_no_setting_command_line_or_task(context: SparkContext, neo4j_526: Server) -> None:
    secret = neo4j_526.password
    if not secret:
        pytest.skip("the server named by KITH_TEST_NEO4J is open to all")
    assert secret not in json.dumps(context.getConf().getAll())
    assert secret not in json.dumps(context.environment)
    assert secret.encode() not in Path(f"/proc/{context._gateway.proc.pid}/cmdline").read_bytes()
    kept = context.parallelize([1], 1).map(_password).collect()
    assert kept == [secret], "a worker takes it from its own environment"


def _password(_: int) -> str | None:
    from graph.settings import Settings

    return Settings().neo4j_password


def test_a_failed_task_tells_where_and_not_with_what() -> None:
    def work() -> list[int]:
        raise ValueError("Kelly Hartley, 12 Cobden Street")

    def broken():  # type: ignore[no-untyped-def]
        yield work()

    with pytest.raises(TaskFailed) as told:
        list(telling(broken()))
    assert "ValueError at test_safety.py line" in str(told.value)
    assert "Hartley" not in str(told.value)
    assert told.value.__context__ is None and told.value.__cause__ is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x\nTaskFailed: task|no such model|Install it\n  at y", "on Spark: no such model. Install it"),
        ("ModuleNotFoundError: No module named 'ingest'", "the Python of Spark's workers has no ingest"),
        ("[PYTHON_VERSION_MISMATCH] 3.11 3.12", "another version of Python"),
        ("Python worker exited unexpectedly (crashed)", "a worker of Spark ended each time"),
        ("anything else", "Spark gave the run up"),
    ],
)
def test_what_spark_says_becomes_one_message(text: str, message: str) -> None:
    def job() -> None:
        raise RuntimeError(text)

    with pytest.raises(KithError) as told:
        tried(job)
    assert message in str(told.value)


def test_a_store_that_a_worker_cannot_use_ends_the_run() -> None:
    def job() -> None:
        raise RuntimeError(f"x\n{TaskFailed.__module__}.TaskFailed: {sent.value}\n  at y")

    with pytest.raises(TaskFailed) as sent:
        list(telling(_lost()))
    with pytest.raises(StoreError, match=r"on Spark: Neo4j does not answer\. Start it"):
        tried(job)


def _lost() -> Iterator[int]:
    yield 1
    raise StoreError("Neo4j does not answer", "Start it")


def test_a_cluster_open_to_its_network_is_refused() -> None:
    with pytest.raises(KithError, match=r"spark://there:7077 is open to its network: spark.network.crypto.enabled are not true"):
        _refuse_open(_Cluster({"spark.authenticate": "true"}), "spark://there:7077")  # type: ignore[arg-type]
    _refuse_open(_Cluster({"spark.authenticate": "true", "spark.network.crypto.enabled": "true"}), "spark://there:7077")  # type: ignore[arg-type]
    _refuse_open(_Cluster({}), "local[2]")  # type: ignore[arg-type]


class _Cluster:
    def __init__(self, settings: dict[str, str]) -> None:
        self._settings = settings

    def getConf(self) -> dict[str, str]:
        return self._settings


def test_what_a_task_fails_with_can_be_sent() -> None:
    sent = pickle.dumps(TaskFailed)
    assert pickle.loads(sent) is TaskFailed
