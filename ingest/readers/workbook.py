"""Workbooks of any make: which sheet holds the table, and its cells as the text a CSV would hold."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from graph.errors import SourceError
from ingest.readers.heading import SEARCHED, header_of


@contextmanager
def opened(path: Path) -> Iterator[CalamineWorkbook]:
    """A workbook.

    Raises SourceError for one that is broken, encrypted or too large.
    """
    try:
        with CalamineWorkbook.from_path(str(path)) as workbook:
            yield workbook
    except PasswordError as locked:
        raise SourceError(f"{path.name} is protected by a password", "Save it without one") from locked
    except (CalamineError, OSError) as broken:
        raise SourceError(f"{path.name} is no spreadsheet that can be read ({broken})", "Save it again as .xlsx") from broken


def sheet_of(workbook: CalamineWorkbook, name: str, said: str | None, expected: Collection[str] = ()) -> CalamineSheet:
    """The sheet a mapping says; else the visible one whose header has most of the expected columns, or the largest table."""
    if said is not None:
        if said not in workbook.sheet_names:
            raise SourceError(f"{name} has no sheet {said!r}", f"Its sheets are: {', '.join(workbook.sheet_names)}")
        return workbook.get_sheet_by_name(said)
    sheets = [workbook.get_sheet_by_name(shown) for shown in visible(workbook)]
    if not sheets:
        raise SourceError(f"{name} has no sheet with a table", "Save the sheet that holds the rows as CSV")
    return max(sheets, key=lambda sheet: _fitness(sheet, set(expected)))


def visible(workbook: CalamineWorkbook) -> list[str]:
    """The names of the sheets of cells that somebody who opens the workbook sees."""
    return [
        sheet.name
        for sheet in workbook.sheets_metadata
        if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible
    ]


def _fitness(sheet: CalamineSheet, expected: set[str]) -> tuple[int, int]:
    """How well a sheet fits: its expected columns, then the size of its table."""
    top = [[str(cell).strip() for cell in row] for row in islice(sheet.iter_rows(), SEARCHED)]
    header = header_of(top, expected)
    if header is None:
        return 0, 0
    return len(expected & set(top[header])), (sheet.total_height - header - 1) * sum(1 for cell in top[header] if cell)


def rows_of(sheet: CalamineSheet) -> Iterator[list[str]]:
    """Every row of a sheet from its first, as texts from column A on."""
    before = [""] * (sheet.start[1] if sheet.start else 0)
    for row in sheet.iter_rows():
        yield before + [text_of(cell) for cell in row]


def text_of(cell: Any) -> str:
    """A cell as the text a CSV would hold.

    >>> [text_of(cell) for cell in (7.0, 1.5, date(2026, 3, 4), datetime(2026, 3, 4, 10, 5), "=cmd|' /C calc'!A0")]
    ['7', '1.5', '2026-03-04', '2026-03-04 10:05:00', "=cmd|' /C calc'!A0"]
    """
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time.min else cell.isoformat(sep=" ")
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def names_above(sheet: CalamineSheet, rows: list[list[str]], header: int) -> list[str]:
    """The row over the header with merged cells filled in, where merged cells there group the columns below.

    A title merged over the whole table groups nothing.
    """
    if header == 0:
        return []
    width = max(len(rows[header]), len(rows[header - 1]))
    over = [""] * width
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or []:
        covers = top <= header - 1 <= bottom
        if covers and (right > left or bottom >= header) and right - left + 1 < _named(rows[header]):
            for column in range(left, min(right, width - 1) + 1):
                over[column] = rows[top][left] if left < len(rows[top]) else ""
    return over


def _named(cells: list[str]) -> int:
    return sum(1 for cell in cells if cell)
