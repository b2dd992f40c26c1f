"""CSV and its relatives, any encoding and delimiter."""

import csv
from collections.abc import Iterator
from pathlib import Path

from graph.errors import SourceError
from ingest.readers.decoding import decode
from ingest.readers.reading import Reading, nameless
from ingest.row import Problem, Row, Verdict

DELIMITERS = ",;\t|"


def read(path: Path, reading: Reading) -> Iterator[Row]:
    """Rows by the names in the header; a row of another width is marked for quarantine."""
    lines, repaired = decode(path, reading.encoding)
    skipped = reading.header_row - 1
    if len(lines) <= skipped:
        raise SourceError(f"{path.name} has no row {reading.header_row}", "Correct `header_row` in its mapping")
    delimiter = reading.delimiter or _delimiter(lines[skipped])
    parser = csv.reader(lines[skipped:], delimiter=delimiter)
    header = [name.strip() for name in next(parser)]
    if not any(header):
        raise SourceError(
            f"{path.name} row {reading.header_row} names no columns", "Say in its mapping which row does, with `header_row`"
        )
    first = skipped + parser.line_num + 1
    for fields in parser:
        last = skipped + parser.line_num
        if any(field.strip() for field in fields):
            mended = [number for number in range(first, last + 1) if number in repaired]
            yield _row(header, fields, first, [_repaired(number) for number in mended])
        first = last + 1


def _row(header: list[str], fields: list[str], line: int, problems: list[Problem]) -> Row:
    if len(fields) != len(header):
        problems.append(
            Problem(
                "wrong_number_of_columns",
                None,
                ",".join(fields),
                f"{len(fields)} fields against a header of {len(header)}",
                "Put quotation marks around a field that holds a delimiter, and send the row again",
                Verdict.QUARANTINE,
            )
        )
    values = dict(zip(header, fields, strict=False))
    return Row(values, f"line:{line}", line, tuple(problems), tuple(header), nameless(header, fields))


def _repaired(line: int) -> Problem:
    return Problem(
        "bad_encoding",
        None,
        None,
        f"line {line} is in cp1252 in a UTF-8 file",
        "Nothing to do: it was read as cp1252",
        Verdict.REPAIR,
    )


def _delimiter(header: str) -> str:
    """The delimiter that stands most often in the header."""
    return max(DELIMITERS, key=header.count)
