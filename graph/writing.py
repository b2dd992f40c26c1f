"""Writing what records say: each batch in one transaction, so that a record is there whole or not at all."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from graph import cypher
from graph.declare import EDGES, NODES
from graph.statement import EdgeSaid, NodeSaid, RecordSaid
from graph.store import Store, Write

OWNED = ("Mention", "Note", "Signal", "Referral", "Grant", "Service", "Asset")
"""Labels that go with the last record that describes them."""
SHARED = ("Organisation", "Area", "Team", "Practitioner")
"""Labels that several records may describe, and others refer to."""
REFERRED_TO = ("Practitioner", "Team", "Capability", "Address", "Need", "Organisation", "Area")
"""Labels that go when nothing refers to them any more; employees before employers."""


@dataclass
class Touched:
    """What a batch changed that later steps must look at again."""

    mentions: set[str]
    shared: set[tuple[str, str]]


def write_batch(
    store: Store,
    source: str,
    new: Sequence[RecordSaid],
    changed: Sequence[RecordSaid],
    withdrawn: Sequence[str],
    beside: Sequence[Write] = (),
) -> Touched:
    """Write new records, put changed ones in the place of what they said before, take back withdrawn ones."""
    touched = Touched(set(), set())
    gone = [*(record.uid for record in changed), *withdrawn]
    writes = _withdrawal(store, gone, touched) if gone else []
    if withdrawn:
        writes.append((cypher.delete_nodes("Record"), [{"uid": uid} for uid in withdrawn]))
    writes += _writes(source, new, changed, touched)
    if writes or beside:
        store.write(*writes, *beside)
    return touched


def _writes(source: str, new: Sequence[RecordSaid], changed: Sequence[RecordSaid], touched: Touched) -> list[Write]:
    records = [*new, *changed]
    if not records:
        return []
    nodes: dict[tuple[str, bool], dict[str, NodeSaid]] = defaultdict(dict)
    edges: dict[tuple[str, str, str], list[EdgeSaid]] = defaultdict(list)
    says: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for record in records:
        for node in record.nodes:
            if node.described or node.uid not in nodes[node.label, False]:
                # Of those that only refer to a node the first words it, as across batches.
                nodes[node.label, node.described][node.uid] = node
            if node.described:
                says[node.label].append(_says(record, node))
                _touch(touched, node)
        for edge in record.edges:
            edges[edge.type, edge.start_label, edge.end_label].append(edge)
    texts = ((cypher.create_nodes("Record"), new), (cypher.replace_nodes("Record"), changed))
    writes: list[Write] = [(text, [_row(r.uid, r.properties) for r in part]) for text, part in texts if part]
    writes += [_node_write(label, described, list(found.values())) for (label, described), found in nodes.items()]
    writes += [(cypher.create_edges(("SAYS", "Record", label)), rows) for label, rows in says.items()]
    writes.append((cypher.create_edges(("FROM", "Record", "Source")), [{"a": r.uid, "b": source, "props": {}} for r in records]))
    writes += [(cypher.create_edges(key), _edge_rows(key, found)) for key, found in edges.items()]
    return writes


def _node_write(label: str, described: bool, nodes: list[NodeSaid]) -> Write:
    rows = [_row(node.uid, node.properties) for node in nodes]
    if not described:
        return cypher.refer_to_nodes(label), rows
    # A Service or Asset may be said by two feeds under one key; the others in OWNED are one record's own.
    own = label in OWNED and label not in ("Service", "Asset")
    return (cypher.create_nodes(label) if own else cypher.upsert_nodes(label)), rows


def _row(uid: str, properties: Any) -> dict[str, Any]:
    present = {name: value for name, value in properties.items() if value is not None}
    return {"uid": uid, "props": {"uid": uid, **present}}


def _edge_rows(key: tuple[str, str, str], edges: Iterable[EdgeSaid]) -> list[dict[str, Any]]:
    if EDGES[key].keyed:
        return [{"a": a, "b": b, "props": {}} for a, b in sorted({(e.start, e.end) for e in edges})]
    return [{"a": e.start, "b": e.end, "props": dict(e.properties)} for e in edges]


def _says(record: RecordSaid, node: NodeSaid) -> dict[str, Any]:
    props: dict[str, Any] = {"record": record.uid}
    if "said" in EDGES["SAYS", "Record", node.label].properties:
        props["said"] = json.dumps(dict(node.properties), sort_keys=True, default=str, ensure_ascii=False)
    return {"a": record.uid, "b": node.uid, "props": props}


def _touch(touched: Touched, node: NodeSaid) -> None:
    if node.label == "Mention":
        touched.mentions.add(node.uid)
    elif "said" in EDGES["SAYS", "Record", node.label].properties:
        touched.shared.add((node.label, node.uid))


SIBLINGS = (
    "UNWIND $records AS record MATCH (r:Record {uid: record})-[:SAYS]->(m:Mention)-[:SAME_AS]->(p:Person) "
    "WITH DISTINCT p MATCH (p)<-[:SAME_AS]-(o:Mention) RETURN p.uid AS person, o.uid AS mention ORDER BY person, mention"
)
UNLINK = "UNWIND $rows AS row MATCH (p:Person {uid: row.uid}) OPTIONAL MATCH (p)<-[s:SAME_AS]-(m:Mention) WITH p, s DELETE s"


def _withdrawal(store: Store, records: list[str], touched: Touched) -> list[Write]:
    """Take back all that records said; the persons they spoke of are to be thought over anew."""
    rows = [{"uid": uid} for uid in records]
    siblings = store.read(SIBLINGS, records=records)
    touched.mentions |= {row["mention"] for row in siblings}
    persons = [{"uid": uid} for uid in sorted({row["person"] for row in siblings})]
    writes: list[Write] = [(cypher.delete_nodes("Person"), persons)] if persons else []
    for label in (*OWNED, *SHARED):
        said = [{"uid": row["uid"]} for row in store.read(cypher.said_by(label), records=records)]
        if not said:
            continue
        touched.shared |= {(label, row["uid"]) for row in said if label not in OWNED or label in ("Service", "Asset")}
        writes += [(cypher.delete_said(label), rows), (cypher.delete_says(label), rows)]
        if label in OWNED:
            writes.append((cypher.delete_unsaid(label), said))
    return writes


def settle(store: Store, touched: Iterable[tuple[str, str]]) -> None:
    """Give each node that several records describe the properties that all of them together say.

    For each property the first record in the order of keys that says it wins, so the outcome does not
    depend on the order in which files came.
    """
    by_label: dict[str, list[str]] = defaultdict(list)
    for label, uid in sorted(touched):
        by_label[label].append(uid)
    for label, uids in by_label.items():
        said: dict[str, dict[str, Any]] = {uid: {} for uid in uids}
        many: dict[str, int] = defaultdict(int)
        for row in store.read(cypher.descriptions(label), uids=uids):
            many[row["uid"]] += 1
            for name, value in json.loads(row["said"] or "{}").items():
                said[row["uid"]].setdefault(name, _typed(label, name, value))
        rows = [_row(uid, said[uid]) for uid in uids if many[uid] > 1 and said[uid]]
        if rows:
            store.write((cypher.replace_nodes(label), rows))


def sweep(store: Store) -> int:
    """Delete what nothing says or refers to any more; returns how many nodes went."""
    swept = 0
    for label in REFERRED_TO:
        rows = [{"uid": row["uid"]} for row in store.read(cypher.orphans(label))]
        if rows:
            store.write((cypher.delete_nodes(label), rows))
            swept += len(rows)
    return swept


def _typed(label: str, name: str, value: Any) -> Any:
    from datetime import date

    return date.fromisoformat(value) if NODES[label].properties.get(name) is date and isinstance(value, str) else value
