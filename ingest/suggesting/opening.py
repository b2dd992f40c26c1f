"""How a file nobody has mapped is read: its format, where its header stands, and its rows as text."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from graph.errors import SourceError
from ingest.readers import READERS, Reading
from ingest.readers.detection import shape_of
from ingest.readers.shape import Shape
from ingest.suggesting.profile import Column, columns_of

MOST_ROWS = 5_000
"""So many rows are looked at; a draft needs no more."""


@dataclass(frozen=True)
class Table:
    """A file's rows as columns, and how they were read."""

    file: Path
    reading: Reading
    columns: tuple[Column, ...]
    rows: int
    shape: Shape


def open_table(file: Path, sheet: str | None = None, path: str | None = None) -> Table:
    """A file as a table; of a workbook one sheet, of a document one of its lists.

    Raises SourceError where it cannot be read, is a note, or has no rows.
    """
    if not file.exists():
        raise SourceError(f"{file} does not exist", "Check the path")
    shape = shape_of(file, sheet=sheet)
    if shape.format == "note":
        cure = "Notes need no mapping of columns: list them in place.yaml with `reads: {format: note}`"
        raise SourceError(f"{file.name} is a note and no table", cure)
    if path is not None and path not in shape.lists:
        held = ", ".join(shape.lists) or "none"
        raise SourceError(f"{file.name} has no list of objects at {path!r}", f"Its lists are: {held}")
    reading = _reading(shape, path)
    rows = [dict(row.values) for row in islice(READERS[reading.format](file, reading), MOST_ROWS)]
    if not rows:
        raise SourceError(f"{file.name} has no rows", "Ask its supplier to export it again")
    columns = columns_of(rows, [name for name in shape.columns if name]) if shape.columns else tuple(_paths(rows))
    return Table(file, reading, columns, len(rows), shape)


def _reading(shape: Shape, path: str | None) -> Reading:
    """What cannot be found again by itself: the sheet among several and the list among several."""
    told: dict[str, str] = {"format": shape.format}
    if shape.sheet is not None and len(shape.sheets) > 1:
        told["sheet"] = shape.sheet
    if shape.format == "json" and (path or shape.path):
        told["path"] = path or shape.path or ""
    return Reading.model_validate(told)


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
        # A null or an empty list where other rows have an object is no value of its own.
        if any(other.startswith(f"{path}.") for other in values):
            continue
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
