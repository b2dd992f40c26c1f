"""What people said of two services, workers or bodies that may be one: kept one after another, like judgements on mentions."""

from collections.abc import Mapping
from datetime import date

from graph import cypher, lease, linkage
from graph.errors import QuestionError
from graph.statement import uid_of
from graph.store import Store

VERDICTS = {
    "Service": ("same", "overlaps", "different"),
    "Practitioner": ("same", "different", "unsure"),
    "Organisation": ("same", "different", "unsure"),
}
JUDGED = (
    "MATCH (j:Judgement) WHERE j.undone IS NULL AND j.node_a IS NOT NULL "
    "RETURN j.node_a AS a, j.node_b AS b, j.verdict AS verdict, j.number AS number ORDER BY a, b, number"
)
OF_PAIR = "UNWIND [$a] AS a MATCH (j:Judgement) WHERE j.node_a = a AND j.node_b = $b RETURN count(j) AS judgements"
Judged = Mapping[frozenset[str], str]


def judged(store: Store) -> Judged:
    """The last verdict on each pair that was not taken back."""
    return {frozenset((row["a"], row["b"])): str(row["verdict"]) for row in store.read(JUDGED)}


def judge_nodes(store: Store, one: str, other: str, verdict: str, by: str, reason: str, on: date) -> str:
    """Keep what somebody says of two nodes of one kind; returns the judgement's uid.

    Raises QuestionError for an unknown verdict or node, one node twice, and two of different kinds.
    """
    first, second = sorted((one, other))
    label = _label_of(store, first, second)
    if verdict not in VERDICTS[label]:
        raise QuestionError(f"{verdict!r} is no verdict on a {label.lower()}", f"Say one of: {', '.join(VERDICTS[label])}")
    with lease.writing(store):
        number = store.read(OF_PAIR, a=first, b=second)[0]["judgements"] + 1
        uid = uid_of("Judgement", first, second, str(number))
        props = {"uid": uid, "verdict": verdict, "node_a": first, "node_b": second, "number": number}
        props |= {"decided_by": by, "decided_on": on, "reason": reason}
        store.write((cypher.upsert_nodes("Judgement"), [{"uid": uid, "props": props}]))
        if label == "Service":
            linkage.compare_services(store)
    return uid


def _label_of(store: Store, first: str, second: str) -> str:
    """The kind of two nodes."""
    if first == second:
        raise QuestionError(f"{first} is one node", "Name two")
    found: dict[str, str] = {}
    for label in VERDICTS:
        found |= {row["uid"]: label for row in store.read(cypher.chosen_nodes(label, ["uid"]), uids=[first, second])}
    if missing := [uid for uid in (first, second) if uid not in found]:
        raise QuestionError(
            f"there is no service, practitioner or organisation {missing[0]}",
            "Name the uids that `kith link services`, `practitioners` or `organisations` shows",
        )
    if found[first] != found[second]:
        raise QuestionError(
            f"{first} is a {found[first].lower()}, {second} a {found[second].lower()}",
            "Name two of one kind: a worker and a body, or a worker and a resident, are never one by a name",
        )
    return found[first]
