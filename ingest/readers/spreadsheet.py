"""Spreadsheets, one sheet a source."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from graph.errors import SourceError
from ingest.readers.reading import Reading, nameless
from ingest.row import Row


def read(path: Path, reading: Reading) -> Iterator[Row]:
    """Rows of a sheet by the names in its header row; blank rows are passed over."""
    try:
        workbook = CalamineWorkbook.from_path(str(path))
    except (CalamineError, OSError) as broken:
        raise SourceError(f"{path.name} is no spreadsheet that can be read ({broken})", "Save it again as .xlsx") from broken
    sheet = reading.sheet or workbook.sheet_names[0]
    if sheet not in workbook.sheet_names:
        raise SourceError(f"{path.name} has no sheet {sheet!r}", f"Its sheets are: {', '.join(workbook.sheet_names)}")
    rows = workbook.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    if len(rows) < reading.header_row:
        raise SourceError(f"{path.name} sheet {sheet!r} has no row {reading.header_row}", "Correct `header_row` in its mapping")
    header = [str(cell).strip() for cell in rows[reading.header_row - 1]]
    for number, cells in enumerate(rows[reading.header_row :], reading.header_row + 1):
        fields = [_text(cell) for cell in cells]
        values = {name: field for name, field in zip(header, fields, strict=False) if name}
        if any(values.values()):
            position = f"{sheet}!row:{number}" if reading.sheet else f"row:{number}"
            yield Row(values, position, number, columns=tuple(header), nameless=nameless(header, fields))


def _text(cell: Any) -> str:
    """A cell as the text a CSV would hold."""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == datetime.min.time() else cell.isoformat(sep=" ")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
