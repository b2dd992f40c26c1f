"""Who watches a run is told what is read, how far it has come, and when each source is done."""

from pathlib import Path

import pytest

from graph.store import Store
from ingest.load import ingest
from ingest.progress import rows_expected
from tests.ingest.village import ROLL_ROWS, VISIT_ROWS, write


class Watching:
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.told: list[tuple[str, int | None, int]] = []
        self._what: tuple[str, int | None] = ("", None)
        self._rows = 0

    def began(self, what: str, rows: int | None) -> None:
        self._what, self._rows = (what, rows), 0

    def advanced(self, rows: int) -> None:
        self._rows += rows

    def finished(self) -> None:
        self.told.append((*self._what, self._rows))


@pytest.mark.parametrize("store", ["embedded"], indirect=True)
def test_each_source_is_told_with_its_size_and_all_its_rows(store: Store, tmp_path: Path) -> None:
    watching = Watching()
    ingest(store, write(tmp_path), progress=watching)
    assert watching.told == [("roll", 5, 5), ("visits", 3, 3), ("who is who", None, 0)]


def test_the_size_is_told_from_lines_and_files(tmp_path: Path) -> None:
    place = write(tmp_path, roll=[*ROLL_ROWS, ""], visits=VISIT_ROWS)
    assert [rows_expected(supply) for supply in place.supplies] == [6, 3]
    (tmp_path / "roll.csv").write_bytes(b"No,Name\n1,x")
    assert rows_expected(place.supplies[0]) == 1, "the last line needs no end"
    (tmp_path / "roll.csv").unlink()
    assert rows_expected(place.supplies[0]) == 0
