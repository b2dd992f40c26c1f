"""How a table written as text is to be read."""

from collections import Counter
from itertools import islice
from pathlib import Path

from graph.errors import SourceError
from ingest import limits
from ingest.readers.columns import column_names
from ingest.readers.decoding import lines_of
from ingest.readers.dialect import HINT, delimiter_of, evenness, placed
from ingest.readers.encoding import Encoding, encoding_of
from ingest.readers.heading import header_of
from ingest.readers.kinds import Kind
from ingest.readers.reading import Reading
from ingest.readers.shape import Shape

SAMPLE = 200
"""So many lines are looked at for the delimiter."""
LETTERS = 1 << 20
"""And no more of them than make so many letters."""
EVEN = 0.9
"""At least this share of lines has the same number of fields in a table that is called a text."""


def is_table(path: Path) -> bool:
    """Whether what is called a text is a table of three columns and more: exports are named .txt, too."""
    lines = _sample(path, encoding_of(path, None, path.name), SAMPLE)
    share, width = evenness(lines, delimiter_of(lines))
    return share >= EVEN and width >= 3 and len(lines) >= 3


def text_table(path: Path, encoding: Encoding, said: Reading) -> Shape:
    """How a table written as text is to be read; `header_row` is None where no row names columns."""
    lines = _sample(path, encoding, SAMPLE + (said.header_row or 0))
    if len(lines) < (said.header_row or 0):
        raise SourceError(f"{path.name} has no row {said.header_row}", "Correct `header_row` in its mapping")
    above = (said.header_row or 1) - 1
    hinted = bool(said.header_row is None and lines and HINT.match(lines[0]))
    delimiter = said.delimiter or delimiter_of(lines[above:])
    rows = placed(lines[above + hinted :], delimiter)
    fields = [cells for _, cells in rows]
    if max(map(len, fields), default=0) > limits.COLUMNS.most:
        raise limits.COLUMNS.refusal(path.name)
    header = 0 if said.header_row else header_of(fields, said.columns)
    if header is None:
        return Shape("csv", Kind.TEXT, encoding.codec, delimiter)
    number = rows[header][0] + above + hinted
    return Shape("csv", Kind.TEXT, encoding.codec, delimiter, number, columns=column_names(_whole(fields[header:])))


def _sample(path: Path, encoding: Encoding, most: int) -> list[str]:
    """The first lines, fewer where they are very long."""
    lines: list[str] = []
    letters = 0
    for line, _ in islice(lines_of(path, encoding, path.name), most):
        lines.append(line)
        letters += len(line)
        if letters > LETTERS:
            break
    return lines


def _whole(rows: list[list[str]]) -> list[str]:
    """The header; with blanks behind it where most rows end in delimiters that it lacks."""
    names, below = rows[0], [row for row in rows[1:] if any(row)]
    if not below:
        return names
    width = Counter(map(len, below)).most_common(1)[0][0]
    excess = [cell for row in below if len(row) == width for cell in row[len(names) :]]
    return names + [""] * (width - len(names)) if excess and not any(map(str.strip, excess)) else names
