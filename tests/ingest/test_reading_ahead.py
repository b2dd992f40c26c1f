"""Notes read by several processes: the same graph, none left behind, one message where one breaks."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from graph import export
from graph.errors import KithError
from graph.store import Store
from ingest import reading_ahead
from ingest.load import ingest
from ingest.place import load_place
from nlp import workers
from nlp.pipeline import Extractor
from tests.harrowdale.truth import PLACE

ROOT = Path(__file__).parent.parent.parent
NOTE = ("Mum Kelly has rent arrears.", date(2026, 10, 1))


def test_two_processes_come_to_the_graph_of_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    digests = []
    for processes in ("1", "2"):
        monkeypatch.setenv("KITH_NOTE_PROCESSES", processes)
        for store in _opened(tmp_path / processes):
            ingest(store, load_place(PLACE, date(2026, 10, 31)))
            digests.append(export.digest(store.export()))
    assert digests[0] == digests[1]


def test_many_notes_are_read_by_as_many_processes_as_there_are_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_ahead, "MANY", 3)
    monkeypatch.setattr(reading_ahead, "cores", lambda: 4)
    assert [_processes(notes, None) for notes in (2, 3, 9)] == [None, 4, 4]
    assert [_processes(notes, said) for notes, said in ((9, 1), (2, 2))] == [None, 2]


def test_a_process_that_ends_before_its_time_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_read", _die)
    with pytest.raises(KithError, match="a process that reads notes ended before its time"):
        list(workers.spread(Extractor(), [NOTE], 2))


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="this system has no /proc to tell whose processes live")
def test_nobody_is_left_behind_by_a_killed_run() -> None:
    code = (
        "from nlp.pipeline import Extractor\n"
        "def notes():\n"
        "    while True: yield 'Mum Kelly has rent arrears.', None\n"
        "if __name__ == '__main__':\n"
        "    for found in Extractor().extract_many(notes(), 2, anew=True): print('read', flush=True)\n"
    )
    running = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert running.stdout is not None and running.stdout.readline() == "read\n"
    children = Path(f"/proc/{running.pid}/task/{running.pid}/children").read_text().split()
    assert len(children) >= 2
    running.send_signal(signal.SIGKILL)
    running.wait(timeout=10)
    running.stdout.close()
    deadline = time.monotonic() + 20
    while left := [child for child in children if _lives(child)]:
        assert time.monotonic() < deadline, f"{len(left)} processes are left"
        time.sleep(0.05)


def _die(notes: object) -> None:
    os._exit(9)


def _lives(process: str) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def _opened(folder: Path) -> Iterator[Store]:
    from tests.conftest import opened

    yield from opened(str(folder))


class _Mapper:
    def note(self, row: object) -> tuple[str, None]:
        return "", None


class _Extractor:
    """Tells how many processes it was asked to read with."""

    asked: int | None = None

    def extract_many(self, notes: Iterator[object], processes: int, anew: bool) -> Iterator[object]:
        self.asked = processes
        return (note for note in notes)


class _Corrections:
    def apply(self, row: object) -> object:
        return row


def _processes(notes: int, said: int | None) -> int | None:
    extractor = _Extractor()
    rows = iter([(_Mapper(), number) for number in range(notes)])
    read = reading_ahead.read_ahead(rows, extractor, _Corrections(), said)  # type: ignore[arg-type]
    assert [row for _, row in read] == list(range(notes))
    return extractor.asked
