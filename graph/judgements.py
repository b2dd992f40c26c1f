"""What people decided about who is who: kept, respected by linkage, and never destroyed."""

from datetime import date

from graph import cypher, families, linkage
from graph.errors import QuestionError
from graph.guarding import guard_all
from graph.statement import uid_of
from graph.store import Store

ENDS = "MATCH (j:Judgement {uid: $uid}) RETURN j.mention_a AS a, j.mention_b AS b"


def judge_apart(store: Store, mention_a: str, mention_b: str, by: str, reason: str, on: date) -> str:
    """Keep that two mentions are two people, and part them if they were one; returns the judgement's uid."""
    first, second = sorted((mention_a, mention_b))
    if first == second:
        raise QuestionError(f"{first} is one mention", "Name two: nobody is apart from themselves")
    uid = uid_of("Judgement", first, second)
    props = {
        "uid": uid,
        "verdict": "different",
        "mention_a": first,
        "mention_b": second,
        "decided_by": by,
        "decided_on": on,
        "reason": reason,
    }
    store.write((cypher.replace_nodes("Judgement"), [{"uid": uid, "props": props}]))
    _think_over(store, first, second)
    return uid


def take_back(store: Store, uid: str) -> None:
    """Mark a judgement undone; the people it parted are thought over anew.

    Raises QuestionError where there is no such judgement.
    """
    found = store.read(ENDS, uid=uid)
    if not found:
        raise QuestionError(f"there is no judgement {uid}", "Name the uid that `kith apart` printed")
    store.write((cypher.upsert_nodes("Judgement"), [{"uid": uid, "props": {"undone": True}}]))
    _think_over(store, found[0]["a"], found[0]["b"])


def _think_over(store: Store, first: str, second: str) -> None:
    changed = linkage.link(store, {first, second})
    families.gather(store, changed)
    guard_all(store)
