"""A text table cut into records, so that a quotation mark nobody closed does not swallow the rows behind it."""

import csv
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ingest import limits
from ingest.readers import flaws
from ingest.readers.heading import kind_of_cell
from ingest.readers.table import Record
from ingest.row import Problem

SWALLOWED = 0.5
"""Above this share of lines inside a quotation that are rows of their own, its mark is taken for a stray."""
SURELY = 0.8
"""The same for a quotation whose row has the right width, and so may well be meant."""
LONG_QUOTE = 20
"""A quotation over fewer lines is not looked at where its row has the right width."""
JUDGED = 200
"""So many of the lines inside a quotation are looked at."""
REREAD = 64 * limits.MIB
"""After so many characters read again behind stray marks, each line is taken for a row of its own."""
NO_KINDS: Mapping[int, str] = {}
BEHIND = "behind\n"


@dataclass
class Records:
    """The records in the lines of a table, each line given with its flaw."""

    lines: Iterator[tuple[str, str]]
    delimiter: str
    width: int
    """How many fields the header has."""
    line: int = 0
    """The last line that was gone past."""
    _again: deque[tuple[str, str]] = field(default_factory=deque)
    _taken: list[tuple[str, str]] = field(default_factory=list)
    _reread: int = 0

    def __iter__(self) -> Iterator[Record]:
        csv.field_size_limit(limits.FIELD.most)
        while self._reread <= REREAD:
            # A parser that has met an error forgets nothing of its line, so a new one goes on.
            parser = csv.reader(self._feed(), delimiter=self.delimiter, strict=True)
            try:
                for fields in parser:
                    if len(self._taken) > 1 and self._swallows(fields):
                        yield self._first_alone()
                        break
                    yield self._record(fields)
                else:
                    return
            except csv.Error:
                yield self._astray()
        for _ in self._feed():
            yield self._astray()

    def _feed(self) -> Iterator[str]:
        for one in self._to_read():
            self._taken.append(one)
            yield one[0]

    def _to_read(self) -> Iterator[tuple[str, str]]:
        """What was put back comes first, whenever that was."""
        while True:
            while self._again:
                yield self._again.popleft()
            if (one := next(self.lines, None)) is None:
                return
            yield one

    def _record(self, fields: list[str], *problems: Problem) -> Record:
        taken, first = self._taken, self.line + 1
        self.line += len(taken)
        for number, (text, flaw) in enumerate(taken, first):
            if flaw:
                problems = (*problems, flaws.of_line(text, flaw, number))
        taken.clear()
        return Record(fields, first, problems)

    def _astray(self) -> Record:
        """What was taken is no good CSV: a mark within a field, or one that is never closed."""
        if (fields := self._leniently()) is not None and (len(self._taken) == 1 or not self._are_rows(SWALLOWED)):
            return self._record(fields)
        return self._first_alone()

    def _leniently(self) -> list[str] | None:
        """The fields of what was taken, marks within them kept as they are; None where it does not end there."""
        try:
            rows = list(csv.reader([*(text for text, _ in self._taken), BEHIND], delimiter=self.delimiter))
        except csv.Error:
            return None
        return rows[0] if len(rows) == 2 else None

    def _first_alone(self) -> Record:
        """The first line of what was taken is kept for a person, the others are read anew."""
        self._again.extendleft(reversed(self._taken[1:]))
        self._reread += sum(len(text) for text, _ in self._taken[1:])
        del self._taken[1:]
        text, number = self._taken[0][0], self.line + 1
        too_long = len(text) > limits.FIELD.most
        problem = flaws.field_too_long(text, number) if too_long else flaws.unclosed_quote(text, number)
        return self._record([], problem)

    def _swallows(self, fields: list[str]) -> bool:
        """Whether a record of several lines has taken other rows in."""
        if len(fields) != self.width:
            return self._are_rows(SWALLOWED)
        kinds = {at: kind_of_cell(cell) for at, cell in enumerate(fields) if "\n" not in cell and "\r" not in cell}
        told = {at: kind for at, kind in kinds.items() if kind not in ("", "text")}
        return len(self._taken) > LONG_QUOTE and bool(told) and self._are_rows(SURELY, told)

    def _are_rows(self, share: float, kinds: Mapping[int, str] = NO_KINDS) -> bool:
        """Whether so many of the lines behind the first are rows of their own, with cells of these kinds."""
        inside = [self._alone(text) for text, _ in self._taken[1 : JUDGED + 1]]
        alike = sum(1 for row in inside if len(row) == self.width and all(kind_of_cell(row[at]) == kinds[at] for at in kinds))
        return self.width > 1 and alike >= max(1, share * len(inside))

    def _alone(self, text: str) -> list[str]:
        try:
            return next(csv.reader([text], delimiter=self.delimiter), [])
        except csv.Error:
            return []
