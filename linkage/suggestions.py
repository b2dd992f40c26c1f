"""Whom a mention may be: the likeliest persons it is not yet taken for, with what speaks for each."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.store import Store
from linkage import candidates, judgements
from linkage.candidates import LOOSELY, Mention
from linkage.crowds import crowds_of
from linkage.mention import FOUND_BY, graph_keys

PERSONS = (
    "UNWIND $uids AS uid MATCH (m:Mention {uid: uid})-[:SAME_AS]->(p:Person) "
    "RETURN m.uid AS uid, p.uid AS person, p.full_name AS full_name ORDER BY uid"
)
KIN = (
    "UNWIND $uids AS uid MATCH (p:Person {uid: uid})<-[:SAME_AS]-(m:Mention)-[:RELATED_TO]-(o:Mention)-[:SAME_AS]->(q:Person) "
    "RETURN DISTINCT p.uid AS uid, q.uid AS kin, q.full_name AS full_name ORDER BY uid, kin"
)
KIN_BITS = 6.0
"""What a relative in common says for two of one name; ranks them, and never joins them."""
MOST_NEAR = 2_000


@dataclass(frozen=True)
class Suggestion:
    """A person whom a mention may be."""

    person: str
    full_name: str | None
    mention: str
    """The mention of theirs that is most alike."""
    bits: float
    reasons: Mapping[str, float]
    household: tuple[str, ...]
    """Relatives that both have, by name."""


def suggest(store: Store, uid: str, most: int = 3) -> list[Suggestion]:
    """The likeliest persons for a mention, other than the one it is taken for."""
    fresh = candidates.fetch(store, [uid])
    if not fresh:
        return []
    asked = _with_keys(fresh[0])
    near = candidates.near(store, [asked], crowds_of(store, [uid]), (*FOUND_BY, *LOOSELY))
    chosen = sorted(near)[:MOST_NEAR]
    persons = {row["uid"]: row for row in store.read(PERSONS, uids=[uid, *chosen])}
    own = persons.get(uid, {}).get("person")
    judged = judgements.standing(store)
    scorer, _ = candidates.chosen()
    scored: dict[str, tuple[float, str, dict[str, float]]] = {}
    for other in chosen:
        person = persons.get(other, {}).get("person")
        if person in (None, own) or not candidates.may_be(asked, near[other]) or _parted(judged, uid, other):
            continue
        found = scorer.score(asked.made, near[other].made)
        if person not in scored or found.total > scored[person][0]:
            scored[person] = (found.total, other, dict(found.bits))
    named = {row["person"]: row["full_name"] for row in persons.values()}
    sizes = Counter(row["person"] for row in persons.values())
    return _ranked(store, own, scored, named, sizes)[:most]


def _ranked(
    store: Store,
    own: str | None,
    scored: Mapping[str, tuple[float, str, dict[str, float]]],
    named: Mapping[str, str | None],
    sizes: Mapping[str, int],
) -> list[Suggestion]:
    kin = _kin(store, [uid for uid in (own, *scored) if uid])
    mine = kin.get(own or "", {})
    found = []
    for person, (bits, other, reasons) in scored.items():
        # A relative under one name stands in several persons until these are joined: names are compared.
        both = sorted({name for name in mine.values() if name} & {name for name in kin.get(person, {}).values() if name})
        both += [str(named.get(one)) for one in kin.get(person, {}) if one in mine and mine[one] not in both]
        extra = {"kin": KIN_BITS} if both else {}
        found.append(Suggestion(person, named.get(person), other, bits + sum(extra.values()), {**reasons, **extra}, tuple(both)))
    # Of two as likely, the one of whom more is known.
    return sorted(found, key=lambda one: (-one.bits, -sizes[one.person], one.person))


def _kin(store: Store, persons: list[str]) -> dict[str, dict[str, str | None]]:
    found: dict[str, dict[str, str | None]] = {}
    for row in store.read(KIN, uids=persons):
        found.setdefault(row["uid"], {})[row["kin"]] = row["full_name"]
    return found


def _with_keys(one: Mention) -> Mention:
    """The mention with keys, which one in a note has not."""
    props: dict[str, Any] = {**one.props, **graph_keys(one.props)}
    return Mention(props, one.for_adults, one.referred_on)


def _parted(judged: judgements.Standing, one: str, other: str) -> bool:
    return (min(one, other), max(one, other)) in judged.apart
