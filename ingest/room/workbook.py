"""Workbooks of any make: which sheet holds the table, and its cells as the text a CSV would hold."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from graph.errors import SourceError
from ingest import limits
from ingest.readers.heading import SEARCHED
from ingest.room import office
from ingest.room.batches import batched
from ingest.room.choosing import fitness


def read(name: str, path: str, said: str | None, expected: list[str]) -> Iterator[Any]:
    """First what the sheet is: its name, every visible sheet's, merged cells at its top; then its rows in batches.

    A row is its number and its cells as texts from column A on; rows without any are left out.
    """
    with _opened(name, Path(path)) as workbook:
        sheet = _chosen(workbook, name, said, expected)
        merged = [span for span in sheet.merged_cell_ranges or [] if span[0][0] < SEARCHED]
        yield {"sheet": sheet.name, "sheets": _visible(workbook), "merged": merged}
        before = [""] * (sheet.start[1] if sheet.start else 0)
        rows = ((number, before + [text_of(cell) for cell in row]) for number, row in enumerate(sheet.iter_rows(), 1))
        yield from batched(row for row in rows if any(row[1]))


@contextmanager
def _opened(name: str, path: Path) -> Iterator[CalamineWorkbook]:
    with path.open("rb") as stream:
        zipped = stream.read(2) == b"PK"
    if zipped:
        office.check(name, path, limits.WORKBOOK)
    try:
        with CalamineWorkbook.from_path(str(path)) as workbook:
            yield workbook
    except PasswordError as locked:
        raise SourceError(f"{name} is protected by a password", "Save it without one") from locked
    except (CalamineError, OSError) as broken:
        raise SourceError(f"{name} is no spreadsheet that can be read ({broken})", "Save it again as .xlsx") from broken


def _chosen(workbook: CalamineWorkbook, name: str, said: str | None, expected: Collection[str]) -> CalamineSheet:
    """The sheet a mapping says; else the visible one whose header has most of the expected columns, or the largest table."""
    if said is not None:
        if said not in workbook.sheet_names:
            raise SourceError(f"{name} has no sheet {said!r}", f"Its sheets are: {', '.join(workbook.sheet_names)}")
        return workbook.get_sheet_by_name(said)
    shown = _visible(workbook)
    if not shown:
        raise SourceError(f"{name} has no visible sheet of cells", "Save the sheet that holds the rows as CSV")
    sheets = (workbook.get_sheet_by_name(sheet) for sheet in shown)
    return next(sheets) if len(shown) == 1 else max(sheets, key=lambda sheet: _fitness(sheet, set(expected)))


def _visible(workbook: CalamineWorkbook) -> list[str]:
    """The names of the sheets of cells that somebody who opens the workbook sees."""
    return [
        sheet.name
        for sheet in workbook.sheets_metadata
        if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible
    ]


def _fitness(sheet: CalamineSheet, expected: set[str]) -> tuple[int, int, int]:
    return fitness([[text_of(cell) for cell in row] for row in islice(sheet.iter_rows(), SEARCHED)], sheet.total_height, expected)


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
