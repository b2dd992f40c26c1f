"""A column as its values show it: how full, how different, of what kinds."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ingest.suggesting.kinds import KINDS
from ingest.values import NOTHING

MOST = 0.6
"""At least this share of a column's values are of a kind before the column is."""


@dataclass(frozen=True)
class Column:
    """One column of a table, or one path into the objects of a document."""

    name: str
    values: tuple[str, ...]
    """As they are written, row by row; empty where the row has none."""
    nested: bool = False
    """Whether it is a path into objects and not a column."""
    list_at: str | None = None
    """In a document: the list of objects that this path leads into."""

    @cached_property
    def filled(self) -> tuple[str, ...]:
        """Values that say something."""
        return tuple(value for value in self.values if value.lower() not in NOTHING)

    @cached_property
    def distinct(self) -> int:
        """How many different values there are."""
        return len(set(self.filled))

    @cached_property
    def counted(self) -> Counter[str]:
        """Each value with how often it stands there."""
        return Counter(self.filled)

    @cached_property
    def _of_kind(self) -> dict[str, frozenset[str]]:
        """The different values of each kind that was asked for."""
        return {}

    def of_kind(self, kind: str) -> frozenset[str]:
        """Its different values that are of a kind."""
        if kind not in self._of_kind:
            self._of_kind[kind] = frozenset(value for value in self.counted if KINDS[kind](value))
        return self._of_kind[kind]

    def share(self, *kinds: str) -> float:
        """The share of its values that are of any of the kinds; each different value counts as often as it stands.

        >>> Column("NHS No", ("9991001018", "999 100 1123", "999 100 1124")).share("nhs")
        0.6666666666666666
        """
        if not self.filled:
            return 0.0
        fitting = frozenset().union(*(self.of_kind(kind) for kind in kinds))
        return sum(self.counted[value] for value in fitting) / len(self.filled)

    def passing(self, kind: str) -> int:
        """How many of its values are of a kind."""
        return sum(self.counted[value] for value in self.of_kind(kind))

    @property
    def unique(self) -> bool:
        """Whether hardly any value comes twice and hardly any row has none: something that may name a row."""
        rows = len(self.values)
        return rows > 0 and len(self.filled) >= 0.8 * rows and self.distinct >= 0.9 * len(self.filled)

    def birth_years(self) -> bool:
        """Whether its dates reach over decades, as births do and events do not."""
        years = [found for value in self.filled if (found := _year(value)) is not None]
        return len(years) > 3 and max(years) - min(years) >= 12 and min(years) < 2015


def columns_of(rows: Sequence[dict[str, Any]], names: Sequence[str]) -> tuple[Column, ...]:
    """The columns of a table's rows."""
    return tuple(Column(name, tuple(str(row.get(name) or "").strip() for row in rows)) for name in names)


def _year(value: str) -> int | None:
    from ingest.cleaners.dates import a_date
    from ingest.row import Unfit
    from ingest.suggesting.kinds import ANY_DAY, is_date

    try:
        found = a_date([value], ANY_DAY) if is_date(value) else None
    except Unfit:
        return None
    return found.year if found else None
