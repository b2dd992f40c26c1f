"""Where a listing's offer holds, and whether it does at all."""

from queries.area_tree import AreaTree
from queries.question import Row


def leaves_of(row: Row, place: AreaTree) -> frozenset[str]:
    """The smallest areas that a row's `areas` cover."""
    return frozenset(leaf for area in row["areas"] for leaf in place.smallest(area))


def is_active(row: Row) -> bool:
    """Whether a row's `status` says that it is running; one that says nothing is."""
    return (row["status"] or "active") == "active"
