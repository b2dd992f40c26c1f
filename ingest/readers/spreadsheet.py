"""Spreadsheets, one sheet a source."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice, zip_longest
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
    if header is not None and not reading.header_row and _only_groups(about["merged"], fields, header):
        header += 1
    sheets = tuple(about["sheets"])
    if header is None:
        return Sheet(about["sheet"], sheets, None, (), iter(()))
    names = column_names(fields[header], _above(about["merged"], fields, header))
    below = (record._replace(fields=_padded(record.fields, len(names))) for record in chain(top[header + 1 :], records))
    return Sheet(about["sheet"], sheets, header + 1, names, below)


def _padded(cells: list[str], width: int) -> list[str]:
    """A row's cells, blank where it ends before the header does; a blank row stays without any."""
    return cells + [""] * (width - len(cells)) if cells else cells


def _records(rows: Iterator[list[Any]]) -> Iterator[Record]:
    """Every row from the first, the blank ones too, though no more than one of those that follow each other at length."""
    last = 0
    for number, cells in rows:
        blanks = range(last + 1, number) if number - last <= SEARCHED or last == 0 else [number - 1]
        yield from (Record([], blank) for blank in blanks)
        yield Record(cells, number)
        last = number


def _only_groups(merged: list[Any], rows: list[list[str]], header: int) -> bool:
    """Whether a row names no column itself: each of its cells spans several, or reaches into the row below."""
    spans = {left for (top, left), (bottom, right) in merged if top == header and right > left}
    reaching = {left for (top, left), (bottom, _) in merged if top == header and bottom > header}
    filled = {place for place, cell in enumerate(rows[header]) if cell}
    return bool(spans) and filled <= spans | reaching and header + 1 < len(rows) and any(rows[header + 1])


def _above(merged: list[Any], rows: list[list[str]], header: int) -> list[str]:
    """What stands over each column of the header: a merged cell that groups it, or a name where it has none.

    A title merged over the whole table groups nothing.
    """
    own = rows[header]
    named = sum(1 for cell in own if cell)
    upper = rows[header - 1] if header and sum(1 for cell in rows[header - 1] if cell) > 1 else []
    over = ["" if cell else above for cell, above in zip_longest(own, upper[: len(own)], fillvalue="")]
    for (top, left), (bottom, right) in merged if header else []:
        covers = top <= header - 1 <= bottom and (right > left or bottom >= header)
        if covers and right - left + 1 < named and left < len(rows[top]):
            over[left : right + 1] = [rows[top][left]] * (min(right + 1, len(over)) - left)
    return over
