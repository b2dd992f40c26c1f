"""What every table's rows have in common, wherever they were read: names, blank lines, totals below, the header again."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from graph.errors import SourceError
from ingest import limits
from ingest.readers import flaws
from ingest.readers.columns import values_of
from ingest.readers.footer import HELD_BACK, is_footer
from ingest.row import Problem, Row

CHECKED = 1_000
"""So many rows are looked at before the first is yielded."""
UNFIT_SHARE = 0.5
UNFIT_FEW = 20
"""A table is refused where more than these of its first rows do not fit: a few are quarantined one by one."""


class Record(NamedTuple):
    """One row of a table: its cells, the line it begins in and what was wrong with it already."""

    fields: list[str]
    line: int
    problems: tuple[Problem, ...] = ()


def rows_of(
    records: Iterable[Record], names: Sequence[str], name: str, position: Callable[[int], str], even: bool = False
) -> Iterator[Row]:
    """A row for every record that is not blank; `even` where each must have as many fields as the header.

    Raises SourceError for more columns than the limit.
    """
    if len(names) > limits.COLUMNS.most:
        raise limits.COLUMNS.refusal(name)
    if not any(names):
        raise SourceError(f"{name} names no columns", "Say in its mapping which row does, with `header_row`")
    columns = tuple(filter(None, names))
    width = len(names)
    if even:
        records = _checked(records, width, name)
    for record, footer in _told_apart(records, width):
        problems = record.problems
        if footer:
            problems = (flaws.not_a_record(record.fields, "it stands under the table"),)
        elif even and len(record.fields) != width and not problems:
            problems = (flaws.wrong_width(record.fields, width),)
        elif record.fields == list(names):
            problems = (flaws.not_a_record(record.fields, "it repeats the header"),)
        beyond = tuple(filter(None, record.fields[width:]))
        yield Row(values_of(names, record.fields), position(record.line), record.line, problems, columns, beyond)


def _checked(records: Iterable[Record], width: int, name: str) -> Iterator[Record]:
    """The records, once enough of the first of them fit the header.

    Raises SourceError where they do not: it was the wrong delimiter, the wrong header, or no table.
    """
    left = iter(records)
    first = list(islice(left, CHECKED))
    unfit = sum(1 for record in first if (record.fields and len(record.fields) != width) or record.problems)
    if unfit > max(UNFIT_FEW, UNFIT_SHARE * len(first)):
        what = f"{name} has rows that do not fit its header: {unfit} of the first {len(first)}"
        raise SourceError(what, "Say `delimiter` and `header_row` in its mapping, or ask its supplier to export it again")
    return chain(first, left)


def _told_apart(records: Iterable[Record], width: int) -> Iterator[tuple[Record, bool]]:
    """Every record that is not blank, and whether it stands under the table: only the last ones can."""
    held: deque[tuple[Record, bool]] = deque()
    gap = False
    for record in records:
        if not any(map(str.strip, record.fields)) and not record.problems:
            gap = True
            continue
        held.append((record, gap))
        gap = False
        if len(held) > HELD_BACK:
            yield held.popleft()[0], False
    last = len(held)
    while last and _under(list(held)[:last], width):
        last -= 1
    yield from ((record, number >= last) for number, (record, _) in enumerate(held))


def _under(held: list[tuple[Record, bool]], width: int) -> bool:
    """Whether the last of the records held is a footer."""
    record = held[-1][0]
    return not record.problems and is_footer(record.fields, width, any(gap for _, gap in held))
