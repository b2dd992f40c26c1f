"""Records made into writes: first what many records share, then what is each record's own.

What is shared (a worker, an employer, an address) may be written twice without harm, and is left
behind harmlessly when a run is cut off. A record and all it says go in one transaction, so that it
is there whole or not at all. Kept apart, two transactions at once hardly ever meet in a node.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph import cypher
from graph.declare import EDGES, NODES
from graph.statement import EdgeSaid, NodeSaid, RecordSaid
from graph.store import Write

OWN = ("Mention", "Note", "Signal", "Referral", "Assessment", "Grant", "Post", "Statement")
"""Labels of which each node is described by one record only, so that it cannot exist before."""
REMEMBERED = 50_000
"""So many shared nodes and edges a run knows it has written; past that it forgets and writes again."""
Key = tuple[str, str, str]


@dataclass
class Shared:
    """What a run has already written of what records share."""

    nodes: set[tuple[str, str]] = field(default_factory=set)
    edges: set[tuple[Key, str, str]] = field(default_factory=set)

    def clear(self) -> None:
        """Forget all: something may have been deleted since."""
        self.nodes.clear()
        self.edges.clear()


@dataclass(frozen=True)
class Batch:
    """The writes of some records; `shared` must be carried out before `own`."""

    shared: list[Write]
    own: list[Write]


def prepare(source: str, new: Sequence[RecordSaid], changed: Sequence[RecordSaid], written: Shared) -> Batch:
    """The writes of new records, and of changed ones whose former statements are withdrawn in the same transaction."""
    nodes: dict[str, dict[str, NodeSaid]] = defaultdict(dict)
    referred: dict[str, dict[str, NodeSaid]] = defaultdict(dict)
    edges: dict[Key, list[EdgeSaid]] = defaultdict(list)
    says: dict[str, list[list[Any]]] = defaultdict(list)
    for record in (*new, *changed):
        for node in record.nodes:
            if node.described:
                nodes[node.label][node.uid] = node
                says[node.label].append(_says(record.uid, node))
            else:
                # Of records that only refer to a node the first words it, within a batch as across.
                referred[node.label].setdefault(node.uid, node)
        for edge in record.edges:
            edges[edge.type, edge.start_label, edge.end_label].append(edge)
    if len(written.nodes) + len(written.edges) > REMEMBERED:
        written.clear()
    own = _records(source, new, changed)
    own += [_described(label, list(found.values())) for label, found in nodes.items()]
    own += [(cypher.create_edges(("SAYS", "Record", label)), rows) for label, rows in says.items()]
    own += [(cypher.create_edges(key), _edge_rows(key, found)) for key, found in edges.items() if not EDGES[key].keyed]
    following = {key: found for key, found in edges.items() if EDGES[key].keyed}
    # A keyed edge of a node that this batch describes must come after it; of one referred to, with it.
    late = {key: found for key, found in following.items() if nodes.get(key[1]) or nodes.get(key[2])}
    own += [_keyed(key, found, Shared()) for key, found in late.items()]
    early = [_keyed(key, found, written) for key, found in following.items() if key not in late]
    shared = [_referred(label, list(found.values()), written) for label, found in referred.items()] + early
    return Batch([write for write in shared if write[1]], own)


def _records(source: str, new: Sequence[RecordSaid], changed: Sequence[RecordSaid]) -> list[Write]:
    """The records themselves; a changed one keeps its edge to its source."""
    writes: list[Write] = []
    if new:
        names = NODES["Record"].properties
        rows = [[record.uid, *(record.properties.get(name) for name in names if name != "uid")] for record in new]
        writes.append((cypher.create_nodes("Record"), rows))
        writes.append((cypher.create_edges(("FROM", "Record", "Source")), [[record.uid, source] for record in new]))
    if changed:
        writes.append((cypher.replace_nodes("Record"), [node_row(record.uid, record.properties) for record in changed]))
    return writes


def _described(label: str, nodes: list[NodeSaid]) -> Write:
    if label in OWN:
        names = [name for name in NODES[label].properties if name != "uid"]
        return cypher.create_nodes(label), [[node.uid, *map(node.properties.get, names)] for node in nodes]
    return cypher.upsert_nodes(label), _sorted(node_row(node.uid, node.properties) for node in nodes)


def _referred(label: str, nodes: list[NodeSaid], written: Shared) -> Write:
    fresh = [node for node in nodes if (label, node.uid) not in written.nodes]
    written.nodes.update((label, node.uid) for node in fresh)
    return cypher.refer_to_nodes(label), _sorted(node_row(node.uid, node.properties) for node in fresh)


def _keyed(key: Key, edges: Iterable[EdgeSaid], written: Shared) -> Write:
    fresh = sorted({(edge.start, edge.end) for edge in edges if (key, edge.start, edge.end) not in written.edges})
    written.edges.update((key, *ends) for ends in fresh)
    return cypher.merge_edges(key), [{"a": start, "b": end, "props": {}} for start, end in fresh]


def _edge_rows(key: Key, edges: Iterable[EdgeSaid]) -> list[list[Any]]:
    """Sorted by the end in which edges meet, so that two transactions take such nodes in one order."""
    names = EDGES[key].properties
    by_start = key[1] not in (*OWN, "Record")
    ordered = sorted(edges, key=lambda edge: (edge.start, edge.end) if by_start else (edge.end, edge.start))
    return [[edge.start, edge.end, *map(edge.properties.get, names)] for edge in ordered]


def _says(record: str, node: NodeSaid) -> list[Any]:
    values: dict[str, Any] = {"record": record}
    names = EDGES["SAYS", "Record", node.label].properties
    if "said" in names:
        values["said"] = json.dumps(dict(node.properties), sort_keys=True, default=str, ensure_ascii=False)
    return [record, node.uid, *map(values.get, names)]


def node_row(uid: str, properties: Any) -> dict[str, Any]:
    """A node as an upsert or a replacement takes it: no property is null."""
    return {"uid": uid, "props": {"uid": uid, **{name: value for name, value in properties.items() if value is not None}}}


def _sorted(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda row: row["uid"])
