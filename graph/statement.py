"""What one record says, as nodes and edges of the vocabulary, before it is written."""

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from graph.declare import EDGES

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


def record_said(uid: str, properties: Mapping[str, Scalar], nodes: Collection[NodeSaid], edges: Iterable[EdgeSaid]) -> RecordSaid:
    """A record with what it says, each thing once; a node it merely names and says nothing of is left out."""
    once = list({(e.type, e.start, e.end): e for e in reversed(list(edges))}.values())[::-1]
    keyed = [e for e in once if EDGES[e.type, e.start_label, e.end_label].keyed]
    said = [e for e in once if not EDGES[e.type, e.start_label, e.end_label].keyed]
    kept = {n.uid for n in nodes if n.described} | {end for e in said for end in (e.start, e.end)}
    following = [e for e in keyed if e.start in kept]
    kept |= {e.end for e in following}
    return RecordSaid(uid, properties, tuple(n for n in nodes if n.uid in kept), (*said, *following))


def uid_of(label: str, *key: str) -> str:
    """A stable key that gives away nothing of the name it was made from.

    >>> uid_of("Practitioner", "The Brickworks", "linda")
    'practitioner-c92c4151ccd5ca2e'
    """
    digest = hashlib.sha256("\x1f".join(key).encode()).hexdigest()[:16]
    return f"{label.lower()}-{digest}"
