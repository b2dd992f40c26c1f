"""Rows that could not be taken in, kept as they were with the reason and the cure."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from graph import cypher
from graph.store import Row as StoreRow
from graph.store import Store, Write
from ingest.mapper import Mapped
from ingest.seen import Seen

KNOWN = "UNWIND $uids AS uid MATCH (q:Quarantine {uid: uid}) RETURN q.uid AS uid, q.content_hash AS content_hash ORDER BY uid"
HELD = "UNWIND [$source] AS source MATCH (q:Quarantine {source: source}) RETURN q.uid AS uid ORDER BY uid"
HOW_MANY = "UNWIND [$source] AS source MATCH (q:Quarantine {source: source}) RETURN count(q) AS held"
LISTED = (
    "MATCH (q:Quarantine) RETURN q.uid AS uid, q.source AS source, q.file AS file, q.row_key AS row_key, "
    "q.verdict AS verdict, q.problems AS problems, q.raw AS raw, q.restricted AS restricted ORDER BY file, row_key"
)


def held(store: Store, source: str) -> int:
    """How many rows of a source are in quarantine."""
    return int(store.read(HOW_MANY, source=source)[0]["held"])


def known(store: Store, uids: Sequence[str]) -> dict[str, str]:
    """Which of some rows are in quarantine, each with the hash of its values."""
    return {row["uid"]: row["content_hash"] for row in store.read(KNOWN, uids=list(uids))}


def writes(source: str, refused: Sequence[Mapped], known: Mapping[str, str]) -> list[Write]:
    """What puts refused rows into quarantine, and takes out those known there that came well this time."""
    rows = [_row(source, one) for one in refused]
    uids = {row["uid"] for row in rows}
    fresh = [row for row in rows if known.get(row["uid"]) != row["props"]["content_hash"]]
    cured = [{"uid": uid} for uid in known if uid not in uids]
    made: list[Write] = []
    if fresh:
        made.append((cypher.replace_nodes("Quarantine"), fresh))
    if cured:
        made.append((cypher.delete_nodes("Quarantine"), cured))
    return made


def forget(store: Store, source: str, seen: Seen) -> None:
    """Take out of quarantine the rows that a snapshot no longer has."""
    gone = [{"uid": uid} for uid in seen.lacking(row["uid"] for row in store.read(HELD, source=source))]
    if gone:
        store.write((cypher.delete_nodes("Quarantine"), gone))


def listed(store: Store) -> list[StoreRow]:
    """Every row in quarantine, with its problems as objects; a restricted row's values are left out."""
    found = []
    for row in store.read(LISTED):
        problems = [json.loads(problem) for problem in row["problems"] or []]
        raw = None if row["restricted"] else json.loads(row["raw"] or "null")
        found.append({**row, "problems": problems, "raw": raw})
    return found


def _row(source: str, one: Mapped) -> dict[str, Any]:
    uid = f"{source}#{one.row_key}"
    raw = json.dumps(dict(one.raw), sort_keys=True, default=str, ensure_ascii=False)
    props: dict[str, Any] = {
        "uid": uid,
        "source": source,
        "file": one.file,
        "row_key": one.row_key,
        "verdict": one.verdict.value,
        "problems": [problem.as_json(one.restricted) for problem in one.problems],
        "raw": raw,
        "content_hash": hashlib.sha256(raw.encode()).hexdigest()[:32],
    }
    if one.restricted:
        props["restricted"] = True
    return {"uid": uid, "props": props}
