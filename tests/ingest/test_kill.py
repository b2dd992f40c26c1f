"""A run killed at any moment, and run again, leaves the graph of a clean run."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from graph import export
from graph.opening import open_store
from graph.store import Store
from tests.harrowdale.truth import PLACE
from tests.servers.bolt import empty
from tests.servers.release import Server

ROOT = Path(__file__).parent.parent.parent
KILLS = int(os.environ.get("KITH_KILLS", "20"))
"""`make soak` asks for more."""


def test_killed_at_random_moments_on_the_embedded_engine(tmp_path: Path) -> None:
    clean = tmp_path / "clean"
    seconds = _whole(str(clean))
    expected = _digest(lambda: open_store(str(clean)))
    for number in range(KILLS):
        folder = str(tmp_path / f"killed{number}")
        _kill_within(seconds, number, folder)
        _whole(folder)
        assert _digest(lambda folder=folder: open_store(folder)) == expected, f"kill {number}"


@pytest.mark.parametrize("processes", [1, 2], ids="by {} processes".format)
def test_killed_while_notes_are_read(tmp_path: Path, processes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KITH_NOTE_PROCESSES", str(processes))
    clean = str(tmp_path / "clean")
    seconds = _whole(clean, notes="with")
    expected = _digest(lambda: open_store(clean))
    for number in range(max(3, KILLS // 5)):
        folder = str(tmp_path / f"killed{number}")
        _kill_within(seconds, number, folder, notes="with")
        _whole(folder, notes="with")
        assert _digest(lambda folder=folder: open_store(folder)) == expected, f"kill {number}"


@pytest.mark.neo4j
def test_killed_at_random_moments_on_neo4j(neo4j_526: Server) -> None:
    password = neo4j_526.password or ""
    server = (neo4j_526.uri, neo4j_526.user or "", password)
    empty(neo4j_526)
    seconds = _whole(*server)
    expected = _digest(lambda: open_store(*server))
    for number in range(max(3, KILLS // 5)):
        empty(neo4j_526)
        _kill_within(seconds, number, *server)
        _whole(*server)
        assert _digest(lambda: open_store(*server)) == expected, f"kill {number}"


def test_power_lost_in_the_midst_of_a_write(tmp_path: Path) -> None:
    """What the disk had not yet taken of the last commit is torn off the log's end."""
    seconds = _whole(str(tmp_path / "clean"))
    expected = _digest(lambda: open_store(str(tmp_path / "clean")))
    for number in range(max(3, KILLS // 5)):
        folder = tmp_path / f"torn{number}"
        _kill_within(seconds, number, str(folder))
        log = folder / "kith.kgl-wal"
        os.truncate(log, max(0, log.stat().st_size - random.Random(number).randint(1, 200)))
        _whole(str(folder))
        assert _digest(lambda folder=folder: open_store(str(folder))) == expected, f"torn {number}"


@pytest.mark.parametrize("kilobytes", [20, 100, 200, 300])
def test_a_full_disk(tmp_path: Path, kilobytes: int) -> None:
    _whole(str(tmp_path / "clean"))
    folder = str(tmp_path / "full")
    process = _start(folder, limit=kilobytes * 1024)
    _, told = process.communicate(timeout=120)
    assert process.returncode == 1
    assert "cannot be written" in told and "Make room on its disk" in told and "Traceback" not in told
    _whole(folder)
    assert _digest(lambda: open_store(folder)) == _digest(lambda: open_store(str(tmp_path / "clean")))


def _start(location: str, user: str = "", password: str = "", notes: str = "without", limit: int = 0) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.ingest.killed", location, user, password, str(PLACE), notes, str(limit)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE if limit else None, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    return process


def _whole(location: str, user: str = "", password: str = "", notes: str = "without") -> float:
    """A run to its end; returns its seconds after the store was open."""
    process = _start(location, user, password, notes)
    began = time.monotonic()
    assert process.wait(timeout=120) == 0
    return time.monotonic() - began


def _kill_within(seconds: float, seed: int, location: str, user: str = "", password: str = "", notes: str = "without") -> None:
    process = _start(location, user, password, notes)
    time.sleep(random.Random(seed).uniform(0, seconds))
    process.send_signal(signal.SIGKILL)
    process.wait(timeout=30)


def _digest(opened: Callable[[], Store]) -> str:
    store = opened()
    try:
        return export.digest(store.export())
    finally:
        store.close()
