"""A forgetting that is killed at any moment, and called again, leaves the graph of a place that never had the source."""

import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from graph import export
from graph.opening import open_store
from graph.store import Store
from ingest.load import ingest
from ingest.place import Place, load_place
from tests.harrowdale.truth import PLACE
from tests.ingest.test_forgetting import without
from tests.ingest.test_kill import KILLS, ROOT
from tests.servers.bolt import empty
from tests.servers.release import Server

SOURCE = "childrens_social_care"


def test_killed_at_random_moments_on_the_embedded_engine(tmp_path: Path) -> None:
    _ingested(lambda: open_store(str(tmp_path / "never")), without(_place(), SOURCE))
    expected = _digest(lambda: open_store(str(tmp_path / "never")))
    _ingested(lambda: open_store(str(tmp_path / "whole")), _place())
    shutil.copytree(tmp_path / "whole", tmp_path / "timed")
    seconds = _finish(str(tmp_path / "timed"))
    for number in range(max(4, KILLS // 5)):
        folder = tmp_path / f"killed{number}"
        shutil.copytree(tmp_path / "whole", folder)
        _kill_within(seconds, number, str(folder))
        _finish(str(folder))
        assert _digest(lambda folder=folder: open_store(str(folder))) == expected, f"kill {number}"


@pytest.mark.neo4j
def test_killed_at_random_moments_on_neo4j(neo4j_526: Server) -> None:
    server = (neo4j_526.uri, neo4j_526.user or "", neo4j_526.password or "")
    empty(neo4j_526)
    _ingested(lambda: open_store(*server), without(_place(), SOURCE))
    expected, seconds = _digest(lambda: open_store(*server)), 3.0
    for number in range(3):
        empty(neo4j_526)
        _ingested(lambda: open_store(*server), _place())
        if number:
            _kill_within(seconds, number, *server)
        seconds = _finish(*server) if number == 0 else max(seconds, _finish(*server))
        assert _digest(lambda: open_store(*server)) == expected, f"kill {number}"


def _place() -> Place:
    place = load_place(PLACE, date(2026, 10, 31))
    return replace(place, supplies=tuple(s for s in place.supplies if s.mapping.reads.format != "note"))


def _ingested(opened: Callable[[], Store], place: Place) -> None:
    store = opened()
    try:
        ingest(store, place)
    finally:
        store.close()


def _digest(opened: Callable[[], Store]) -> str:
    store = opened()
    try:
        return export.digest(store.export())
    finally:
        store.close()


def _start(location: str, user: str = "", password: str = "") -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.ingest.forgetting_killed", location, user, password, SOURCE]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    return process


def _finish(location: str, user: str = "", password: str = "") -> float:
    process = _start(location, user, password)
    began = time.monotonic()
    assert process.wait(timeout=120) == 0
    return time.monotonic() - began


def _kill_within(seconds: float, seed: int, location: str, user: str = "", password: str = "") -> None:
    process = _start(location, user, password)
    time.sleep(random.Random(seed).uniform(0, seconds))
    process.send_signal(signal.SIGKILL)
    process.wait(timeout=30)
