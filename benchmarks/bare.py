"""The baseline of loading: the same nodes, edges and provenance by the plainest UNWIND and MERGE.

It checks nothing, looks nothing up and is handed its rows ready made, each node and keyed edge
once in a batch: what is left is what the engine itself takes.
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from graph.declare import EDGES
from graph.statement import RecordSaid
from graph.store import Store, Write

Rows = list[dict[str, Any]]
Key = tuple[str, str, str]
"""Type, and the labels at its two ends."""


def load(store: Store, writes: list[Write]) -> None:
    """Write one batch in one transaction."""
    store.write(*writes)


def writes(source: str, records: Iterable[RecordSaid]) -> list[Write]:
    """The writes of one batch, ready to be sent."""
    nodes, edges = gathered(source, records)
    made: list[Write] = [(_node_text(label), rows) for label, rows in nodes.items()]
    return made + [(_edge_text(key), rows) for key, rows in edges.items()]


def gathered(source: str, records: Iterable[RecordSaid]) -> tuple[dict[str, Rows], dict[Key, Rows]]:
    """The nodes of one batch by label and its edges by kind, as {uid, props} and {a, b, record, props}."""
    nodes: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    edges: dict[Key, Rows] = defaultdict(list)
    nodes["Source"][source] = {}
    for record in records:
        nodes["Record"][record.uid] = _given(record.properties)
        edges["FROM", "Record", "Source"].append(_edge(record.uid, source, {}))
        for node in record.nodes:
            nodes[node.label].setdefault(node.uid, {}).update(_given(node.properties))
            if node.described:
                key = ("SAYS", "Record", node.label)
                words = {"said": json.dumps(dict(node.properties), sort_keys=True, default=str, ensure_ascii=False)}
                edges[key].append(_edge(record.uid, node.uid, {"record": record.uid, **(words if _has_words(key) else {})}))
        for edge in record.edges:
            edges[edge.type, edge.start_label, edge.end_label].append(_edge(edge.start, edge.end, dict(edge.properties)))
    made = {label: _node_rows(found) for label, found in nodes.items()}
    return made, {key: _once(rows) if EDGES[key].keyed else rows for key, rows in edges.items()}


def _node_text(label: str) -> str:
    return f"UNWIND $rows AS row MERGE (n:{label} {{uid: row.uid}}) SET n += row.props"


def _edge_text(key: Key) -> str:
    kind, start, end = key
    said = "" if EDGES[key].keyed else " {record: row.record}"
    return (
        f"UNWIND $rows AS row MATCH (a:{start} {{uid: row.a}}) MATCH (b:{end} {{uid: row.b}}) "
        f"MERGE (a)-[e:{kind}{said}]->(b) SET e += row.props"
    )


def _node_rows(found: dict[str, dict[str, Any]]) -> Rows:
    return [{"uid": uid, "props": props} for uid, props in found.items()]


def _edge(start: str, end: str, props: dict[str, Any]) -> dict[str, Any]:
    return {"a": start, "b": end, "record": props.get("record"), "props": props}


def _once(rows: Rows) -> Rows:
    return list({(row["a"], row["b"]): row for row in rows}.values())


def _given(properties: Any) -> dict[str, str | int | float | bool | date | list[str]]:
    return {name: value for name, value in properties.items() if value is not None}


def _has_words(key: tuple[str, str, str]) -> bool:
    return "said" in EDGES[key].properties
