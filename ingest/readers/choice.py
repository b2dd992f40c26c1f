"""Which reader takes a file: the mapping says what it should be, its bytes say what it is."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path

from graph.errors import SourceError
from ingest.readers import delimited, objects, parquet, spreadsheet
from ingest.readers.kinds import Kind, kind_of
from ingest.readers.members import Member, is_remark, members
from ingest.readers.reading import Reading
from ingest.row import Row

Reader = Callable[[Path, Reading], Iterator[Row]]
TABLES: dict[Kind, Reader] = {
    Kind.TEXT: delimited.read,
    Kind.XLSX: spreadsheet.read,
    Kind.XLS: spreadsheet.read,
    Kind.ODS: spreadsheet.read,
    Kind.HTML: partial(spreadsheet.read, task="web"),
    Kind.XML_WORKBOOK: partial(spreadsheet.read, task="xml_workbook"),
    Kind.PARQUET: parquet.read,
}
OBJECTS: dict[Kind, Reader] = {Kind.JSON: objects.read, Kind.TEXT: objects.read}
LINES: dict[Kind, Reader] = {Kind.JSON: objects.read_lines, Kind.TEXT: objects.read_lines}
CURES = {
    Kind.EMPTY: "Ask its supplier to export it again; the last version stays in the graph",
    Kind.ENCRYPTED: "Save it without a password",
    Kind.JSON: "Say `format: json` in its mapping, with the `path` of its list",
    Kind.XLSB: "Save it as .xlsx",
    Kind.BINARY: "It is no text file; check what its sender exported",
    Kind.ARCHIVE: "Send it as a zip, or unpacked",
}
TABLE_CURE = "Ask its sender for the rows as CSV or XLSX"
OBJECT_CURE = "Say its own format in its mapping, or ask its sender for JSON"


def read_table(path: Path, reading: Reading) -> Iterator[Row]:
    """The rows of a table of any kind, whatever the file is called; of every table in a folder or archive.

    Raises SourceError for a file that is no table, saying what it is.
    """
    return _read(path, reading, TABLES, TABLE_CURE)


def read_objects(path: Path, reading: Reading) -> Iterator[Row]:
    """The objects of a JSON document, or of every one in a folder or archive."""
    return _read(path, reading, OBJECTS, OBJECT_CURE)


def read_lines(path: Path, reading: Reading) -> Iterator[Row]:
    """The objects of JSON lines, or of all in a folder or archive."""
    return _read(path, reading, LINES, OBJECT_CURE)


def refusal(name: str, kind: Kind, cure: str) -> SourceError:
    """The error for a file of a kind that is not taken here."""
    return SourceError(f"{name} is {kind.value}", CURES.get(kind, cure))


def _read(path: Path, reading: Reading, readers: Mapping[Kind, Reader], cure: str) -> Iterator[Row]:
    kind = kind_of(path)
    if kind in (Kind.ZIP, Kind.FOLDER):
        return _from_members(path, kind, reading, readers)
    if kind not in readers:
        raise refusal(path.name, kind, cure)
    return readers[kind](path, reading)


def _from_members(path: Path, kind: Kind, reading: Reading, readers: Mapping[Kind, Reader]) -> Iterator[Row]:
    """The rows of each file of the kind; all are begun before the first row, so that a broken one gives none."""
    columns: dict[str, Collection[str]] = {}
    for member, rows in _begun(path, kind, reading, readers):
        first = next(rows, None)
        if first is not None:
            columns[member.name] = frozenset(first.columns or ())
    _refuse_unlike(path.name, columns)
    for member, rows in _begun(path, kind, reading, readers):
        yield from (replace(row, position=f"{member.name}!{row.position}") for row in rows)


def _begun(path: Path, kind: Kind, reading: Reading, readers: Mapping[Kind, Reader]) -> Iterator[tuple[Member, Iterator[Row]]]:
    """Each file that is a table, its rows ready; a readme beside a table is passed over."""
    names: list[str] = []
    taken = 0
    for member in members(path, kind, reading.member):
        if member.refused is not None:
            raise SourceError(f"{path.name}: {member.refused.what}", member.refused.cure)
        names.append(member.name)
        found = kind_of(member.path)
        if found in readers and (reading.member or not is_remark(member.name)):
            taken += 1
            yield member, _told(path.name, readers[found](member.path, reading))
    if not taken:
        held = ", ".join(islice(names, 10)) or "nothing"
        raise SourceError(f"{path.name} holds no {reading.format} file", f"Check what was sent; it holds {held}")


def _told(name: str, rows: Iterator[Row]) -> Iterator[Row]:
    """The rows; an error says which archive the file is in."""
    try:
        yield from rows
    except SourceError as refused:
        raise SourceError(f"{name}: {refused.what}", refused.cure) from refused


def _refuse_unlike(name: str, columns: Mapping[str, Collection[str]]) -> None:
    """Tables with other columns are other sources."""
    (first, known), *others = columns.items() if columns else [("", ())]
    for other, held in others:
        for unlike in sorted(set(known) ^ set(held)):
            has, lacks = (first, other) if unlike in known else (other, first)
            what = f"{name} holds tables of different columns: {has} has {unlike!r}, {lacks} has not"
            raise SourceError(what, "Make them sources of their own, naming each one's files with `member`")
