"""What huddles agree on: recorded with who, when and for whom, and followed up until it is done."""

from datetime import date
from typing import Any

from graph import cypher
from graph.errors import QuestionError
from graph.statement import uid_of
from graph.store import Store

KINDS = ("action", "decision")
MENTION_OF = {
    "Person": "MATCH (p:Person {uid: $uid})<-[:SAME_AS]-(m:Mention) RETURN m.uid AS uid, m.meant AS meant ORDER BY uid",
    "Family": "MATCH (f:Family {uid: $uid})<-[:MEMBER_OF]-(p:Person)<-[:SAME_AS]-(m:Mention) "
    "RETURN m.uid AS uid, m.meant AS meant ORDER BY uid",
}
KEPT = "MATCH (a:Action {uid: $uid}) RETURN a.uid AS uid, a.done_on AS done_on"


def record_action(
    store: Store,
    about: tuple[str, str],
    words: str,
    by: str,
    on: date,
    *,
    kind: str = "action",
    owner: str | None = None,
    due_on: date | None = None,
) -> str:
    """Keep what was agreed about a person or family, given as its label and uid; returns the action's uid.

    Said twice, it is kept once. Raises QuestionError where nobody is there, nothing is said, or it is due before it was agreed.
    """
    if not words.strip():
        raise QuestionError("nothing is said of what was agreed", "Say it in a few words")
    if kind not in KINDS:
        raise QuestionError(f"there is no kind {kind!r}", f"Name one of {', '.join(KINDS)}")
    if due_on is not None and due_on < on:
        raise QuestionError(f"it is due on {due_on}, before it was agreed on {on}", "Give a later day")
    mention = mention_of(store, *about)
    uid = uid_of("Action", mention, words.strip(), on.isoformat())
    told: dict[str, Any] = {"kind": kind, "words": words.strip(), "mention": mention, "owner": owner, "due_on": due_on}
    told |= {"decided_on": on, "decided_by": by}
    kept = {name: value for name, value in told.items() if value is not None}
    store.write((cypher.upsert_nodes("Action"), [{"uid": uid, "props": kept}]))
    return uid


def finish_action(store: Store, uid: str, by: str, on: date, came_of: str) -> None:
    """Say that an action is done, and what came of it.

    Raises QuestionError where there is no such action, or it was done already.
    """
    found = store.read(KEPT, uid=uid)
    if not found:
        raise QuestionError(
            f"there is no action {uid}", "Name the uid that `kith huddle agree` printed, or that the huddle shows"
        )
    if found[0]["done_on"] is not None:
        raise QuestionError(f"{uid} was done on {found[0]['done_on']}", "Agree on another where there is more to do")
    store.write((cypher.upsert_nodes("Action"), [{"uid": uid, "props": {"done_on": on, "done_by": by, "came_of": came_of}}]))


def mention_of(store: Store, label: str, uid: str) -> str:
    """The mention that stands for a person or family: the first of a record, else of a note.

    Raises QuestionError where there is nobody of that uid.
    """
    found = store.read(MENTION_OF[label], uid=uid)
    if not found:
        raise QuestionError(f"there is no {label.lower()} {uid}", "Name one by words, by record or by uid")
    return str(min(found, key=lambda row: (row["meant"] is not None, row["uid"]))["uid"])
