"""How a file that nobody has described is to be read: format, encoding, delimiter, header row, sheet, path."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from graph.errors import SourceError
from ingest.readers import json_path, workbook
from ingest.readers.columns import column_names
from ingest.readers.decoding import blocks_of, lines_of
from ingest.readers.dialect import HINT, delimiter_of, placed
from ingest.readers.encoding import Encoding, encoding_of
from ingest.readers.heading import SEARCHED, header_of
from ingest.readers.json_scan import Scanner
from ingest.readers.kinds import Kind, kind_of
from ingest.readers.reading import Format, Reading

SAMPLE = 200
"""So many lines of a text table are looked at for its delimiter."""
NOTES = {".txt", ".md", ".eml", ".msg", ".rtf", ".docx", ".pdf"}
OBJECTS = {".json", ".jsonl", ".ndjson", ".geojson"}
NOTE_KINDS = {Kind.DOCX, Kind.PDF, Kind.RTF, Kind.MSG, Kind.ODT}


@dataclass(frozen=True)
class Shape:
    """What a file is and how it is read; None where a thing does not apply to it."""

    format: Format
    kind: Kind
    encoding: str | None = None
    delimiter: str | None = None
    header_row: int | None = None
    """Counted from 1, as in a mapping."""
    sheet: str | None = None
    path: str | None = None
    """The longest list of objects in a JSON document; `.` where the document is itself one thing."""
    columns: tuple[str, ...] = ()
    """The table's columns as its rows will have them; of JSON none: its rows say themselves."""
    sheets: tuple[str, ...] = ()
    """Every visible sheet of a workbook, for one mapping each."""
    lists: tuple[str, ...] = ()
    """Every list of objects in a JSON document, longest first."""

    def reading(self) -> Reading:
        """The `reads:` part of a mapping for this file: all that was found, said."""
        said = {"header_row": self.header_row, "sheet": self.sheet, "path": self.path or None, "encoding": self.encoding}
        if self.delimiter and self.delimiter != ",":
            said["delimiter"] = self.delimiter
        if self.encoding in ("utf-8", "utf-8-sig"):
            said["encoding"] = None
        return Reading.model_validate({"format": self.format, **{k: v for k, v in said.items() if v is not None}})


def shape_of(path: Path, expected: Collection[str] = (), sheet: str | None = None) -> Shape:
    """What a file is and how it is to be read; `expected` are columns that its table should have.

    Raises SourceError for a file that holds no rows and no note.
    """
    kind = kind_of(path)
    if kind is Kind.EMPTY:
        raise SourceError(f"{path.name} is empty", "Ask its supplier to export it again")
    if kind in (Kind.XLSX, Kind.XLS, Kind.ODS):
        return _workbook(path, kind, expected, sheet)
    if kind in NOTE_KINDS or (kind in (Kind.TEXT, Kind.HTML) and path.suffix.lower() in NOTES):
        return Shape("note", kind, encoding_of(path).codec if kind in (Kind.TEXT, Kind.HTML) else None)
    if kind is Kind.JSON or (kind is Kind.TEXT and path.suffix.lower() in OBJECTS):
        return _objects(path)
    if kind is Kind.TEXT:
        return text_table(path, encoding_of(path), Reading(format="csv", columns=frozenset(expected)))
    raise SourceError(f"{path.name} is {kind.value}", "Send its rows as CSV, XLSX or JSON, its words as a note")


def text_table(path: Path, encoding: Encoding, said: Reading) -> Shape:
    """How a table written as text is to be read; `header_row` is None where no row names columns."""
    lines = [line for line, _ in islice(lines_of(path, encoding), SAMPLE + (said.header_row or 0))]
    if len(lines) < (said.header_row or 0):
        raise SourceError(f"{path.name} has no row {said.header_row}", "Correct `header_row` in its mapping")
    above = (said.header_row or 1) - 1
    hinted = bool(said.header_row is None and lines and HINT.match(lines[0]))
    delimiter = said.delimiter or delimiter_of(lines[above:])
    rows = placed(lines[above + hinted :], delimiter)
    fields = [cells for _, cells in rows]
    header = 0 if said.header_row else header_of(fields, said.columns)
    if header is None:
        return Shape("csv", Kind.TEXT, encoding.codec, delimiter)
    number = rows[header][0] + above + hinted
    return Shape("csv", Kind.TEXT, encoding.codec, delimiter, number, columns=column_names(_whole(fields[header:])))


def _whole(rows: list[list[str]]) -> list[str]:
    """The header; with blanks behind it where most rows end in delimiters that it lacks."""
    names, below = rows[0], [row for row in rows[1:] if any(row)]
    if not below:
        return names
    width = Counter(map(len, below)).most_common(1)[0][0]
    excess = [cell for row in below if len(row) == width for cell in row[len(names) :]]
    return names + [""] * (width - len(names)) if excess and not any(map(str.strip, excess)) else names


def _workbook(path: Path, kind: Kind, expected: Collection[str], said: str | None) -> Shape:
    with workbook.opened(path) as book:
        sheet = workbook.sheet_of(book, path.name, said, expected)
        rows = list(islice(workbook.rows_of(sheet), SEARCHED))
        header = header_of(rows, expected)
        names = column_names(rows[header], workbook.names_above(sheet, rows, header)) if header is not None else ()
        form: Format = "ods" if kind is Kind.ODS else "xls" if kind is Kind.XLS else "xlsx"
        number = header + 1 if header is not None else None
        return Shape(form, kind, header_row=number, sheet=sheet.name, columns=names, sheets=tuple(workbook.visible(book)))


def _objects(path: Path) -> Shape:
    encoding = encoding_of(path)
    first = next((line for line, _ in lines_of(path, encoding) if line.strip()), "")
    if path.suffix.lower() in (".jsonl", ".ndjson") or _is_lines(path, encoding, first):
        return Shape("jsonl", Kind.JSON, encoding.codec)
    lists = tuple(json_path.lists_in(Scanner(blocks_of(path, encoding), path.name)))
    return Shape("json", Kind.JSON, encoding.codec, path=lists[0], lists=lists)


def _is_lines(path: Path, encoding: Encoding, first: str) -> bool:
    """Whether the first line is an object of its own and another follows."""
    scanner = Scanner(iter([first]), path.name)
    try:
        scanner.value()
    except SourceError:
        return False
    filled = (line for line, _ in lines_of(path, encoding) if line.strip())
    return not scanner.peek() and first.lstrip("\ufeff \t")[:1] == "{" and len(list(islice(filled, 2))) == 2
