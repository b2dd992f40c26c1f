"""Workbooks that Excel 2003, and reporting systems to this day, write as one XML file."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, iterparse

from graph.errors import SourceError
from ingest import limits
from ingest.readers.heading import SEARCHED
from ingest.room.batches import batched
from ingest.room.choosing import fitness

SPACE = "{urn:schemas-microsoft-com:office:spreadsheet}"


@dataclass
class Sheet:
    """One sheet: its rows by number, and its merged cells as (first, last) row and column."""

    rows: list[tuple[int, list[str]]] = field(default_factory=list)
    merged: list[tuple[tuple[int, int], tuple[int, int]]] = field(default_factory=list)
    last: int = 0


def read(name: str, path: str, said: str | None, expected: list[str]) -> Iterator[Any]:
    """The sheet that is said or fits best, as a sheet of any workbook is read."""
    try:
        sheets = _sheets(name, Path(path))
    except (ParseError, DefusedXmlException) as broken:
        raise SourceError(
            f"{name} is XML that cannot be trusted or read ({type(broken).__name__})", "Save it as .xlsx"
        ) from broken
    if said not in (None, *sheets) or not sheets:
        raise SourceError(f"{name} has no sheet {said or 'at all'}", f"Its sheets are: {', '.join(sheets)}")
    chosen = said or max(sheets, key=lambda key: _fitness(sheets[key], set(expected)))
    yield {"sheet": chosen, "sheets": list(sheets), "merged": sheets[chosen].merged}
    yield from batched(sheets[chosen].rows)


def _fitness(sheet: Sheet, expected: set[str]) -> tuple[int, int, int]:
    return fitness([cells for _, cells in sheet.rows[:SEARCHED]], len(sheet.rows), expected)


def _sheets(name: str, path: Path) -> dict[str, Sheet]:
    sheets: dict[str, Sheet] = {}
    current = Sheet()
    for event, element in iterparse(path, events=("start", "end"), forbid_dtd=True):
        if event == "start" and element.tag == f"{SPACE}Worksheet":
            current = sheets.setdefault(element.get(f"{SPACE}Name", f"sheet {len(sheets) + 1}"), Sheet())
        elif event == "end" and element.tag == f"{SPACE}Row":
            _add(current, element, name)
            element.clear()
    return sheets


def _add(sheet: Sheet, row: Any, name: str) -> None:
    number = _number(row, "Index") or sheet.last + 1
    cells: list[str] = []
    for cell in row.findall(f"{SPACE}Cell"):
        place = (_number(cell, "Index") or len(cells) + 1) - 1
        if place > limits.COLUMNS.most:
            raise limits.COLUMNS.refusal(name)
        cells += [""] * (place - len(cells))
        across, down = _number(cell, "MergeAcross"), _number(cell, "MergeDown")
        if (across or down) and number <= SEARCHED:
            sheet.merged.append(((number - 1, place), (number - 1 + down, place + across)))
        cells += [_text(cell.find(f"{SPACE}Data")), *[""] * min(across, limits.COLUMNS.most)]
    sheet.last = number
    if any(cells):
        sheet.rows.append((number, cells))


def _number(element: Any, name: str) -> int:
    written = element.get(SPACE + name, "0")
    return int(written) if written.isdecimal() and len(written) < 9 else 0


def _text(data: Any) -> str:
    """A cell's text; a day without a time is written as a day."""
    if data is None:
        return ""
    text = "".join(data.itertext()).strip()
    if data.get(f"{SPACE}Type") == "DateTime":
        return text.split("T")[0] if "T00:00:00" in text else text.replace("T", " ").removesuffix(".000")
    return text.removesuffix(".0") if data.get(f"{SPACE}Type") == "Number" else text
