"""Everything in a store as rows in a stable order, and a digest of it."""

import hashlib
import json
from collections.abc import Callable, Iterator
from typing import Any

from graph import cypher
from graph.declare import EDGES, NODES

Row = dict[str, Any]
VOLATILE = frozenset({"Run", "Lease", "Judgement", "OfferStep", "SavedQuestion"})
"""Labels that tell when something ran or was decided, or what callers ask; two equal graphs may differ in them.

What a judgement brings about is in who is who; taken back, it leaves the graph as it was but for its own node. What
steps of an offer bring about is in its record.
"""
MOMENTS = {"Quarantine": "quarantined_on"}
"""Properties that do."""


def rows(read: Callable[[str], list[Row]]) -> Iterator[Row]:
    """Every node, then every edge: {label, ...} and {edge, start_label, end_label, ...}."""
    for label in NODES:
        for row in read(cypher.all_nodes(label)):
            yield {"label": label, **_present(row)}
    for key in EDGES:
        found = ({"edge": key[0], "start_label": key[1], "end_label": key[2], **_present(r)} for r in read(cypher.all_edges(key)))
        yield from sorted(found, key=_line)


def digest(exported: Iterator[Row]) -> str:
    """A SHA-256 over all nodes and edges but when things ran or were decided; equal for equal graphs on either engine."""
    folded = hashlib.sha256()
    for row in exported:
        if row.get("label") not in VOLATILE:
            moment = MOMENTS.get(row.get("label", ""))
            folded.update(_line({name: value for name, value in row.items() if name != moment}).encode())
            folded.update(b"\n")
    return folded.hexdigest()


def _present(row: Row) -> Row:
    return {name: value for name, value in row.items() if value is not None and value != []}


def _line(row: Row) -> str:
    return json.dumps(row, sort_keys=True, default=str, ensure_ascii=False)
