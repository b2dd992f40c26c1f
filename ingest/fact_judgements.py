"""What people said of facts out of notes: kept as judgements, and respected whenever the note is read again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph import cypher
from graph.errors import QuestionError
from graph.statement import uid_of
from graph.store import Store
from nlp.assertions import POLARITIES
from nlp.codelist import signals

VERDICTS = ("accepted", "rejected", "amended")
KEPT = (
    "MATCH (j:Judgement) WHERE j.verdict IN $verdicts AND j.undone IS NULL "
    "RETURN j.mention_a AS fact, j.verdict AS verdict, j.mention_b AS amended ORDER BY fact, verdict"
)
FACT = "MATCH (s:Signal {uid: $uid}) RETURN s.code AS code, s.polarity AS polarity"
MARKED = (
    "MATCH (r:Record)-[:SAYS]->(n:Note) MATCH (r)-[:SAYS]->(s:Signal) WHERE r.form = 'note' AND s.span_from IS NOT NULL "
    "RETURN n.uid AS note, n.text AS text, s.uid AS signal, s.code AS code, s.polarity AS polarity, s.span_from AS first, "
    "s.span_to AS last ORDER BY note, first, signal"
)
FLAG = {word: flag for flag, word in POLARITIES.items()}


@dataclass(frozen=True)
class Correction:
    """A person's word on one fact; `amended` is the code it should have, if any."""

    verdict: str
    amended: str | None = None


def corrections(store: Store) -> Mapping[str, Correction]:
    """Every correction that stands, by the uid of its fact."""
    rows = store.read(KEPT, verdicts=list(VERDICTS))
    return {row["fact"]: Correction(row["verdict"], row["amended"]) for row in rows}


def correct(store: Store, fact: str, correction: Correction, by: str, reason: str, on: date) -> str:
    """Keep a correction and let the graph show it at once; returns the judgement's uid.

    Raises QuestionError where there is no such fact, verdict or code.
    """
    found = store.read(FACT, uid=fact)
    if not found:
        raise QuestionError(f"there is no fact {fact}", "Name the uid of a signal that an answer shows")
    if correction.verdict not in VERDICTS:
        raise QuestionError(f"there is no verdict {correction.verdict}", f"Say one of {', '.join(VERDICTS)}")
    if correction.verdict == "amended" and correction.amended not in signals():
        raise QuestionError(f"there is no code {correction.amended}", f"Say one of {', '.join(signals())}")
    uid, before = uid_of("Judgement", "fact", fact), corrections(store).get(fact)
    was = before.amended if before is not None and before.verdict == "rejected" else found[0]["polarity"]
    props: dict[str, Any] = {"uid": uid, "verdict": correction.verdict, "mention_a": fact, "mention_b": correction.amended}
    if correction.verdict == "rejected":
        # How it was meant, so that a second word can bring it back.
        props["mention_b"] = was
    props |= {"decided_by": by, "decided_on": on, "reason": reason}
    kept = {name: value for name, value in props.items() if value is not None}
    changed = corrected({"code": found[0]["code"], "polarity": was}, correction)
    store.write(
        (cypher.replace_nodes("Judgement"), [{"uid": uid, "props": kept}]),
        (cypher.upsert_nodes("Signal"), [{"uid": fact, "props": changed}]),
    )
    return uid


def corrected(props: dict[str, Any], correction: Correction | None) -> dict[str, Any]:
    """A fact's properties as a person's word has them: a rejected one stays, marked so, and counts for nothing."""
    if correction is None or correction.verdict == "accepted":
        return props
    if correction.verdict == "rejected":
        return {**props, "polarity": "rejected"}
    return {**props, "code": correction.amended}


def training_notes(store: Store) -> list[dict[str, Any]]:
    """Notes with their needs as they now stand, rejected ones left out, in the format of the marked notes."""
    notes: dict[str, dict[str, Any]] = {}
    for row in store.read(MARKED):
        note = notes.setdefault(row["note"], {"id": row["note"], "text": row["text"], "entities": [], "relations": []})
        if row["polarity"] == "rejected":
            continue
        flag = FLAG.get(row["polarity"])
        entity = {"id": f"n{len(note['entities']) + 1}", "label": "NEED", "start": row["first"], "end": row["last"]}
        entity |= {"text": row["text"][row["first"] : row["last"]], "code": row["code"], "experiencer": "subject"}
        note["entities"].append(entity | ({flag: True} if flag else {}))
    return list(notes.values())
