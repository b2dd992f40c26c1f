"""Single nodes by uid: what may be shown of one wherever an answer names it."""

from collections.abc import Iterable

from graph.declare import NODES
from queries.question import Row

SHOWN = ("Person", "Family", "Practitioner", "Organisation", "Service", "Asset", "Area", "Need")
"""Labels whose nodes may be looked up."""
KEPT = frozenset({"uid", "full_name", "known_as", "restricted"})
"""All that is said of restricted people to a caller who is not cleared."""


def properties(label: str) -> dict[str, type]:
    """The properties of a label that may be shown: none that tell where somebody is."""
    node = NODES[label]
    return {name: kind for name, kind in node.properties.items() if name not in node.locating}


def shown(rows: Iterable[Row], cleared: bool) -> dict[str, Row]:
    """Nodes by uid, with what restriction withholds left empty."""
    return {row["uid"]: row if cleared or not row.get("restricted") else _withheld(row) for row in rows}


def _withheld(row: Row) -> Row:
    return {name: value if name in KEPT else None for name, value in row.items()}
