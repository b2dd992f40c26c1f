"""A column as a hand and a draft place it, and what share of a file's columns they place alike."""

from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.placements import Placement


@dataclass(frozen=True)
class Compared:
    """One column: what the hand and what the draft make of it, the weightiest first."""

    name: str
    by_hand: tuple[Placement, ...]
    drafted: tuple[Placement, ...]

    @property
    def right(self) -> bool:
        """Both leave it out; or what each makes of it first, the other makes of it too."""
        if not self.by_hand or not self.drafted:
            return not self.by_hand and not self.drafted
        return self.by_hand[0] in self.drafted and self.drafted[0] in self.by_hand

    @property
    def same(self) -> bool:
        """Both make exactly the same of it, down to keys, dates of records and conditions."""
        return set(self.by_hand) == set(self.drafted)


@dataclass(frozen=True)
class Score:
    """A file's columns, compared."""

    group: str
    file: str
    columns: tuple[Compared, ...]

    def right(self) -> float:
        """The share of all columns that need no hand's touch."""
        return ratio(sum(column.right for column in self.columns), len(self.columns))

    def same(self) -> float:
        """The share of all columns of which both make exactly the same."""
        return ratio(sum(column.same for column in self.columns), len(self.columns))

    def precision(self) -> float:
        """Of the columns the draft maps, the share it maps right."""
        drafted = [column for column in self.columns if column.drafted]
        return ratio(sum(column.right for column in drafted), len(drafted))

    def recall(self) -> float:
        """Of the columns the hand maps, the share the draft maps right."""
        by_hand = [column for column in self.columns if column.by_hand]
        return ratio(sum(column.right for column in by_hand), len(by_hand))

    def misses(self) -> Iterator[str]:
        """Each column that is not right, with what either makes of it."""
        for column in self.columns:
            if not column.right:
                yield f"{self.file}: {column.name!r}: by hand {_told(column.by_hand)}; drafted {_told(column.drafted)}"


def ratio(part: int, whole: int) -> float:
    """A share; 1 of nothing."""
    return part / whole if whole else 1.0


def _told(placed: tuple[Placement, ...]) -> str:
    return ", ".join(f"{one.owner}.{one.what}" if one.owner else one.what for one in placed) or "left out"
