"""The room: what a library breaks in it is one file's error, and the next file finds it well."""

import os
from pathlib import Path

import pytest

from graph.errors import SourceError
from ingest.room import keeper
from ingest.room.keeper import ask
from tests.hostile.office import far, workbook


def test_one_process_serves_one_file_after_another(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook([["Ref", "Name"], [7, "Ann"]]))
    list(ask("workbook", path.name, str(path), None, []))
    (room,) = [room for room in keeper.IDLE if room.owner == os.getpid()]
    list(ask("workbook", path.name, str(path), None, []))
    assert room in keeper.IDLE


def test_a_file_that_ends_the_process_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    bad, good = tmp_path / "far.xlsx", tmp_path / "a.xlsx"
    far(bad, False)
    good.write_bytes(workbook([["Ref", "Name"], [7, "Ann"]]))
    with pytest.raises(SourceError, match="takes over 768 MiB of memory"):
        list(ask("workbook", bad.name, str(bad), None, []))
    assert len(list(ask("workbook", good.name, str(good), None, []))) == 2


def test_a_process_that_does_not_start_is_no_fault_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keeper.close()
    monkeypatch.setattr("sys.executable", "/bin/false")
    with pytest.raises(SourceError, match="does not run"):
        list(ask("kind", "a.xlsx", str(tmp_path / "a.xlsx")))


def test_what_lies_in_the_folder_it_is_run_in_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keeper.close()
    (tmp_path / "json.py").write_text("from pathlib import Path\nPath(__file__).with_name('run').touch()\n", "utf-8")
    (tmp_path / "a.xlsx").write_bytes(workbook([["Ref", "Name"], [7, "Ann"]]))
    monkeypatch.chdir(tmp_path)
    assert len(list(ask("workbook", "a.xlsx", str(tmp_path / "a.xlsx"), None, []))) == 2
    assert not (tmp_path / "run").exists()


def test_rows_that_nobody_wants_any_more_leave_no_process(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook([["Ref", "Name"], *([n, "Ann"] for n in range(2_000))]))
    keeper.close()
    answers = ask("workbook", path.name, str(path), None, [])
    next(answers)
    answers.close()
    assert keeper.IDLE == []


def test_what_is_refused_there_is_refused_here(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"a.xlsx is damaged"):
        list(ask("workbook", "a.xlsx", str(tmp_path / "missing.xlsx"), None, []))
