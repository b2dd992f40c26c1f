"""What separates the fields of a text table, found from its first lines."""

import csv
import re
from collections import Counter
from collections.abc import Sequence

DELIMITERS = ",;\t|^~\x1f"
ALIKE = 0.1
"""Two delimiters whose rows are as even as this are told apart by which makes more fields."""
HINT = re.compile(r"sep=(.)\s*$", re.I)


def delimiter_of(lines: Sequence[str]) -> str:
    """The delimiter that cuts most lines into the same number of fields; a comma where none cuts any.

    >>> delimiter_of(["Visits; all, of them", "Name;Town;Fee", "Hartley, K;Millbrook;2,50", "Voss, P;Eastgate;3,00"])
    ';'
    """
    if lines and (hint := HINT.match(lines[0])):
        return hint[1]
    best, even, most = ",", 0.0, 1
    for delimiter in DELIMITERS:
        share, width = evenness(lines, delimiter)
        if width > 1 and (share > even + ALIKE or (share > even - ALIKE and width > most)):
            best, even, most = delimiter, share, width
    return best


def evenness(lines: Sequence[str], delimiter: str) -> tuple[float, int]:
    """The share of rows with the commonest number of fields above one, and that number."""
    if not any(delimiter in line for line in lines):
        return 0.0, 1
    widths = [len(row) for row in fields_of(lines, delimiter) if row]
    common = Counter(width for width in widths if width > 1).most_common(1)
    return (common[0][1] / len(widths), common[0][0]) if common else (0.0, 1)


def fields_of(lines: Sequence[str], delimiter: str) -> list[list[str]]:
    """Rows of fields, as far as they can be read."""
    return [fields for _, fields in placed(lines, delimiter)]


def placed(lines: Sequence[str], delimiter: str) -> list[tuple[int, list[str]]]:
    """Rows of fields, each with the number of the line it begins in: a quoted field may run over several."""
    rows: list[tuple[int, list[str]]] = []
    parser = csv.reader(lines, delimiter=delimiter)
    while True:
        begins = parser.line_num + 1
        try:
            rows.append((begins, next(parser)))
        except StopIteration:
            return rows
        except csv.Error:
            continue
