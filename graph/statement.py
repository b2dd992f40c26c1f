"""What one record says, as nodes and edges of the vocabulary, before it is written."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

Scalar = str | int | float | bool | date | datetime | list[str] | None


@dataclass(frozen=True)
class NodeSaid:
    """A node a record describes, or refers to by its key alone."""

    label: str
    uid: str
    properties: Mapping[str, Scalar] = field(default_factory=dict)
    described: bool = True
    """False where the record only refers to the node, and all properties follow from its key."""


@dataclass(frozen=True)
class EdgeSaid:
    """A relationship a record says holds."""

    type: str
    start_label: str
    start: str
    end_label: str
    end: str
    properties: Mapping[str, Scalar] = field(default_factory=dict)


@dataclass(frozen=True)
class RecordSaid:
    """A record with all it says; the unit that is written, replaced or withdrawn whole."""

    uid: str
    properties: Mapping[str, Scalar]
    nodes: tuple[NodeSaid, ...]
    edges: tuple[EdgeSaid, ...]


def uid_of(label: str, *key: str) -> str:
    """A stable key that gives away nothing of the name it was made from.

    >>> uid_of("Practitioner", "The Brickworks", "linda")
    'practitioner-c92c4151ccd5ca2e'
    """
    digest = hashlib.sha256("\x1f".join(key).encode()).hexdigest()[:16]
    return f"{label.lower()}-{digest}"
