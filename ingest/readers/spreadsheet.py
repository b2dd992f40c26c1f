"""Spreadsheets, one sheet a source."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Any

from graph.errors import SourceError
from ingest.readers.columns import column_names
from ingest.readers.heading import SEARCHED, header_of
from ingest.readers.reading import Reading
from ingest.readers.table import Record, rows_of
from ingest.room.keeper import ask
from ingest.row import Row


@dataclass(frozen=True)
class Sheet:
    """A sheet of a workbook, its header found."""

    name: str
    sheets: tuple[str, ...]
    """Every visible sheet of its workbook."""
    header_row: int | None
    """Counted from 1; None where no row names columns."""
    columns: tuple[str, ...]
    records: Iterator[Record]
    """What stands below the header."""


def read(path: Path, reading: Reading, task: str = "workbook") -> Iterator[Row]:
    """Rows of a sheet by the names in its header row; blank rows are passed over."""
    sheet = opened(path, reading, task)
    place = f"{path.name} sheet {sheet.name!r}"
    if sheet.header_row is None:
        raise SourceError(f"{place} names no columns in any row", "Say in its mapping which row does, with `header_row`")
    where = f"{sheet.name}!row:{{}}" if reading.sheet else "row:{}"
    return rows_of(sheet.records, sheet.columns, place, where.format)


def opened(path: Path, reading: Reading, task: str = "workbook") -> Sheet:
    """The sheet that a mapping names or that fits it best.

    Raises SourceError for a workbook that is broken, encrypted or too large, and for a header row it has not.
    """
    answers = ask(task, path.name, str(path), reading.sheet, sorted(reading.columns))
    about = next(answers)
    records = _records(row for batch in answers for row in batch)
    top = list(islice(records, SEARCHED + (reading.header_row or 0)))
    fields = [record.fields for record in top]
    if len(top) < (reading.header_row or 0):
        place = f"{path.name} sheet {about['sheet']!r}"
        raise SourceError(f"{place} has no row {reading.header_row}", "Correct `header_row` in its mapping")
    header = reading.header_row - 1 if reading.header_row else header_of(fields, reading.columns)
    sheets = tuple(about["sheets"])
    if header is None:
        return Sheet(about["sheet"], sheets, None, (), iter(()))
    names = column_names(fields[header], _above(about["merged"], fields, header))
    return Sheet(about["sheet"], sheets, header + 1, names, chain(top[header + 1 :], records))


def _records(rows: Iterator[list[Any]]) -> Iterator[Record]:
    """Every row from the first, the blank ones too, though no more than one of those that follow each other at length."""
    last = 0
    for number, cells in rows:
        blanks = range(last + 1, number) if number - last <= SEARCHED or last == 0 else [number - 1]
        yield from (Record([], blank) for blank in blanks)
        yield Record(cells, number)
        last = number


def _above(merged: list[Any], rows: list[list[str]], header: int) -> list[str]:
    """The row over the header with merged cells filled in, where merged cells there group the columns below.

    A title merged over the whole table groups nothing.
    """
    over = [""] * (len(rows[header]) if header else 0)
    named = sum(1 for cell in rows[header] if cell)
    for (top, left), (bottom, right) in merged if header else []:
        covers = top <= header - 1 <= bottom and (right > left or bottom >= header)
        if covers and right - left + 1 < named and left < len(rows[top]):
            over[left : right + 1] = [rows[top][left]] * (min(right + 1, len(over)) - left)
    return over
