"""Forgetting a source: all that it said, its quarantine, its corrections and its runs; what others say stays."""

import time
import uuid
from dataclasses import dataclass

from graph import cypher, saved_questions
from graph.errors import QuestionError
from graph.retraction import delete_all, think_over, withdraw
from graph.store import Store
from ingest.progress import Progress, Unwatched
from ingest.rereading import cut, reread

KNOWN = "MATCH (s:Source {uid: $source}) RETURN s.uid AS uid, s.agency AS agency"
ALL = "MATCH (s:Source) RETURN s.uid AS uid ORDER BY uid"
RECORDS = "MATCH (r:Record {source: $source}) RETURN r.uid AS uid ORDER BY uid LIMIT $limit"
OF_SOURCE = {
    label: f"MATCH (n:{label}) WHERE n.source = $source RETURN n.uid AS uid ORDER BY uid LIMIT $limit"
    for label in ("Quarantine", "Correction", "OfferStep", "Run")
}
COUNTS = {
    label: f"MATCH (n:{label}) WHERE n.source = $source RETURN count(n) AS many"
    for label in ("Record", "Quarantine", "Correction", "Run")
}
PERSONS = (
    "MATCH (r:Record {source: $source})-[:SAYS]->(m:Mention)-[:SAME_AS]->(p:Person) WITH DISTINCT p "
    "WHERE NOT EXISTS { MATCH (p)<-[:SAME_AS]-(m:Mention)<-[:SAYS]-(r:Record) WHERE r.source <> $source } "
    "RETURN count(p) AS many"
)
OPEN = "MATCH (r:Run) WHERE r.state = 'open' RETURN r.uid AS uid LIMIT 1"
CLOSE = "UNWIND $rows AS row MATCH (r:Run) WHERE r.state = 'open' SET r.state = 'done'"


@dataclass(frozen=True)
class Holdings:
    """What there is of a source, and so what goes with it."""

    source: str
    records: int
    quarantined: int
    corrections: int
    runs: int
    persons: int
    """People whom no other source speaks of."""


def holdings(store: Store, source: str) -> Holdings:
    """What forgetting a source takes away.

    Raises QuestionError where there is no such source.
    """
    if not store.read(KNOWN, source=source):
        there = ", ".join(row["uid"] for row in store.read(ALL)) or "none"
        raise QuestionError(f"there is no source {source!r}", f"The sources are: {there}")
    many = {label: store.read(text, source=source)[0]["many"] for label, text in COUNTS.items()}
    persons = store.read(PERSONS, source=source)[0]["many"]
    return Holdings(source, many["Record"], many["Quarantine"], many["Correction"], many["Run"], persons)


def forget(store: Store, source: str, progress: Progress | None = None) -> Holdings:
    """Take a source out of the store, so that it is as if it had never been there; returns what went.

    In batches, each a transaction. Cut off at any moment, it goes on from there when it is called again.
    Raises QuestionError where there is no such source, StoreError where the store fails.
    """
    progress = progress or Unwatched()
    goes = holdings(store, source)
    cut_off = bool(store.read(OPEN))
    begin(store, source)
    progress.began(f"forgetting {source}", goes.records)
    gone = withdraw(store, source, RECORDS, {"source": source}, progress.advanced)
    progress.finished()
    for label in ("Quarantine", "Correction", "OfferStep"):
        delete_all(store, label, OF_SOURCE[label], {"source": source})
    gone.touched.mentions |= cut(store, source)
    progress.began("who is who", None)
    think_over(store, gone.touched, cut_off)
    progress.finished()
    reread_notes = reread(store, progress)
    if reread_notes.mentions or reread_notes.shared:
        think_over(store, reread_notes, cut_off=False)
    saved_questions.let_go(store)
    store.write((CLOSE, [{}]))
    delete_all(store, "Run", OF_SOURCE["Run"], {"source": source})
    store.write((cypher.delete_nodes("Source"), [{"uid": source}]))
    return goes


def begin(store: Store, source: str) -> str:
    """Open a run, so that whoever comes after a cut sees that something was left undone; returns its uid."""
    run = f"run-{uuid.uuid4()}"
    started = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    props = {"uid": run, "source": source, "started": started, "state": "open"}
    store.write((cypher.upsert_nodes("Run"), [{"uid": run, "props": props}]))
    return run
