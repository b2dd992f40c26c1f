"""The baseline of loading: the same nodes, edges and provenance by the plainest UNWIND and MERGE.

It checks nothing, looks nothing up and is handed its rows ready made, each node and keyed edge
once in a batch: what is left is what the engine itself takes.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import groupby, islice
from typing import Any

from graph.declare import EDGES
from graph.statement import RecordSaid
from graph.store import Store, Write
from ingest.cleaners import Context
from ingest.mapper import Mapper
from ingest.place import Place, Supply
from ingest.readers import READERS

BATCH = 1_000
Rows = list[dict[str, Any]]


def batches(place: Place) -> list[list[Write]]:
    """The writes of each batch of a place's records, in order, ready to be sent."""
    said = ((supply.mapping.source, record) for supply in place.supplies for record in _records(place, supply))
    made: list[list[Write]] = []
    for source, records in groupby(said, key=lambda pair: pair[0]):
        while batch := [record for _, record in islice(records, BATCH)]:
            made.append(_writes(source, batch))
    return made


def load(store: Store, writes: list[list[Write]]) -> None:
    """Write batch after batch, each in one transaction."""
    for batch in writes:
        store.write(*batch)


def _records(place: Place, supply: Supply) -> Iterator[RecordSaid]:
    """What each row of a source says; of rows with one key the first."""
    mapping = supply.mapping
    context = Context(supply.extracted_on, supply.dated, mapping.system or mapping.source, {}, place.area)
    seen: set[str] = set()
    for path, file in zip(supply.files, supply.names, strict=True):
        mapper = Mapper(mapping, file, context)
        for row in READERS[mapping.reads.format](path, mapping.reads):
            said = mapper.map(row).said
            if said is not None and said.uid not in seen:
                seen.add(said.uid)
                yield said


def _writes(source: str, records: list[RecordSaid]) -> list[Write]:
    nodes: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    edges: dict[tuple[str, str, str], Rows] = defaultdict(list)
    nodes["Source"][source] = {}
    for record in records:
        nodes["Record"][record.uid] = {**_given(record.properties), "content_hash": _hash(record.uid)}
        edges["FROM", "Record", "Source"].append(_edge(record.uid, source, {}))
        for node in record.nodes:
            nodes[node.label].setdefault(node.uid, {}).update(_given(node.properties))
            if node.described:
                key = ("SAYS", "Record", node.label)
                words = {"said": json.dumps(dict(node.properties), sort_keys=True, default=str, ensure_ascii=False)}
                edges[key].append(_edge(record.uid, node.uid, {"record": record.uid, **(words if _has_words(key) else {})}))
        for edge in record.edges:
            edges[edge.type, edge.start_label, edge.end_label].append(_edge(edge.start, edge.end, dict(edge.properties)))
    writes: list[Write] = [(_node_text(label), _node_rows(found)) for label, found in nodes.items()]
    return writes + [(_edge_text(key), _once(rows) if EDGES[key].keyed else rows) for key, rows in edges.items()]


def _node_text(label: str) -> str:
    return f"UNWIND $rows AS row MERGE (n:{label} {{uid: row.uid}}) SET n += row.props"


def _edge_text(key: tuple[str, str, str]) -> str:
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


def _hash(uid: str) -> str:
    """As long as the hash that a run makes of a record."""
    return hashlib.sha256(uid.encode()).hexdigest()[:32]
