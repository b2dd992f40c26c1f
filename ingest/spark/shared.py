"""Nodes that many records speak of: what all records of a source say of one, as if told in file order."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from graph import cypher
from graph.declare import EDGES
from graph.statement import NodeSaid, RecordSaid
from graph.store import Write
from graph.writing import REFERRED_TO
from ingest.loading import BATCH
from ingest.spark.assignment import Ordinal
from ingest.spark.dealing import in_parts, partition_of

SHARED = frozenset(REFERRED_TO)
"""Labels whose nodes many records speak of and none takes with it, written before any record."""
KEYED = frozenset(key for key, edge in EDGES.items() if edge.keyed and {edge.start, edge.end} <= SHARED)
"""Edges that follow from a shared node's key, written with these."""


@dataclass
class Told:
    """What records say of one node; the first makes it, and each that describes it adds its own."""

    first: Ordinal
    made: dict[str, Any]
    described: dict[str, tuple[Ordinal, Any]] = field(default_factory=dict)

    def with_(self, other: "Told") -> "Told":
        """Both, as if their records came in file order."""
        first, later = (self, other) if self.first <= other.first else (other, self)
        described = dict(first.described)
        for name, said in later.described.items():
            described[name] = max(said, described.get(name, said), key=lambda told: told[0])
        return Told(first.first, first.made, described)


Node = tuple[str, str]
Keyed = tuple[tuple[str, str, str], str, str]


@dataclass
class Shared:
    """The shared nodes of some records, and the edges that follow from a node's key."""

    nodes: dict[Node, Told] = field(default_factory=dict)
    edges: set[Keyed] = field(default_factory=set)

    def take(self, record: RecordSaid, ordinal: Ordinal) -> None:
        """Note what a record says of nodes that are not its own."""
        for node in record.nodes:
            if node.label in SHARED:
                self._add((node.label, node.uid), _told(node, ordinal))
        for edge in record.edges:
            key = (edge.type, edge.start_label, edge.end_label)
            if key in KEYED:
                self.edges.add((key, edge.start, edge.end))

    def add(self, other: "Shared") -> None:
        """Note what other records say."""
        for node, told in other.nodes.items():
            self._add(node, told)
        self.edges |= other.edges

    def _add(self, node: Node, told: Told) -> None:
        self.nodes[node] = self.nodes[node].with_(told) if node in self.nodes else told

    def dealt(self, partitions: int) -> Iterator[tuple[int, "Shared"]]:
        """In parts, so that one task alone writes a node and the edges that follow from its key."""
        parts: dict[int, Shared] = defaultdict(Shared)
        for (label, uid), told in self.nodes.items():
            parts[partition_of(uid, partitions)].nodes[label, uid] = told
        for edge in self.edges:
            parts[partition_of(edge[1], partitions)].edges.add(edge)
        yield from parts.items()


def _told(node: NodeSaid, ordinal: Ordinal) -> Told:
    props = {name: value for name, value in node.properties.items() if value is not None}
    return Told(ordinal, props, {name: (ordinal, value) for name, value in props.items()} if node.described else {})


def node_writes(nodes: dict[Node, Told]) -> Iterator[list[Write]]:
    """Writes that make each node where it is missing and add what describes it, a transaction at a time."""
    by_label: dict[str, list[tuple[str, Told]]] = defaultdict(list)
    for (label, uid), told in sorted(nodes.items(), key=lambda item: item[0]):
        by_label[label].append((uid, told))
    for label, found in by_label.items():
        for part in in_parts(found, BATCH):
            made = [(uid, {**told.made, **_last(told)}) for uid, told in part]
            added = [(uid, _last(told)) for uid, told in part if told.described]
            writes: list[Write] = [(cypher.refer_to_nodes(label), _rows(made))]
            yield [*writes, (cypher.upsert_nodes(label), _rows(added))] if added else writes


def edge_writes(edges: Iterable[Keyed]) -> Iterator[list[Write]]:
    """Writes that make the edges that follow from a node's key, a transaction at a time."""
    by_key: dict[tuple[str, str, str], list[tuple[str, str]]] = defaultdict(list)
    for key, start, end in sorted(edges):
        by_key[key].append((start, end))
    for key, found in by_key.items():
        for part in in_parts(found, BATCH):
            yield [(cypher.merge_edges(key), [{"a": start, "b": end, "props": {}} for start, end in part])]


def _last(told: Told) -> dict[str, Any]:
    return {name: value for name, (_, value) in told.described.items()}


def _rows(found: list[tuple[str, dict[str, Any]]]) -> list[dict[str, Any]]:
    return [{"uid": uid, "props": {"uid": uid, **props}} for uid, props in found]
