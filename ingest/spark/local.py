"""What a run on Spark does by the very rules of a run on one machine; the only file that reaches into those."""

from collections.abc import Sequence

from graph import cypher, writing
from graph.declare import EDGES, NODES
from graph.statement import RecordSaid
from graph.store import Store, Write
from graph.writing import OWNED, Touched, write_batch
from ingest.cleaners import Context
from ingest.counts import Counts
from ingest.mapper import Mapped
from ingest.run import BATCH, HELD, KNOWN, SUPERSEDE, TOO_MANY, SourceRun, check_columns
from ingest.run import _hashed as hashed

__all__ = ["BATCH", "HELD", "KNOWN", "SUPERSEDE", "TOO_MANY", "SourceRun", "Touched", "check_columns", "hashed", "write_batch"]

FROM = (
    "UNWIND $rows AS row MATCH (r:Record {uid: row.a}) MATCH (s:Source {uid: row.b}) "
    "WITH r, s WHERE NOT EXISTS { MATCH (r)-[:FROM]->(s) } CREATE (r)-[:FROM]->(s)"
)
"""A MERGE would hold the source, which every record of it meets, until the transaction ends."""
SHARED = frozenset(NODES) - {*OWNED, "Source", "Run", "Record", "Quarantine", "Person", "Family", "Judgement"}
"""Labels whose nodes many records speak of, written before any of them."""
KEYED = frozenset(key for key, edge in EDGES.items() if edge.keyed and {edge.start, edge.end} <= SHARED)
"""Edges that follow from a shared node's key, written with these."""
_BEFORE = frozenset(
    [make(label) for label in SHARED for make in (cypher.refer_to_nodes, cypher.upsert_nodes)]
    + [cypher.create_edges(key) for key in KEYED]
)
_FROM = cypher.create_edges(("FROM", "Record", "Source"))


def record_writes(source: str, new: Sequence[RecordSaid], changed: Sequence[RecordSaid]) -> list[Write]:
    """What makes records, what is theirs alone and every edge they say, where shared nodes are there already."""
    made = writing._writes(source, new, changed, Touched(set(), set()))
    return [(FROM if text == _FROM else text, rows) for text, rows in made if text not in _BEFORE]


def withdrawal(store: Store, uids: list[str], touched: Touched) -> list[Write]:
    """What takes back all that records said; whom that touches is told."""
    return writing._withdrawal(store, uids, touched) if uids else []


def touch(record: RecordSaid, touched: Touched) -> None:
    """Note what linkage and settling must look at once a record is written."""
    for node in record.nodes:
        if node.described:
            writing._touch(touched, node)


def context_of(run: SourceRun, areas: list[dict[str, str]]) -> Context:
    """What cleaners may know of a source."""
    return run._context(areas)


def unrepeated(run: SourceRun, mapped: list[Mapped], seen: dict[str, str | None], counts: Counts) -> list[Mapped]:
    """The rows to go on with, counted by their verdicts; rows of one key must come in file order."""
    return run._unrepeated(mapped, seen, counts)


def open_run(run: SourceRun, uid: str) -> None:
    """Say in the store that a run of a source has begun."""
    run._open(uid, run.supply.mapping)


def note_run(run: SourceRun, uid: str, counts: Counts) -> None:
    """Say in the store what a run did."""
    run._note(uid, counts)
