"""Writing what records say: each batch in one transaction, so that a record is there whole or not at all."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from graph import cypher, linkage
from graph.batch import OWN, node_row, prepare
from graph.declare import EDGES, NODES
from graph.statement import RecordSaid
from graph.store import Store, Write
from graph.writers import Writers

OWNED = (*OWN, "Service", "Asset")
"""Labels that go with the last record that describes them."""
SHARED = ("Organisation", "Location", "Area", "Team", "Practitioner", "Board")
"""Labels that several records may describe, and others refer to."""
LOOSE = tuple(
    key for key, edge in EDGES.items() if not edge.keyed and key[1] == key[2] and key[1] in ("Practitioner", "Organisation")
)
"""Edges between nodes that a record may refer to without describing either."""
REFERRED_TO = ("Practitioner", "Team", "Capability", "Address", "Location", "Need", "Organisation", "Area", "Board")
"""Labels that go when nothing refers to them any more; employees before employers."""


@dataclass
class Touched:
    """What a batch changed that later steps must look at again."""

    mentions: set[str] = field(default_factory=set)
    shared: set[tuple[str, str]] = field(default_factory=set)

    def add(self, other: "Touched") -> None:
        """Put what another batch changed to it."""
        self.mentions |= other.mentions
        self.shared |= other.shared


def write_batch(
    writers: Writers,
    source: str,
    new: Sequence[RecordSaid],
    changed: Sequence[RecordSaid] = (),
    withdrawn: Sequence[str] = (),
    beside: Sequence[Write] = (),
) -> Touched:
    """Write new records, put changed ones in the place of what they said before, take back withdrawn ones.

    New records alone may still be under way when this returns; all else waits for what is, and is done.
    """
    touched = Touched()
    gone = [*(record.uid for record in changed), *withdrawn]
    if gone:
        writers.drain()
        writers.written.clear()
    taken_back = withdrawal(writers.store, gone, touched) if gone else []
    if withdrawn:
        taken_back.append((cypher.delete_nodes("Record"), [{"uid": uid} for uid in withdrawn]))
    batch = prepare(source, new, changed, writers.written)
    touch(touched, (*new, *changed))
    if batch.shared:
        writers.store.write(*batch.shared)
    if writes := [*taken_back, *batch.own, *beside]:
        writers.put(writes)
    if gone:
        writers.drain()
    return touched


def touch(touched: Touched, records: Iterable[RecordSaid]) -> None:
    """Note what linkage and settling must look at once records are written."""
    for node in (node for record in records for node in record.nodes):
        if node.label == "Service":
            # Also one that is only referred to: a need or an area may have been said of it.
            touched.shared.add((node.label, node.uid))
        elif node.described and node.label == "Mention":
            touched.mentions.add(node.uid)
        elif node.described and "said" in EDGES["SAYS", "Record", node.label].properties:
            touched.shared.add((node.label, node.uid))


SIBLINGS = (
    "UNWIND $records AS record MATCH (r:Record {uid: record})-[:SAYS]->(m:Mention)-[:SAME_AS]->(p:Person) "
    "WITH DISTINCT p MATCH (p)<-[:SAME_AS]-(o:Mention) RETURN p.uid AS person, o.uid AS mention ORDER BY person, mention"
)
LIKE = (
    "UNWIND $records AS record MATCH (r:Record {uid: record})-[:SAYS]->(m:Mention)-[:MAY_BE]-(n:Mention)-[:SAME_AS]->(p:Person) "
    "WITH DISTINCT p MATCH (p)<-[:SAME_AS]-(o:Mention) RETURN p.uid AS person, o.uid AS mention ORDER BY person, mention"
)
"""Those who may be the same are thought over as well: a number that two bore may now be one's alone."""
UNGATHER = "UNWIND $rows AS row MATCH (p:Person {uid: row.uid})-[:MEMBER_OF]->(f:Family) WITH DISTINCT f DETACH DELETE f"
"""Those who were of one family with a person that goes are gathered anew; their kin may have been said by what goes."""


def withdrawal(store: Store, records: list[str], touched: Touched) -> list[Write]:
    """What takes back all that records said; the persons they spoke of are to be thought over anew."""
    rows = [{"uid": uid} for uid in records]
    siblings = [row for text in (SIBLINGS, LIKE) for row in store.read(text, records=records)]
    siblings += linkage.released(store, records)
    touched.mentions |= {row["mention"] for row in siblings}
    persons = [{"uid": uid} for uid in sorted({row["person"] for row in siblings})]
    writes: list[Write] = [(UNGATHER, persons), (cypher.delete_nodes("Person"), persons)] if persons else []
    for label in (*OWNED, *SHARED):
        said = [{"uid": row["uid"]} for row in store.read(cypher.said_by(label), records=records)]
        if not said:
            continue
        touched.shared |= {(label, row["uid"]) for row in said if label not in OWNED or label in ("Service", "Asset")}
        writes += [(cypher.delete_said(label), rows), (cypher.delete_says(label), rows)]
        if label in OWNED:
            writes.append((cypher.delete_unsaid(label), said))
    return writes + [write for key in LOOSE if (write := _loosened(store, key, records)) is not None]


def _loosened(store: Store, key: tuple[str, str, str], records: list[str]) -> Write | None:
    """What takes back edges that records say between nodes which none of them describes."""
    found = store.read(cypher.edges_said(key), records=records)
    return (cypher.delete_edges_said(key), [dict(row) for row in found]) if found else None


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
        rows = [node_row(uid, said[uid]) for uid in uids if many[uid] > 1 and said[uid]]
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
    return date.fromisoformat(value) if NODES[label].properties.get(name) is date and isinstance(value, str) else value
