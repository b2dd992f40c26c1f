"""Letting go what is past its retention period: records, rows in quarantine, corrections, and the words of notes."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graph import cypher, saved_questions
from graph.retraction import BATCH, Withdrawn, delete_all, think_over, withdraw
from graph.store import Row, Store
from ingest import quarantine
from ingest.forgetting import CLOSE, OPEN, begin
from ingest.period import Period
from ingest.place import Supply

DECLARE = (
    "UNWIND $rows AS row MERGE (s:Source {uid: row.uid}) "
    "SET s.retention = row.retention, s.keep_text = row.keep_text, s.extracted_on = row.extracted_on"
)
DECLARED = (
    "UNWIND $uids AS uid MATCH (s:Source {uid: uid}) "
    "RETURN s.uid AS uid, s.retention AS retention, s.keep_text AS keep_text, s.extracted_on AS extracted_on ORDER BY uid"
)
POLICIES = (
    "MATCH (s:Source) WHERE s.retention IS NOT NULL OR s.keep_text IS NOT NULL "
    "RETURN s.uid AS uid, s.retention AS retention, s.keep_text AS keep_text, s.extracted_on AS extracted_on ORDER BY uid"
)
ALL = 1_000_000_000
_OF = "n.source = $source AND (n.recorded_on <= $cutoff OR (n.recorded_on IS NULL AND "
DUE = {
    "records": f"MATCH (n:Record) WHERE {_OF}$undated)) ",
    "quarantined": f"MATCH (n:Quarantine) WHERE {_OF}n.quarantined_on <= $cutoff)) ",
    "corrections": f"MATCH (n:Correction) WHERE {_OF}n.decided_on <= $cutoff)) ",
}
"""What is due; where neither the row nor its file has a date, the day it came here counts."""
FINISH = "UNWIND $rows AS row MATCH (r:Run {uid: row.uid}) SET r.counts = row.counts"
BESIDE = (("Quarantine", "quarantined"), ("Correction", "corrections"))
HOW_MANY = {name: f"{text}RETURN count(n) AS many" for name, text in DUE.items()}
FIRST = {name: f"{text}RETURN n.uid AS uid ORDER BY uid LIMIT $limit" for name, text in DUE.items()}


@dataclass(frozen=True)
class Retained:
    """What went of one source because its time was over."""

    source: str
    records: int = 0
    quarantined: int = 0
    corrections: int = 0
    texts: int = 0
    """Records whose words went; what they say stays."""

    def went(self) -> bool:
        """Whether anything did."""
        return bool(self.records or self.quarantined or self.corrections or self.texts)


def declare(store: Store, supplies: Sequence[Supply]) -> None:
    """Keep each source's policy in the store, and the day that its notes can mean, for when the source itself is not read."""
    rows = {
        supply.mapping.source: {
            "uid": supply.mapping.source,
            "retention": supply.mapping.retention,
            "keep_text": supply.mapping.keep_text,
            "extracted_on": supply.extracted_on if supply.dated else None,
        }
        for supply in supplies
    }
    known = {row["uid"]: row for row in store.read(DECLARED, uids=list(rows))}
    notes = {supply.mapping.source for supply in supplies if supply.dated and supply.mapping.reads.format == "note"}
    policies = [row for uid, row in rows.items() if uid in notes or _has_policy(row) or _has_policy(known.get(uid, {}))]
    changed = [row for row in policies if known.get(str(row["uid"])) != row]
    if changed:
        store.write((DECLARE, changed))


def retain(store: Store, today: date, alone: bool = True) -> list[Retained]:
    """Let go what is due on a day, of every source with a policy; returns what went, source by source.

    Cut off at any moment, it goes on from there when it is called again. `alone` is False within a run
    that heals and closes, at its end, whatever was cut off.
    """
    cut_off = bool(store.read(OPEN))
    told, gone = [], Withdrawn()
    for row in store.read(POLICIES):
        one, part = _of_source(store, row, today)
        gone.touched.add(part.touched)
        gone.records += part.records
        if one.went():
            told.append(one)
    if gone.records or (cut_off and alone):
        think_over(store, gone.touched, cut_off)
        saved_questions.let_go(store)
    if alone:
        store.write((CLOSE, [{}]))
    return told


def due(store: Store, today: date) -> list[Retained]:
    """What `retain` would let go on a day; nothing is changed."""
    told = []
    for row in store.read(POLICIES):
        counts: dict[str, int] = {}
        if row["retention"]:
            limits = _limits(row, row["retention"], today)
            counts = {name: store.read(text, **limits)[0]["many"] for name, text in HOW_MANY.items()}
        if row["keep_text"]:
            limits = _limits(row, row["keep_text"], today)
            counts["texts"] = len({uid for text in cypher.worded() for uid in _uids(store, text, ALL, limits)})
        one = Retained(row["uid"], **counts)
        if one.went():
            told.append(one)
    return told


def _has_policy(row: Row) -> bool:
    return bool(row.get("retention") or row.get("keep_text"))


def _of_source(store: Store, policy: Row, today: date) -> tuple[Retained, Withdrawn]:
    source, gone, beside, texts = policy["uid"], Withdrawn(), {label: 0 for label, _ in BESIDE}, 0
    if policy["retention"]:
        limits = _limits(policy, policy["retention"], today)
        if store.read(HOW_MANY["records"], **limits)[0]["many"]:
            run = begin(store, source)
            gone = withdraw(store, source, FIRST["records"], limits)
            store.write((FINISH, [{"uid": run, "counts": json.dumps({"task": "retention", "withdrawn": gone.records})}]))
        beside = {label: delete_all(store, label, FIRST[name], limits) for label, name in BESIDE}
    if policy["keep_text"]:
        limits = _limits(policy, policy["keep_text"], today)
        texts = _unword(store, limits) + quarantine.unword(store, source, limits)
    return Retained(source, gone.records, beside["Quarantine"], beside["Correction"], texts), gone


def _unword(store: Store, limits: dict[str, object]) -> int:
    """Take the words of due records out, a batch of records in a transaction."""
    texts = 0
    for finds in cypher.worded():
        while rows := [{"uid": uid} for uid in _uids(store, finds, BATCH, limits)]:
            store.write(*((text, rows) for text in cypher.unword()))
            texts += len(rows)
    return texts


def _limits(policy: Row, written: str, today: date) -> dict[str, object]:
    """What is due by a policy's period: of the source, dated up to a day; undated where its newest file is that old."""
    cutoff = Period.read(written).latest_over(today)
    drawn = policy["extracted_on"]
    return {"source": policy["uid"], "cutoff": cutoff, "undated": drawn is not None and drawn <= cutoff}


def _uids(store: Store, text: str, limit: int, limits: dict[str, object]) -> list[str]:
    return [row["uid"] for row in store.read(text, limit=limit, **limits)]
