"""How a file that nobody has described is to be read: format, encoding, delimiter, header row, sheet, path."""

from collections.abc import Collection
from itertools import islice
from pathlib import Path

from graph.errors import SourceError
from ingest.readers import json_path, parquet, spreadsheet
from ingest.readers.decoding import blocks_of, lines_of
from ingest.readers.encoding import Encoding, encoding_of
from ingest.readers.json_scan import Scanner
from ingest.readers.kinds import Kind, kind_of
from ingest.readers.members import is_remark, members
from ingest.readers.reading import Format, Reading
from ingest.readers.shape import Shape
from ingest.readers.text_table import is_table, text_table

NOTES = {".txt", ".md", ".eml", ".msg", ".rtf", ".docx", ".pdf", ".htm", ".html"}
OBJECTS = {".json", ".jsonl", ".ndjson", ".geojson"}
SHEETS: dict[Kind, tuple[Format, str]] = {
    Kind.XLSX: ("xlsx", "workbook"),
    Kind.XLS: ("xls", "workbook"),
    Kind.ODS: ("ods", "workbook"),
    Kind.XML_WORKBOOK: ("xls", "xml_workbook"),
    Kind.HTML: ("html", "web"),
}
"""What is read as sheets are, with its format in a mapping and the task that opens it."""
NOTE_KINDS = {Kind.DOCX, Kind.PDF, Kind.RTF, Kind.MSG, Kind.ODT}


def shape_of(path: Path, expected: Collection[str] = (), sheet: str | None = None) -> Shape:
    """What a file is and how it is to be read; `expected` are columns that its table should have.

    Raises SourceError for a file that holds no rows and no note.
    """
    kind = kind_of(path)
    said = Reading(format="csv", sheet=sheet, columns=frozenset(expected))
    if kind in (Kind.ZIP, Kind.FOLDER):
        return _of_first(path, kind, expected, sheet)
    if kind in SHEETS:
        form, task = SHEETS[kind]
        if kind is not Kind.HTML or path.suffix.lower() not in (".htm", ".html"):
            return _sheet(path, kind, form, spreadsheet.opened(path, said, task))
    if kind is Kind.PARQUET:
        return Shape("parquet", kind, columns=parquet.columns_of(path))
    if kind in NOTE_KINDS or (kind in (Kind.TEXT, Kind.HTML) and path.suffix.lower() in NOTES and not is_table(path)):
        return Shape("note", kind, encoding_of(path).codec if kind in (Kind.TEXT, Kind.HTML) else None)
    if kind is Kind.JSON or (kind is Kind.TEXT and path.suffix.lower() in OBJECTS):
        return _objects(path)
    if kind is Kind.TEXT:
        return text_table(path, encoding_of(path), said)
    raise SourceError(f"{path.name} is {kind.value}", "Send its rows as CSV, XLSX or JSON, its words as a note")


def _of_first(path: Path, kind: Kind, expected: Collection[str], sheet: str | None) -> Shape:
    """A folder or archive is what the first file in it is that is not passed over."""
    for member in members(path, kind):
        if member.refused is None and not is_remark(member.name):
            return shape_of(member.path, expected, sheet)
    raise SourceError(f"{path.name} holds no file that can be read", "Check what was sent")


def _sheet(path: Path, kind: Kind, form: Format, sheet: spreadsheet.Sheet) -> Shape:
    return Shape(form, kind, header_row=sheet.header_row, sheet=sheet.name, columns=sheet.columns, sheets=sheet.sheets)


def _objects(path: Path) -> Shape:
    encoding = encoding_of(path)
    first = next((line for line, _ in lines_of(path, encoding, path.name) if line.strip()), "")
    if path.suffix.lower() in (".jsonl", ".ndjson") or _is_lines(path, encoding, first):
        return Shape("jsonl", Kind.JSON, encoding.codec)
    lists = tuple(json_path.lists_in(Scanner(blocks_of(path, encoding, path.name), path.name)))
    return Shape("json", Kind.JSON, encoding.codec, path=lists[0], lists=lists)


def _is_lines(path: Path, encoding: Encoding, first: str) -> bool:
    """Whether the first line is an object of its own and another follows."""
    scanner = Scanner(iter([first]), path.name)
    try:
        scanner.value()
    except SourceError:
        return False
    filled = (line for line, _ in lines_of(path, encoding, path.name) if line.strip())
    return not scanner.peek() and first.lstrip("\ufeff \t")[:1] == "{" and len(list(islice(filled, 2))) == 2
