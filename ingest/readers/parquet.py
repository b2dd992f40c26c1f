"""Parquet tables: rows whose columns have names and types already."""

from collections.abc import Iterator
from pathlib import Path

from ingest.readers.reading import Reading
from ingest.room.keeper import ask
from ingest.row import Row


def columns_of(path: Path) -> tuple[str, ...]:
    """The names of the columns."""
    return tuple(next(ask("parquet", path.name, str(path))))


def read(path: Path, reading: Reading) -> Iterator[Row]:
    """The rows in their order; dates and numbers as a CSV would have them."""
    answers = ask("parquet", path.name, str(path))
    names = tuple(next(answers))
    number = 0
    for batch in answers:
        for cells in batch:
            number += 1
            yield Row(dict(zip(names, cells, strict=True)), f"row:{number}", number, columns=names)
