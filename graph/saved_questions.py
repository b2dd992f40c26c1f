"""Questions that callers keep under a name: kept by what they name, and each for its caller alone."""

from dataclasses import dataclass
from datetime import date

from graph import cypher
from graph.actions import mention_of
from graph.declare import NODES
from graph.errors import QuestionError
from graph.statement import uid_of
from graph.store import Store

OF_PEOPLE = {
    "Person": "MATCH (m:Mention {uid: $uid})-[:SAME_AS]->(p:Person) RETURN p.uid AS uid",
    "Family": "MATCH (m:Mention {uid: $uid})-[:SAME_AS]->(p:Person)-[:MEMBER_OF]->(f:Family) RETURN f.uid AS uid",
}
"""Whom a mention stands for now; it stays when people are thought over anew, and their uids do not."""
OF_CALLER = (
    "MATCH (s:SavedQuestion) WHERE s.saved_by = $by RETURN s.uid AS uid, s.saved_as AS saved_as, s.question AS question, "
    "s.parameters AS parameters, s.saved_on AS saved_on ORDER BY saved_as"
)
NAMING = "MATCH (s:SavedQuestion) WHERE s.mentions IS NOT NULL RETURN s.uid AS uid, s.mentions AS mentions ORDER BY uid"
THERE = "UNWIND $uids AS uid MATCH (m:Mention {uid: uid}) RETURN m.uid AS uid ORDER BY uid"


@dataclass(frozen=True)
class Kept:
    """A question as it is kept."""

    uid: str
    saved_as: str
    question: str
    parameters: str
    """A JSON object: people and families by a mention, all else by uid or as it was written."""
    saved_on: date


def keep(store: Store, by: str, saved_as: str, question: str, parameters: str, mentions: list[str], on: date) -> None:
    """Keep a question; the same one kept again changes nothing.

    Raises QuestionError where the caller has another under that name.
    """
    found = kept(store, by).get(saved_as)
    if found is not None and (found.question, found.parameters) == (question, parameters):
        return
    if found is not None:
        raise QuestionError(f"there is another question saved as {saved_as!r}", "Choose another name, or delete that one first")
    said = {"saved_by": by, "saved_as": saved_as, "question": question, "parameters": parameters, "saved_on": on}
    props = said | ({"mentions": mentions} if mentions else {})
    store.write((cypher.upsert_nodes("SavedQuestion"), [{"uid": uid_of("SavedQuestion", by, saved_as), "props": props}]))


def kept(store: Store, by: str) -> dict[str, Kept]:
    """A caller's questions by name, in order."""
    return {row["saved_as"]: Kept(**row) for row in store.read(OF_CALLER, by=by)}


def delete(store: Store, uid: str) -> None:
    """Delete a kept question."""
    store.write((cypher.delete_nodes("SavedQuestion"), [{"uid": uid}]))


def anchor_of(store: Store, label: str, uid: str) -> str:
    """What to keep of a node that a parameter names: of people and families the mention that stands for them, else the uid."""
    return mention_of(store, label, uid) if label in OF_PEOPLE else uid


def current(store: Store, label: str, anchor: str) -> str | None:
    """The uid of the node that was kept, as it is now; None where it is not there any more."""
    text = OF_PEOPLE.get(label) or f"MATCH (n:{NODES[label].label} {{uid: $uid}}) RETURN n.uid AS uid"
    found = store.read(text, uid=anchor)
    return str(found[0]["uid"]) if found else None


def let_go(store: Store) -> None:
    """Delete kept questions about people who are forgotten: theirs are the name it was kept under and the record it names."""
    naming = store.read(NAMING)
    there = {row["uid"] for row in store.read(THERE, uids=sorted({uid for row in naming for uid in row["mentions"]}))}
    gone = [{"uid": row["uid"]} for row in naming if not there.issuperset(row["mentions"])]
    if gone:
        store.write((cypher.delete_nodes("SavedQuestion"), gone))
