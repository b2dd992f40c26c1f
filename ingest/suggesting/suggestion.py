"""Drafting a mapping for a file: read it, see what its rows are about, and say what was left out and why."""

import re
from collections.abc import Sequence
from pathlib import Path

from ingest.suggesting.about import draft_by_sort
from ingest.suggesting.draft import Draft
from ingest.suggesting.meaning import Meaning
from ingest.suggesting.opening import Table, open_table
from ingest.suggesting.phrases import fields
from ingest.suggesting.seen import described
from ingest.suggesting.shapes import draft_by_shape


def suggest(file: Path, sheet: str | None = None, path: str | None = None, shapes: bool = True) -> Draft:
    """A draft of a mapping for a file, with a reason for each guess; `shapes` looks at published shapes first.

    Raises SourceError where the file cannot be read.
    """
    table = open_table(file, sheet, path)
    source = source_name(file, table)
    draft, meanings = _drafted(table, source, shapes)
    draft.found = _found(table)
    draft.left = _left(table, meanings, draft)
    draft.mapped = len(table.columns) - len(draft.left)
    others = [name for name in table.shape.sheets if name != table.shape.sheet]
    if others:
        draft.advice.append(f"The workbook has other sheets: {', '.join(others)}. Draft each with --sheet.")
    return draft


def _drafted(table: Table, source: str, shapes: bool) -> tuple[Draft, Sequence[Meaning | None]]:
    ready = draft_by_shape(table, source) if shapes else None
    if ready is not None:
        return ready, ()
    return draft_by_sort(table, source) or (Draft(source, table.reading, "something that its columns do not tell"), ())


def _found(table: Table) -> str:
    """What was found about the file that is found again each time it is read."""
    shape = table.shape
    row = f"its header is row {shape.header_row}" if (shape.header_row or 1) > 1 else ""
    delimiter = f"its delimiter is {shape.delimiter!r}" if shape.format == "csv" and shape.delimiter not in (None, ",") else ""
    encoding = f"it is in {shape.encoding}" if shape.encoding not in (None, "utf-8", "utf-8-sig", "ascii") else ""
    told = ", ".join(filter(None, (row, delimiter, encoding)))
    return f"{told}: found again each time" if told else ""


def source_name(file: Path, table: Table) -> str:
    """What the source is called until somebody says otherwise: the file's name, and the sheet's where there are several."""
    told = f"{file.stem} {table.reading.sheet}" if table.reading.sheet else file.stem
    return re.sub(r"\W+", "_", told).strip("_").lower() or "source"


def _left(table: Table, meanings: Sequence[Meaning | None], draft: Draft) -> list[tuple[str, str]]:
    """Columns that the draft does not read, each with what it seems to hold."""
    used = draft.used()
    told = {one.name: one for one in meanings if one is not None}
    left = [column for column in table.columns if not (_outer(column.name) & used)]
    return [(column.name, _why_left(told.get(column.name), described(column, draft.private))) for column in left]


def _outer(path: str) -> set[str]:
    """A path with all the objects it leads through, any of which may be taken whole."""
    steps = path.split(".")
    return {".".join(steps[:size]) for size in range(1, len(steps) + 1)}


def _why_left(meaning: Meaning | None, seen: str) -> str:
    if meaning is None:
        return f"not known; {seen}"
    means = fields()[meaning.field].means
    return (
        f"{means}, for which there is no place; {seen}" if not meaning.kept else f"{means}, which this draft does not use; {seen}"
    )
