"""Rows that could not be taken in, kept as they were with the reason and the cure."""

import hashlib
import json
from collections.abc import Collection, Sequence
from typing import Any

from graph import cypher
from graph.store import Row as StoreRow
from graph.store import Store, Write
from ingest.mapper import Mapped

KNOWN = "UNWIND $uids AS uid MATCH (q:Quarantine {uid: uid}) RETURN q.uid AS uid, q.content_hash AS content_hash ORDER BY uid"
HELD = "UNWIND [$source] AS source MATCH (q:Quarantine {source: source}) RETURN q.uid AS uid ORDER BY uid"
LISTED = (
    "MATCH (q:Quarantine) RETURN q.uid AS uid, q.source AS source, q.file AS file, q.row_key AS row_key, "
    "q.verdict AS verdict, q.problems AS problems, q.raw AS raw, q.restricted AS restricted ORDER BY file, row_key"
)


def writes(store: Store, source: str, refused: Sequence[Mapped], good: Sequence[str]) -> list[Write]:
    """What puts refused rows into quarantine, and takes out those that came well this time."""
    rows = [_row(source, one) for one in refused]
    uids = [row["uid"] for row in rows]
    known = {row["uid"]: row["content_hash"] for row in store.read(KNOWN, uids=[*uids, *good])}
    fresh = [row for row in rows if known.get(row["uid"]) != row["props"]["content_hash"]]
    cured = [{"uid": uid} for uid in known if uid not in uids]
    made: list[Write] = []
    if fresh:
        made.append((cypher.replace_nodes("Quarantine"), fresh))
    if cured:
        made.append((cypher.delete_nodes("Quarantine"), cured))
    return made


def forget(store: Store, source: str, seen: Collection[str]) -> None:
    """Take out of quarantine the rows that a snapshot no longer has."""
    held = [row["uid"] for row in store.read(HELD, source=source)]
    gone = [{"uid": uid} for uid in held if uid not in seen]
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
