"""What a store keeps on disk is its owner's alone, from its founding to its closing."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph import cypher
from graph.opening import open_store


@pytest.fixture(autouse=True)
def open_handed() -> Iterator[None]:
    """The mask of a machine where new files are readable to all, whatever the one tests run on says."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def modes(folder: Path) -> set[int]:
    """The permissions of all that lies in a folder."""
    return {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}


def write(folder: Path, number: int) -> None:
    """Open, write, look at what lies there meanwhile, close."""
    store = open_store(str(folder))
    store.write((cypher.upsert_nodes("Person"), [{"uid": f"p{number}", "props": {"full_name": "Una Voe"}}]))
    assert modes(folder) == {0o600}
    store.close()
    assert modes(folder) == {0o600}


def test_nobody_else_may_read_a_store(tmp_path: Path) -> None:
    folder = tmp_path / "place" / "store"
    for number in range(2):
        write(folder, number)
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert os.umask(0o022) == 0o022, "the process's own mask is as it was"


def test_a_store_that_was_open_to_others_is_closed_to_them(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    write(folder, 1)
    folder.chmod(0o755)
    for path in folder.iterdir():
        path.chmod(0o644)
    write(folder, 2)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_folder_of_other_things_stays_as_it_is(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    (tmp_path / "minutes.txt").write_text("of the parish council", "utf-8")
    (tmp_path / "minutes.txt").chmod(0o644)
    store = open_store(str(tmp_path))
    store.close()
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755
    assert stat.S_IMODE((tmp_path / "minutes.txt").stat().st_mode) == 0o644
    assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.glob("kith*")} == {0o600}
