"""JSON documents with a list of objects in them, and JSON lines."""

from collections.abc import Iterator
from pathlib import Path

from ingest.readers import flaws, json_path
from ingest.readers.decoding import blocks_of, check_lines, lines_of
from ingest.readers.encoding import encoding_of
from ingest.readers.json_scan import Scanner
from ingest.readers.json_value import parse
from ingest.readers.reading import Reading
from ingest.row import Problem, Row


def read(path: Path, reading: Reading) -> Iterator[Row]:
    """The objects of the list at `path` in the document, in its order; one that is no object is marked for quarantine.

    The whole document is gone through before the first is yielded, so that one that is cut off gives none.
    """
    encoding = encoding_of(path, reading.encoding, path.name)

    def pieces() -> Iterator[json_path.Piece]:
        return json_path.pieces(Scanner(blocks_of(path, encoding, path.name), path.name), reading.path)

    for _ in pieces():
        pass
    for piece in pieces():
        yield _row(parse(piece.text, piece.depth), piece.position, None)


def read_lines(path: Path, reading: Reading) -> Iterator[Row]:
    """One object a line; a line that is no JSON is marked for quarantine."""
    encoding = encoding_of(path, reading.encoding, path.name)
    check_lines(path, encoding, path.name)
    for number, (line, flaw) in enumerate(lines_of(path, encoding, path.name), 1):
        if line.strip():
            yield _row(parse(line), f"line:{number}", number, (flaws.of_line(line, flaw, number),) if flaw else ())


def _row(item: dict[str, object] | Problem, position: str, line: int | None, problems: tuple[Problem, ...] = ()) -> Row:
    return Row({}, position, line, (item,)) if isinstance(item, Problem) else Row(item, position, line, problems)
