"""Sheets of every make of workbook: found, under titles, with merged heads, texts as they were."""

from datetime import date, time
from pathlib import Path

import openpyxl
import pytest

from graph.errors import SourceError
from tests.ingest.readers.reading import codes, rows, values
from tests.made import workbooks

ROWS: workbooks.Cells = [["Ref", "Name", "Paid"], ["7", "Zoë", 2.0], ["8", "Ben", 1.5]]
READ = [("7", "Zoë", "2"), ("8", "Ben", "1.5")]


def book(path: Path, *cells: object, merged: tuple[str, ...] = (), **more: list[list[object]]) -> Path:
    """A workbook of one sheet, or more by name."""
    made = openpyxl.Workbook()
    assert made.active is not None
    made.active.title = "First"
    for row in cells:
        made.active.append(row)
    for span in merged:
        made.active.merge_cells(span)
    for name, rows_of in more.items():
        sheet = made.create_sheet(name)
        for row in rows_of:
            sheet.append(row)
    made.save(path)
    return path


def test_every_make_of_workbook(tmp_path: Path) -> None:
    for make, name in ((workbooks.xls, "a.xls"), (workbooks.ods, "a.ods"), (workbooks.xml, "b.xls")):
        path = make(tmp_path / name, Sheet1=ROWS, Other=[["x"], ["y"]])
        assert values(path, "xlsx") == READ, name
        assert values(path, "csv", sheet="Sheet1") == READ, name
        with pytest.raises(SourceError, match="Its sheets are: Sheet1, Other"):
            rows(path, "xls", sheet="Sheet9")


def test_a_day_is_a_day_in_any_make(tmp_path: Path) -> None:
    day = workbooks.ods(tmp_path / "a.ods", S=[["Ref", "Born"], ["7", "2015-02-01"]])
    assert values(day, "ods") == [("7", "2015-02-01")]
    assert values(book(tmp_path / "a.xlsx", ["Ref", "Born"], [7, date(2015, 2, 1)]), "xlsx") == [("7", "2015-02-01")]


def test_the_sheet_with_the_table_is_found(tmp_path: Path) -> None:
    cover = [["About this workbook"], ["Contact", "Pat Voss"], ["Sheets", "Cases; Lookups"]]
    cases = [["Ref", "Name", "Team"], *([n, "Ann", "North"] for n in range(9))]
    lookups = [["Code", "Meaning"], *([n, "x"] for n in range(10))]
    path = book(tmp_path / "a.xlsx", *cover, Cases=cases, Lookups=lookups)
    assert len(rows(path, "xlsx")) == 9
    assert len(rows(path, "xlsx", columns=["Code", "Meaning"])) == 10
    assert rows(path, "xlsx", sheet="Cases")[0].position == "Cases!row:2"


def test_a_hidden_sheet_is_read_only_where_it_is_named(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", ["Ref", "Name"], [7, "Ann"], Old=[["Ref", "Name"], *[[n, "x"] for n in range(50)]])
    made = openpyxl.load_workbook(path)
    made["Old"].sheet_state = "hidden"
    made.save(path)
    assert len(rows(path, "xlsx")) == 1
    assert len(rows(path, "xlsx", sheet="Old")) == 50


def test_merged_heads_group_the_columns_below(tmp_path: Path) -> None:
    path = book(
        tmp_path / "a.xlsx",
        ["Report of May"],
        ["Ref", "Child", None, "Worker", None],
        [None, "Name", "Born", "Name", "Team"],
        [7, "Ann", date(2015, 2, 1), "Cy", "North"],
        merged=("A1:E1", "A2:A3", "B2:C2", "D2:E2"),
    )
    (row,) = rows(path, "xlsx")
    assert dict(row.values) == {"Ref": "7", "Child Name": "Ann", "Born": "2015-02-01", "Worker Name": "Cy", "Team": "North"}
    assert row.line == 4


def test_cells_are_the_texts_a_csv_would_hold(tmp_path: Path) -> None:
    head = ["Id", "UPRN", "Code", "At", "Yes", "Formula", "Blank"]
    path = book(tmp_path / "a.xlsx", head, [7, 100012345678, "00123", time(9, 30), True, "=cmd|' /C calc'!A0", None])
    (row,) = rows(path, "xlsx")
    assert list(row.values.values()) == ["7", "100012345678", "00123", "09:30:00", "True", "", ""]


def test_totals_and_blank_rows_of_a_sheet(tmp_path: Path) -> None:
    path = book(
        tmp_path / "a.xlsx", ["Ref", "Name", "Fee"], [7, "Ann", 2], [], [8, "Ben", 3], ["Total", None, 5], [], ["Source: CMS"]
    )
    found = rows(path, "xlsx")
    assert [row.line for row in found] == [2, 4, 5, 7]
    assert codes(found) == [[], [], ["not_a_record"], ["not_a_record"]]


def test_a_web_page_that_is_called_a_workbook(tmp_path: Path) -> None:
    page = """<html><head><meta charset="windows-1252"></head><body>
      <table><tr><td>Menu</td></tr></table>
      <table><tr><th>Ref</th><th colspan="2">Child</th></tr><tr><th></th><th>Name</th><th>Born</th></tr>
      <tr><td>7</td><td>Zo\xeb &amp; Ann</td><td rowspan="2">2015</td></tr><tr><td>8</td><td>Ben</td></tr></table></body></html>"""
    path = tmp_path / "export.xls"
    path.write_bytes(page.encode("cp1252"))
    found = rows(path, "xlsx", header_row=2)
    assert [dict(row.values) for row in found] == [
        {"Ref": "7", "Name": "Zoë & Ann", "Born": "2015"},
        {"Ref": "8", "Name": "Ben", "Born": ""},
    ]
    assert len(rows(path, "html", sheet="table 2", header_row=2)) == 2


def test_a_sheet_without_a_header_is_refused_with_the_cure(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", [1, 2], [3, 4])
    with pytest.raises(SourceError, match=r"sheet 'First' names no columns.*header_row"):
        rows(path, "xlsx")
