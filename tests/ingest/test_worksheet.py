"""A sheet for a spreadsheet: nothing in it runs, and what comes back is what a person changed."""

import csv
import stat
from pathlib import Path

import pytest

from graph.errors import SourceError
from ingest import worksheet
from ingest.quarantine import sent_hash

RAW = {"No": "", "Name": '=HYPERLINK("http://x","y")', "NHS": "9991001018", "Age": "007", "Notes": "a, b\nc"}
ROW = {
    "uid": "roll#line:7",
    "raw": RAW,
    "columns": list(RAW),
    "problems": [{"code": "missing_required_key", "what": "No is blank"}],
}


def cells(path: Path) -> list[list[str]]:
    """The sheet as a spreadsheet reads it."""
    with path.open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.reader(opened))


def test_a_sheet_comes_back_without_a_change(tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    assert worksheet.export([ROW], [ROW], sheet) == 1
    (filled,) = worksheet.read_back(sheet)
    assert (filled.row, filled.version) == ("roll#line:7", sent_hash(RAW)[:8])
    assert worksheet.changes(ROW, filled) == ({}, [])
    assert stat.S_IMODE(sheet.stat().st_mode) == 0o600


@pytest.mark.parametrize("hostile", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "＠1", "=cmd|' /C calc'!A0"])
def test_no_cell_begins_a_formula(tmp_path: Path, hostile: str) -> None:
    row = {**ROW, "uid": hostile, "raw": {"Name": hostile, hostile: hostile}, "columns": None}
    worksheet.export([row], [row], tmp_path / "sheet.csv")
    for line in cells(tmp_path / "sheet.csv"):
        assert not any(cell.lstrip(" ").startswith(worksheet.FORMULA) for cell in line)


def test_what_a_person_changed_comes_back_and_what_the_spreadsheet_did_is_left(tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    worksheet.export([ROW], [ROW], sheet)
    header, line = cells(sheet)
    changed = dict(zip(header, line, strict=True)) | {"No": "6", "NHS": "9.991E+09", "Age": "7", "Notes": "a é"}
    with sheet.open("w", encoding="cp1252", newline="") as opened:
        csv.writer(opened, delimiter=";").writerows([header, list(changed.values())])
    (filled,) = worksheet.read_back(sheet)
    assert worksheet.changes(ROW, filled) == ({"No": "6", "Notes": "a é"}, ["NHS", "Age"])


def test_an_apostrophe_of_a_persons_own_stays(tmp_path: Path) -> None:
    filled = worksheet.Filled("roll#line:7", "", {"Name": "'tis"})
    assert worksheet.changes(ROW, filled)[0] == {"Name": "'tis"}


@pytest.mark.parametrize("text", ["'=1", "''-2", "' =1"])
def test_apostrophes_before_a_formula_come_back_as_many_as_they_were(tmp_path: Path, text: str) -> None:
    row = {**ROW, "raw": {text: text}, "columns": None}
    worksheet.export([row], [row], tmp_path / "sheet.csv")
    (filled,) = worksheet.read_back(tmp_path / "sheet.csv")
    assert {worksheet.plain(cell) for cell in filled.cells.values()} == {text}
    assert (set(filled.cells), worksheet.changes(row, filled)) == ({text}, ({}, []))


def test_no_file_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "sheet.csv").write_text("mine")
    with pytest.raises(SourceError, match="cannot be written"):
        worksheet.export([ROW], [ROW], tmp_path / "sheet.csv")
    with pytest.raises(SourceError, match="has no columns kith_row"):
        (tmp_path / "other.csv").write_text("a,b\n1,2\n")
        list(worksheet.read_back(tmp_path / "other.csv"))
