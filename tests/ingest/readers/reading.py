"""Reading a file in a test."""

from pathlib import Path
from typing import Any

from ingest.readers import READERS, Reading
from ingest.row import Row


def rows(file: Path, form: str = "csv", **said: object) -> list[Row]:
    """The rows of a file."""
    reading = Reading.model_validate({"format": form, **said})
    return list(READERS[reading.format](file, reading))


def values(file: Path, form: str = "csv", **said: object) -> list[tuple[Any, ...]]:
    """The values of its rows, in the order of the columns."""
    return [tuple(row.values.values()) for row in rows(file, form, **said)]


def codes(found: list[Row]) -> list[list[str]]:
    """What is wrong with each row."""
    return [[problem.code for problem in row.problems] for row in found]
