"""Readers yield rows with where they stand, whatever the file's encoding, delimiter or flaws."""

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from graph.errors import SourceError
from ingest.readers import READERS, Reading
from ingest.row import Row


def read(file: Path, form: str, **said: object) -> list[Row]:
    """The rows of a file."""
    reading = Reading.model_validate({"format": form, **said})
    return list(READERS[form](file, reading))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_delimiter_and_encoding(tmp_path: Path, delimiter: str, encoding: str) -> None:
    rows = [["Name", "Café"], *([f"Zoë {number}", "crème brûlée"] for number in range(30))]
    (tmp_path / "a.csv").write_bytes("\n".join(delimiter.join(row) for row in rows).encode(encoding))
    found = read(tmp_path / "a.csv", "csv")
    assert len(found) == 30
    assert dict(found[0].values) == {"Name": "Zoë 0", "Café": "crème brûlée"}
    assert found[0].problems == ()


def test_one_line_of_another_encoding_is_mended_and_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("Name,Note\nAnn,caf\u00e9\n".encode() + b"Ben,\xa35 donation\nCy,x\n")
    rows = read(tmp_path / "a.csv", "csv")
    assert [row.values["Note"] for row in rows] == ["café", "£5 donation", "x"]
    assert [[p.code for p in row.problems] for row in rows] == [[], ["bad_encoding"], []]


def test_a_quoted_line_break_keeps_the_lines_counted(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('A,B\n1,"two\nlines"\n2,x\n', "utf-8")
    rows = read(tmp_path / "a.csv", "csv")
    assert [(row.line, row.values["B"]) for row in rows] == [(2, "two\nlines"), (4, "x")]


def test_a_row_of_another_width_is_kept_for_a_person(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("A,B\n1,2,3\n4,5\n", "utf-8")
    bad, good = read(tmp_path / "a.csv", "csv")
    assert [problem.code for problem in bad.problems] == ["wrong_number_of_columns"]
    assert good.problems == ()


def test_a_sheet_under_a_title_with_real_dates_and_numbers(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Visits"
    for row in (
        ["A report"],
        ["Name", "Born", "Seen", "No"],
        ["Ann", date(2015, 2, 1), datetime(2026, 3, 4, 10, 5), 7.0],
        [],
        ["Ben", None, None, 1.5],
    ):
        sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    ann, ben = read(tmp_path / "a.xlsx", "xlsx", sheet="Visits", header_row=2)
    assert dict(ann.values) == {"Name": "Ann", "Born": "2015-02-01", "Seen": "2026-03-04 10:05:00", "No": "7"}
    assert (ann.position, ben.position, ben.values["No"]) == ("Visits!row:3", "Visits!row:5", "1.5")


def test_a_broken_line_of_json_lines_is_kept_for_a_person(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"a": 1}\n{"a": \n[1]\n{"a": 2}\n', "utf-8")
    rows = read(tmp_path / "a.jsonl", "jsonl")
    assert [[p.code for p in row.problems] for row in rows] == [[], ["not_an_object"], ["not_an_object"], []]


WRONG = [
    ("a.csv", b"", "csv", {}, "is empty"),
    ("a.csv", b"\x00\x01\x02", "csv", {}, "is a binary file"),
    ("a.csv", b"\n\n1,2\n", "csv", {}, "names no columns"),
    ("a.json", b"{", "json", {}, "is no JSON"),
    ("a.json", b'{"x": []}', "json", {"path": "y"}, "has no 'y'"),
    ("a.json", b'{"x": {}}', "json", {"path": "x"}, "holds no list"),
    ("a.xlsx", b"PK\x03\x04 nonsense", "xlsx", {}, "is cut off"),
]


@pytest.mark.parametrize(("name", "data", "form", "said", "message"), WRONG)
def test_a_file_that_cannot_be_read_is_refused_with_the_cure(
    tmp_path: Path, name: str, data: bytes, form: str, said: dict[str, object], message: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(SourceError, match=message) as refused:
        read(tmp_path / name, form, **said)
    assert refused.value.cure
