"""Spreadsheets, one sheet a source."""

from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

from graph.errors import SourceError
from ingest.readers import workbook
from ingest.readers.columns import column_names
from ingest.readers.heading import SEARCHED, header_of
from ingest.readers.reading import Reading
from ingest.readers.table import Record, rows_of
from ingest.row import Row


def read(path: Path, reading: Reading) -> Iterator[Row]:
    """Rows of a sheet by the names in its header row; blank rows are passed over."""
    with workbook.opened(path) as book:
        sheet = workbook.sheet_of(book, path.name, reading.sheet, reading.columns)
        place = f"{path.name} sheet {sheet.name!r}"
        rows = workbook.rows_of(sheet)
        top = list(islice(rows, SEARCHED + (reading.header_row or 0)))
        if len(top) < (reading.header_row or 0):
            raise SourceError(f"{place} has no row {reading.header_row}", "Correct `header_row` in its mapping")
        header = reading.header_row - 1 if reading.header_row else header_of(top, reading.columns)
        if header is None:
            raise SourceError(f"{place} names no columns in any row", "Say in its mapping which row does, with `header_row`")
        names = column_names(top[header], workbook.names_above(sheet, top, header))
        below = enumerate(chain(top[header + 1 :], rows), header + 2)
        where = f"{sheet.name}!row:{{}}" if reading.sheet else "row:{}"
        yield from rows_of((Record(cells, number) for number, cells in below), names, place, where.format)
