"""Whom a person said that a mention in a note means: kept as a judgement, and respected whenever the note is read again."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from graph import cypher
from graph.errors import QuestionError
from graph.paging import paged
from graph.statement import uid_of
from graph.store import Row, Store

MEANS, NOBODY = "means", "means nobody known"
KEPT = (
    "MATCH (j:Judgement) WHERE j.verdict IN $verdicts AND j.undone IS NULL "
    "RETURN j.uid AS uid, j.mention_a AS mention, j.mention_b AS meant, j.decided_by AS decided_by, j.decided_on AS decided_on, "
    "j.reason AS reason ORDER BY mention"
)
OPEN = (
    "MATCH (r:Record)-[:SAYS]->(m:Mention) WHERE r.form = 'note' AND m.may_mean IS NOT NULL AND m.uid > $after "
    "RETURN m.uid AS uid ORDER BY uid LIMIT $limit"
)
LISTED = (
    "UNWIND $uids AS chosen MATCH (r:Record)-[:SAYS]->(m:Mention {uid: chosen}) "
    "RETURN m.uid AS uid, m.field AS field, m.may_mean AS may_mean, r.file_key AS note, r.recorded_on AS recorded_on, "
    "r.restricted AS restricted ORDER BY uid"
)
PERSONS = (
    "UNWIND $uids AS chosen MATCH (m:Mention {uid: chosen})-[:SAME_AS]->(p:Person) "
    "RETURN m.uid AS uid, p.full_name AS full_name, p.dob AS dob, p.restricted AS restricted ORDER BY uid"
)
MENTION = "MATCH (r:Record)-[:SAYS]->(m:Mention {uid: $uid}) RETURN r.form AS form, m.may_mean AS may_mean"
UNDO = "UNWIND $rows AS row MATCH (j:Judgement {uid: row.uid}) SET j.undone = true"
HINT = "`kith meant list` shows the mentions that wait for a person's word"


def decisions(store: Store) -> Mapping[str, str | None]:
    """Every decision that stands: by mention, the mention in a record that it means, or None for nobody known."""
    return {row["mention"]: row["meant"] for row in store.read(KEPT, verdicts=[MEANS, NOBODY])}


def waiting(store: Store, cleared: bool) -> Iterator[dict[str, Any]]:
    """Mentions of which it is not sure whom they mean, with those they may; decided ones are left out.

    Where anybody is restricted, only whoever is cleared sees names.
    """
    decided = decisions(store)
    for row in paged(store, OPEN, LISTED):
        if row["uid"] in decided:
            continue
        persons = {one["uid"]: one for one in store.read(PERSONS, uids=row["may_mean"])}
        hidden = not cleared and bool(row["restricted"] or any(one["restricted"] for one in persons.values()))
        yield _shown(row, persons, hidden)


def _shown(row: Row, persons: Mapping[str, Row], hidden: bool) -> dict[str, Any]:
    if hidden:
        return {"mention": None, "note": None, "recorded_on": row["recorded_on"], "restricted": True, "may_mean": []}
    may_mean = [
        {"uid": uid, "full_name": persons[uid]["full_name"], "dob": persons[uid]["dob"]}
        for uid in row["may_mean"]
        if uid in persons
    ]
    told = {"mention": row["uid"], "words": row["field"], "note": row["note"], "recorded_on": row["recorded_on"]}
    return {**told, "restricted": False, "may_mean": may_mean}


def decide(store: Store, mention: str, meant: str | None, by: str, reason: str, on: date) -> str:
    """Keep whom a mention in a note means, or that it means nobody known; returns the judgement's uid.

    It counts from the next run of the notes. Raises QuestionError where there is no such mention in a note,
    or where nobody in a record is named by `meant`.
    """
    found = store.read(MENTION, uid=mention)
    if not found or found[0]["form"] != "note":
        raise QuestionError(f"no note has a mention {mention}", HINT)
    if meant is not None:
        other = store.read(MENTION, uid=meant)
        if not other or other[0]["form"] == "note":
            raise QuestionError(
                f"no record has a mention {meant}", "Name one as RECORD/FIELD; `kith meant list` shows those likely"
            )
    uid = uid_of("Judgement", "meant", mention)
    props: dict[str, Any] = {"uid": uid, "verdict": MEANS if meant else NOBODY, "mention_a": mention, "mention_b": meant}
    props |= {"decided_by": by, "decided_on": on, "reason": reason}
    kept = {name: value for name, value in props.items() if value is not None}
    store.write((cypher.replace_nodes("Judgement"), [{"uid": uid, "props": kept}]))
    return uid


def take_back(store: Store, mention: str) -> None:
    """Undo what was decided of a mention. Raises QuestionError where nothing was."""
    if mention not in decisions(store):
        raise QuestionError(f"nothing was decided of {mention}", HINT)
    store.write((UNDO, [{"uid": uid_of("Judgement", "meant", mention)}]))
