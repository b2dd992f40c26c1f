"""How a file nobody has mapped is read: its format, where its header stands, and its rows as text."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook

from graph.errors import SourceError
from ingest.readers import READERS, Reading
from ingest.suggesting.profile import Column, columns_of

MOST_ROWS = 5_000
"""So many rows are looked at; a draft needs no more."""
FORMATS = {".csv": "csv", ".tsv": "csv", ".txt": "csv", ".xlsx": "xlsx", ".xls": "xlsx", ".ods": "xlsx", ".json": "json", ".jsonl": "jsonl"}


@dataclass(frozen=True)
class Table:
    """A file's rows as columns, and how they were read."""

    file: Path
    reading: Reading
    columns: tuple[Column, ...]
    rows: int
    others: tuple[str, ...] = ()
    """Other sheets of the workbook."""


def open_table(file: Path, sheet: str | None = None) -> Table:
    """A file as a table.

    Raises SourceError where it cannot be read or has no rows.
    """
    if not file.is_file():
        raise SourceError(f"{file} is no file", "Name the file that a partner sent")
    reading, others = _reading(file, sheet)
    rows = list(islice(READERS[reading.format](file, reading), MOST_ROWS))
    if not rows:
        raise SourceError(f"{file.name} has no rows", "Ask its supplier to export it again")
    if rows[0].columns is not None:
        named = [name for name in dict.fromkeys(rows[0].columns) if name]
        return Table(file, reading, columns_of([dict(row.values) for row in rows], named), len(rows), others)
    return Table(file, reading, tuple(_paths([dict(row.values) for row in rows])), len(rows), others)


def _reading(file: Path, sheet: str | None) -> tuple[Reading, tuple[str, ...]]:
    form = FORMATS.get(file.suffix.lower())
    if form is None:
        raise SourceError(f"{file.name} is no table that can be mapped", f"A mapping can be drafted for {', '.join(FORMATS)}")
    if form == "xlsx":
        return _workbook(file, sheet)
    if form == "json":
        found = _longest_list(json.loads(file.read_text("utf-8-sig")), ())
        return Reading(format="json", path=".".join(found[1]) or None), ()
    return Reading(format=form), ()  # type: ignore[arg-type]


def _workbook(file: Path, sheet: str | None) -> tuple[Reading, tuple[str, ...]]:
    names = CalamineWorkbook.from_path(str(file)).sheet_names
    chosen = sheet or names[0]
    rows = CalamineWorkbook.from_path(str(file)).get_sheet_by_name(chosen).to_python(skip_empty_area=False)
    widths = [sum(1 for cell in row if str(cell).strip()) for row in rows[:20]]
    header = next((number for number, width in enumerate(widths, 1) if width >= 0.6 * max(widths)), 1)
    named = {"sheet": chosen} if len(names) > 1 else {}
    return Reading(format="xlsx", header_row=header, **named), tuple(name for name in names if name != chosen)


def _longest_list(found: Any, path: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    if isinstance(found, list):
        return (len(found) if all(isinstance(item, dict) for item in found) else 0), path
    if isinstance(found, dict) and len(path) < 4:
        return max((_longest_list(value, (*path, key)) for key, value in found.items()), default=(0, path), key=lambda one: one[0])
    return 0, path


def _paths(rows: list[dict[str, Any]]) -> Iterator[Column]:
    """The paths to plain values inside objects, each with all its values."""
    values: dict[str, list[str]] = {}
    lists: dict[str, str | None] = {}
    for row in rows:
        seen: dict[str, list[str]] = {}
        for path, list_at, value in _leaves(row, "", None):
            seen.setdefault(path, []).append(value)
            lists.setdefault(path, list_at)
        for path, many in seen.items():
            values.setdefault(path, []).extend(many)
    for path, many in values.items():
        yield Column(path, tuple(many), True, lists[path])


def _leaves(value: Any, path: str, list_at: str | None) -> Iterator[tuple[str, str | None, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, f"{path}.{key}" if path else key, list_at)
    elif isinstance(value, list) and any(isinstance(item, dict) for item in value):
        for item in value:
            yield from _leaves(item, path, list_at or path)
    elif isinstance(value, list):
        yield path, list_at, "; ".join(map(str, value))
    else:
        yield path, list_at, "" if value is None else str(value)
