"""Persons out of groups of mentions: keyed, shown and written, with the rule that joins each mention."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from graph.paging import CHUNK, in_parts, read_of
from graph.statement import uid_of
from graph.store import Row, Store, Write
from linkage.candidates import Mention, Pair
from linkage.survivorship import shown

ANY_PERSON = "MATCH (p:Person) RETURN p.uid AS uid LIMIT 1"
LINKED = (
    "UNWIND $uids AS uid MATCH (m:Mention {uid: uid})-[s:SAME_AS]->(p:Person) "
    "RETURN m.uid AS mention, p.uid AS person, s.rule AS rule, s.sure AS sure ORDER BY mention, person"
)
DELETE_PERSONS = "UNWIND $rows AS row MATCH (p:Person {uid: row.uid}) DETACH DELETE p"
PERSONS = "UNWIND $rows AS row MERGE (p:Person {uid: row.uid}) SET p = row.props"
SAME_AS = (
    "UNWIND $rows AS row MATCH (m:Mention {uid: row.a}) MATCH (p:Person {uid: row.b}) "
    "MERGE (m)-[s:SAME_AS]->(p) SET s += row.props"
)
SHOWN = (
    "UNWIND $uids AS uid MATCH (p:Person {uid: uid}) RETURN p.uid AS uid, p.full_name AS full_name, "
    "p.known_as AS known_as, p.dob AS dob, p.restricted AS restricted ORDER BY uid"
)
NUMBERS = {"nhs": "nhs", "upn": "upn", "local": "number"}
BY_BIRTH = "forename and birth"
IN_A_NOTE = 0.8
"""How sure it is that a name in a note stands for the mention it was taken for."""


class Reasons:
    """Why each mention is in its group."""

    def __init__(self, edges: Mapping[Pair, Row], judged: set[Pair], alike: Mapping[str, str]) -> None:
        self._edges = edges
        self._judged = judged
        self._alike = {*alike, *alike.values()}

    def of(self, uid: str, group: list[str], mentions: Mapping[str, Mention]) -> dict[str, Any]:
        """The rule that joins a mention to its group, and how sure it is."""
        if len(group) == 1:
            return {"rule": "single", "sure": 1.0}
        pairs = [(min(uid, other), max(uid, other)) for other in group if other != uid]
        if any(pair in self._judged for pair in pairs):
            return {"rule": "judged", "sure": 1.0}
        if mentions[uid].props.get("meant"):
            return {"rule": "named in a note", "sure": IN_A_NOTE}
        if uid in self._alike:
            told = mentions[uid].props
            return {"rule": next((rule for name, rule in NUMBERS.items() if told.get(name)), BY_BIRTH), "sure": 1.0}
        best = max((self._edges[pair] for pair in pairs if pair in self._edges), key=_bits, default=None)
        if best is None:
            return {"rule": "named in a note", "sure": 1.0}
        return {"rule": _rule(best), "sure": round(1 / (1 + 2 ** -min(60.0, _bits(best))), 4)}


def _bits(edge: Row) -> float:
    return float(edge["props"]["bits"])


def _rule(edge: Row) -> str:
    """The comparison that says most for the two, by name."""
    bits: dict[str, float] = json.loads(edge["props"]["reasons"])
    numbers = [name for name in NUMBERS.values() if bits.get(name, 0) > 0]
    return numbers[0] if numbers else BY_BIRTH


def person_uid(group: list[str]) -> str:
    """A person's key: made from the first of their mentions in the order of keys."""
    return uid_of("Person", min(group))


def write_persons(
    store: Store, groups: list[list[str]], mentions: Mapping[str, Mention], reasons: Reasons, beside: Sequence[Write]
) -> set[str]:
    """Make the persons of the groups be just those; returns the uids of persons that came, went or changed.

    What is written beside comes first; of one record it is one transaction with the rest.
    """
    wanted = {uid: (person_uid(group), group) for group in groups for uid in group}
    before = _linked(store, sorted(wanted))
    props = {person_uid(group): shown([mentions[uid].props for uid in group]) for group in groups}
    known = _shown(store, sorted({row["person"] for row in before.values()}))
    changed = {row["person"] for uid, row in before.items() if row["person"] != wanted[uid][0]}
    changed |= {person for uid, (person, _) in wanted.items() if before.get(uid, {}).get("person") != person}
    changed |= {person for person, told in props.items() if known.get(person) not in (None, told)}
    joined = {uid: reasons.of(uid, group, mentions) for uid, (_, group) in wanted.items()}
    said = {uid for uid, row in before.items() if {"rule": row["rule"], "sure": row["sure"]} != joined[uid]}
    _write(store, [g for g in groups if person_uid(g) in changed or said & set(g)], props, joined, changed & known.keys(), beside)
    return changed


def _write(
    store: Store,
    groups: list[list[str]],
    props: Mapping[str, Row],
    joined: Mapping[str, Row],
    replaced: set[str],
    beside: Sequence[Write],
) -> None:
    writes = list(beside)
    if replaced:
        writes.append((DELETE_PERSONS, [{"uid": uid} for uid in sorted(replaced)]))
    for part in in_parts(groups):
        persons = [{"uid": uid, "props": {"uid": uid, **props[uid]}} for uid in map(person_uid, part)]
        writes.append((PERSONS, persons))
        writes.append((SAME_AS, [{"a": uid, "b": person_uid(g), "props": joined[uid]} for g in part for uid in g]))
    if sum(len(rows) for _, rows in writes) <= CHUNK:
        if writes:
            store.write(*writes)
        return
    for text, rows in writes:
        store.write((text, rows))


def _linked(store: Store, uids: list[str]) -> dict[str, Row]:
    if not store.read(ANY_PERSON):
        return {}
    return {row["mention"]: row for row in read_of(store, LINKED, uids)}


def _shown(store: Store, uids: list[str]) -> dict[str, Row]:
    return {
        row["uid"]: {name: v for name, v in row.items() if name != "uid" and v is not None} for row in read_of(store, SHOWN, uids)
    }
