"""Who watches a run: told what is read, how far it has come, and when it is done."""

from pathlib import Path
from typing import Protocol

from ingest.place import Supply

CHUNK = 1 << 20


class Progress(Protocol):
    """Somebody who watches; may be told from several threads at once."""

    def began(self, what: str, rows: int | None) -> None:
        """A source, or a step that takes time, began; about how many rows it has, where that is known."""

    def advanced(self, rows: int) -> None:
        """So many more rows are done."""

    def finished(self) -> None:
        """What began last is done."""


class Unwatched:
    """Nobody watches."""

    def began(self, what: str, rows: int | None) -> None:
        """Nothing is said."""

    def advanced(self, rows: int) -> None:
        """Nothing is said."""

    def finished(self) -> None:
        """Nothing is said."""


def rows_expected(supply: Supply) -> int | None:
    """About how many rows a source has, found without reading it as one; None where only reading tells.

    Lines stand for rows in a table of lines, files for notes. A cell with a line break makes it too many.
    """
    form = supply.mapping.reads.format
    if form == "note":
        return len(supply.files)
    if form not in ("csv", "jsonl"):
        return None
    lines = sum(_lines(path) for path in supply.files)
    return max(0, lines - ((supply.mapping.reads.header_row or 1) * len(supply.files) if form == "csv" else 0))


def _lines(path: Path) -> int:
    if not path.is_file():
        return 0
    count, last = 0, b""
    with path.open("rb") as opened:
        while chunk := opened.read(CHUNK):
            count, last = count + chunk.count(b"\n"), chunk
    return count + (not last.endswith(b"\n") and bool(last))
