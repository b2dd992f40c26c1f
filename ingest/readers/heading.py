"""Which row of a table names its columns: files begin with titles, dates and blank lines."""

import re
from collections import Counter
from collections.abc import Collection, Sequence

Grid = Sequence[Sequence[str]]
SEARCHED = 60
"""So many rows are looked through for the one that names the columns."""
LONG = 120
"""A longer cell names no column."""
YEAR = re.compile(r"(19|20)\d\d([/-]\d{2,4})?$")
NUMBER = re.compile(r"[£$€+-]?\s*\d[\d,. ]*%?$")
DAY = re.compile(r"\d{1,4}[-/. ]([A-Za-z]{3,9}|\d{1,2})[-/. ]\d{1,4}([T ].*)?$")
CODED = re.compile(r"[A-Za-z]{0,3}[/-]?\d{5,}[\d/-]*$|\S+@\S+\.\S+$|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$")
NAMED = 0.5
"""At least this share of the columns that a mapping names must stand in a row for it to be taken by them."""


def header_of(rows: Grid, expected: Collection[str] = ()) -> int | None:
    """The index of the row that names the columns, or None where none looks like it.

    The row with most of the expected names; without them the first that fills the table's width with
    names: no numbers, no dates.

    >>> header_of([["Open cases"], ["Run on:", "1 May 2026"], [], ["Ref", "Name", "Born"], ["7", "Ann", "2015-02-01"]])
    3
    """
    rows = rows[:SEARCHED]
    return _by_names(rows, expected) if expected and _by_names(rows, expected) is not None else _by_shape(rows)


def _by_names(rows: Grid, expected: Collection[str]) -> int | None:
    found = [len({cell.strip() for cell in row} & set(expected)) for row in rows]
    most = max(found, default=0)
    return found.index(most) if most >= max(1, NAMED * len(set(expected))) else None


def _by_shape(rows: Grid) -> int | None:
    width = width_of(rows)
    for index, row in enumerate(rows):
        filled = [cell for cell in row if cell.strip()]
        if filled and width - len(filled) <= _blanks(width) and _all_names(filled):
            return index
    return None


def width_of(rows: Grid) -> int:
    """How many columns a table has: the commonest reach of its rows, the wider of two as common."""
    reaches = Counter(reach for row in rows if (reach := _reach(row)))
    return max(reaches, key=lambda reach: (reaches[reach], reach), default=0)


def _reach(row: Sequence[str]) -> int:
    return next((index for index in range(len(row), 0, -1) if row[index - 1].strip()), 0)


def _blanks(width: int) -> int:
    """How many columns a header may leave without a name."""
    return 0 if width < 4 else 1 if width == 4 else width * 2 // 5


def _all_names(cells: Sequence[str]) -> bool:
    named = sum(1 for cell in cells if is_name(cell))
    return named >= 0.8 * len(cells) and len({cell.strip() for cell in cells}) > 0.5 * len(cells)


def kind_of_cell(cell: str) -> str:
    """What a cell looks like: a number, a day, a code, a text or nothing.

    >>> [kind_of_cell(cell) for cell in ("7", "1 May 2026", "M1 3AB", "Ann", "")]
    ['number', 'day', 'code', 'text', '']
    """
    cell = cell.strip()
    if len(cell) > LONG:
        return "text"
    patterns = {"number": NUMBER, "day": DAY, "code": CODED}
    return next((kind for kind, pattern in patterns.items() if pattern.match(cell)), "text" if cell else "")


def is_name(cell: str) -> bool:
    """Whether a cell may be a column's name; a year may, another number or a date may not.

    >>> [is_name(cell) for cell in ("DOB", "2019/20", "WD21CD", "14.5", "31/10/2026", "M1 3AB", "HH/104477/02")]
    [True, True, True, False, False, False, False]
    """
    cell = cell.strip()
    return len(cell) <= LONG and (bool(YEAR.match(cell)) or kind_of_cell(cell) in ("text", ""))
