"""Which reader takes a file: the mapping says what it should be, its bytes say what it is."""

from collections.abc import Callable, Iterator
from pathlib import Path

from graph.errors import SourceError
from ingest.readers import delimited, objects, spreadsheet
from ingest.readers.kinds import Kind, kind_of
from ingest.readers.reading import Reading
from ingest.row import Row

Reader = Callable[[Path, Reading], Iterator[Row]]
TABLES: dict[Kind, Reader] = {
    Kind.TEXT: delimited.read,
    Kind.XLSX: spreadsheet.read,
    Kind.XLS: spreadsheet.read,
    Kind.ODS: spreadsheet.read,
}
CURES = {
    Kind.EMPTY: "Ask its supplier to export it again; the last version stays in the graph",
    Kind.ENCRYPTED: "Save it without a password",
    Kind.JSON: "Say `format: json` in its mapping, with the `path` of its list",
    Kind.BINARY: "It is no text file; check what its sender exported",
    Kind.ARCHIVE: "Send it as a zip, or unpacked",
}
TABLE_CURE = "Ask its sender for the rows as CSV or XLSX"
OBJECT_CURE = "Say its own format in its mapping, or ask its sender for JSON"


def read_table(path: Path, reading: Reading) -> Iterator[Row]:
    """The rows of a table of any kind, whatever the file is called.

    Raises SourceError for a file that is no table, saying what it is.
    """
    kind = kind_of(path)
    if kind not in TABLES:
        raise refusal(path.name, kind, TABLE_CURE)
    return TABLES[kind](path, reading)


def read_objects(path: Path, reading: Reading) -> Iterator[Row]:
    """The objects of a JSON document."""
    return objects.read(_json(path), reading)


def read_lines(path: Path, reading: Reading) -> Iterator[Row]:
    """The objects of JSON lines."""
    return objects.read_lines(_json(path), reading)


def refusal(name: str, kind: Kind, cure: str) -> SourceError:
    """The error for a file of a kind that is not taken here."""
    return SourceError(f"{name} is {kind.value}", CURES.get(kind, cure))


def _json(path: Path) -> Path:
    kind = kind_of(path)
    if kind not in (Kind.JSON, Kind.TEXT):
        raise refusal(path.name, kind, OBJECT_CURE)
    return path
