"""CSV and its relatives, in any encoding and with any delimiter, titles above and totals below."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from graph.errors import SourceError
from ingest.readers.decoding import check_lines, lines_of
from ingest.readers.encoding import encoding_of
from ingest.readers.reading import Reading
from ingest.readers.records import Records
from ingest.readers.table import rows_of
from ingest.readers.text_table import text_table
from ingest.row import Row


def read(path: Path, reading: Reading) -> Iterator[Row]:
    """Rows by the names in the header; a row of another width, or one that swallows others, is marked for quarantine."""
    encoding = encoding_of(path, reading.encoding, path.name)
    check_lines(path, encoding, path.name)
    shape = text_table(path, encoding, reading)
    if shape.header_row is None or shape.delimiter is None:
        raise SourceError(f"{path.name} names no columns in any row", "Say in its mapping which row does, with `header_row`")
    above = shape.header_row - 1
    lines = islice(lines_of(path, encoding, path.name), above, None)
    records = Records(lines, shape.delimiter, len(shape.columns), above)
    return rows_of(islice(records, 1, None), shape.columns, path.name, "line:{}".format, even=True)
