"""Which mentions are one person: the first, careful rules.

The same valid identifier, or the same full name, date of birth and address, is one person; everything
else stays apart. A merge points mentions at a person and changes nothing they say, so it can be undone.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from rapidfuzz import fuzz

from graph.statement import uid_of
from graph.store import Store, Write

IDENTIFIERS = ("nhs", "upn", "local")
KEYS = (*IDENTIFIERS, "name_key")
COLUMNS = ("uid", "full_name", "known_as", "dob", "house", "restricted", "meant", *KEYS)
_PROJECTION = ", ".join(f"m.{name} AS {name}" for name in COLUMNS)
FETCH = f"UNWIND $uids AS uid MATCH (m:Mention {{uid: uid}}) RETURN {_PROJECTION} ORDER BY uid"
BY_KEY = {
    name: f"UNWIND $values AS value MATCH (m:Mention {{{name}: value}}) RETURN DISTINCT {_PROJECTION} ORDER BY uid"
    for name in KEYS
}
UNLINKED = "MATCH (m:Mention) WHERE NOT EXISTS { MATCH (m)-[:SAME_AS]->(p:Person) } RETURN m.uid AS uid ORDER BY uid"
LINKED = (
    "UNWIND $uids AS uid MATCH (m:Mention {uid: uid})-[:SAME_AS]->(p:Person) "
    "RETURN m.uid AS mention, p.uid AS person ORDER BY mention, person"
)
APART = (
    "MATCH (j:Judgement) WHERE j.verdict = 'different' AND j.undone IS NULL "
    "RETURN j.mention_a AS a, j.mention_b AS b ORDER BY a, b"
)
MEANT = f"UNWIND $values AS value MATCH (m:Mention {{meant: value}}) RETURN DISTINCT {_PROJECTION} ORDER BY uid"
ANY = {name: f"MATCH (m:Mention) WHERE m.{name} IS NOT NULL RETURN m.uid AS uid LIMIT 1" for name in (*KEYS, "meant")}
"""Whether any mention has a key at all: the embedded engine refuses a property that no node has."""
SURE = {"named in a note": 0.8}
"""How sure a rule is of its own; the others join by identifier, or by name, birth and address."""
ANY_PERSON = "MATCH (p:Person) RETURN p.uid AS uid LIMIT 1"
HOW_MANY = "MATCH (m:Mention) RETURN count(m) AS mentions"
CHUNK = 5_000
ALIKE = 75
"""From this likeness, of 100, one forename may be the other misspelt."""


@dataclass(frozen=True)
class Mention:
    """The part of a mention that linkage looks at."""

    uid: str
    full_name: str | None
    known_as: str | None
    dob: date | None
    house: str | None
    restricted: bool | None
    nhs: str | None
    upn: str | None
    local: str | None
    name_key: str | None
    meant: str | None = None


def link(store: Store, touched: Iterable[str]) -> set[str]:
    """Point each touched mention, and whoever shares a key with one, at a person; returns persons changed."""
    mentions = _closure(store, set(touched))
    apart = {frozenset((row["a"], row["b"])) for row in store.read(APART)}
    groups = cluster(mentions.values(), apart)
    before = _linked(store, sorted(mentions)) if store.read(ANY_PERSON) else {}
    wanted = {m.uid: person_uid(group) for group in groups for m, _ in group}
    gone = {before[uid] for uid, person in wanted.items() if before.get(uid, person) != person}
    changed = gone | {person for uid, person in wanted.items() if before.get(uid) != person}
    _write(store, [group for group in groups if person_uid(group) in changed], changed & set(before.values()))
    return changed


def _write(store: Store, groups: list[list[tuple[Mention, str]]], replaced: set[str]) -> None:
    for start in range(0, len(groups), CHUNK):
        part = groups[start : start + CHUNK]
        persons = [{"uid": person_uid(group), "props": shown([m for m, _ in group])} for group in part]
        edges = [
            {"a": mention.uid, "b": person_uid(group), "props": {"rule": rule, "sure": SURE.get(rule, 1.0)}}
            for group in part
            for mention, rule in group
        ]
        writes: list[Write] = [(DELETE_PERSONS, [{"uid": uid} for uid in sorted(replaced)])] if start == 0 else []
        store.write(*writes, (PERSONS, persons), (SAME_AS, edges))
    if not groups and replaced:
        store.write((DELETE_PERSONS, [{"uid": uid} for uid in sorted(replaced)]))


DELETE_PERSONS = "UNWIND $rows AS row MATCH (p:Person {uid: row.uid}) DETACH DELETE p"
PERSONS = "UNWIND $rows AS row MERGE (p:Person {uid: row.uid}) SET p += row.props"
SAME_AS = (
    "UNWIND $rows AS row MATCH (m:Mention {uid: row.a}) MATCH (p:Person {uid: row.b}) "
    "MERGE (m)-[s:SAME_AS]->(p) SET s += row.props"
)


def person_uid(group: list[tuple[Mention, str]]) -> str:
    """A person's key: made from the first of their mentions in the order of keys."""
    return uid_of("Person", min(mention.uid for mention, _ in group))


def cluster(mentions: Iterable[Mention], apart: set[frozenset[str]]) -> list[list[tuple[Mention, str]]]:
    """Mentions in groups of one person each, every mention with the rule that joined it."""
    ordered = sorted(mentions, key=lambda m: m.uid)
    by_identifier = _Groups(ordered, apart)
    for name in IDENTIFIERS:
        by_identifier.join(ordered, name, agree)
    by_identifier.join(ordered, "name_key", same_house)
    by_identifier.follow(ordered)
    return by_identifier.result()


class _Groups:
    """Groups that grow by joining; a join that would bring a contradiction is left out."""

    def __init__(self, mentions: list[Mention], apart: set[frozenset[str]]) -> None:
        self._group: dict[str, list[Mention]] = {m.uid: [m] for m in mentions}
        self._rule: dict[str, str] = {m.uid: "single" for m in mentions}
        self._apart = apart

    def join(self, mentions: list[Mention], key: str, fit: Any) -> None:
        """Join the mentions that share a value of a key and fit one another."""
        blocks: dict[str, list[Mention]] = defaultdict(list)
        for mention in mentions:
            if value := getattr(mention, key):
                blocks[value].append(mention)
        for block in blocks.values():
            for at, one in enumerate(block):
                for other in block[at + 1 :]:
                    if fit(one, other):
                        self._union(one, other, key)

    def follow(self, mentions: list[Mention]) -> None:
        """Join each mention in a note to the one in a record that it stands for."""
        by_uid = {mention.uid: mention for mention in mentions}
        for mention in mentions:
            if mention.meant in by_uid:
                self._union(by_uid[mention.meant], mention, "named in a note")

    def _union(self, one: Mention, other: Mention, rule: str) -> None:
        left, right = self._group[one.uid], self._group[other.uid]
        if left is right or self._contradict(left, right):
            return
        joined = left + right
        for mention in joined:
            self._group[mention.uid] = joined
            if self._rule[mention.uid] == "single":
                self._rule[mention.uid] = rule

    def _contradict(self, left: list[Mention], right: list[Mention]) -> bool:
        """Two different valid identifiers of one kind, or a person's word that they are two."""
        for name in ("nhs", "upn"):
            values = {getattr(m, name) for m in left + right} - {None}
            if len(values) > 1:
                return True
        return any(frozenset((a.uid, b.uid)) in self._apart for a in left for b in right)

    def result(self) -> list[list[tuple[Mention, str]]]:
        groups = {id(group): group for group in self._group.values()}
        return [[(m, self._rule[m.uid]) for m in sorted(group, key=lambda m: m.uid)] for group in groups.values()]


def agree(one: Mention, other: Mention) -> bool:
    """An identifier joins two mentions where they have a forename or a date of birth in common as well.

    A mother's number typed on her child's row is the commonest slip, a twin's the next; such a pair is left
    for review. Two people of one record who are called otherwise are two, whatever number stands by them.
    """
    if one.full_name is None or other.full_name is None or _forenames_alike(one, other):
        return True
    return one.dob is not None and one.dob == other.dob and _record(one) != _record(other)


def _forenames_alike(one: Mention, other: Mention) -> bool:
    """The same forename, misspelt, shortened or as an initial."""
    short, long = sorted((_forename(one), _forename(other)), key=len)
    return bool(short) and (long.startswith(short) or fuzz.ratio(short, long) >= ALIKE)


def _record(mention: Mention) -> str:
    return mention.uid.rpartition("/")[0]


def same_house(one: Mention, other: Mention) -> bool:
    """Same name, birth and postcode join unless the house numbers say otherwise."""
    return one.house is None or other.house is None or one.house == other.house


def shown(mentions: list[Mention]) -> dict[str, Any]:
    """A person's shown name and date of birth: what most mentions say, the fullest first among equals."""
    props: dict[str, Any] = {
        "full_name": _most(m.full_name for m in mentions if m.meant is None) or _most(m.full_name for m in mentions),
        "known_as": _most(m.known_as for m in mentions),
        "dob": _most(m.dob for m in mentions),
        "restricted": any(m.restricted for m in mentions) or None,
    }
    return {name: value for name, value in props.items() if value is not None}


def _most(values: Iterable[Any]) -> Any:
    counted = Counter(value for value in values if value is not None)
    return min(counted, key=lambda v: (-counted[v], -len(str(v)), str(v)), default=None)


def _forename(mention: Mention) -> str:
    return (mention.full_name or "").lower().split(" ")[0]


def _closure(store: Store, touched: set[str]) -> dict[str, Mention]:
    """The touched mentions and all that share a key with them, directly or through others."""
    found: dict[str, Mention] = {}
    frontier = _fetch(store, sorted(touched))
    if store.read(HOW_MANY)[0]["mentions"] == len(frontier):
        # All there are: whoever shares a key is among them.
        return {mention.uid: mention for mention in frontier}
    present = {name for name, text in ANY.items() if store.read(text)}
    asked: dict[str, set[str]] = {name: set() for name in KEYS if name in present}
    while frontier:
        found |= {mention.uid: mention for mention in frontier}
        following: list[Mention] = []
        for name in asked:
            values = {getattr(m, name) for m in frontier} - asked[name] - {None}
            asked[name] |= values
            listed = sorted(values)
            for start in range(0, len(listed), CHUNK):
                rows = store.read(BY_KEY[name], values=listed[start : start + CHUNK])
                following += [Mention(**row) for row in rows if row["uid"] not in found]
        if "meant" in present:
            following += _followed(store, frontier, found)
        frontier = list({m.uid: m for m in following}.values())
    return found


def _followed(store: Store, frontier: list[Mention], found: dict[str, Mention]) -> list[Mention]:
    """The mentions that stand for those at the frontier, and those that they stand for."""
    meant = sorted({m.meant for m in frontier if m.meant} - found.keys())
    uids = sorted(m.uid for m in frontier if m.meant is None)
    standing = [
        Mention(**row) for start in range(0, len(uids), CHUNK) for row in store.read(MEANT, values=uids[start : start + CHUNK])
    ]
    return [m for m in (*_fetch(store, meant), *standing) if m.uid not in found]


def _fetch(store: Store, uids: list[str]) -> list[Mention]:
    rows = [row for start in range(0, len(uids), CHUNK) for row in store.read(FETCH, uids=uids[start : start + CHUNK])]
    return [Mention(**row) for row in rows]


def _linked(store: Store, uids: list[str]) -> dict[str, str]:
    rows = [row for start in range(0, len(uids), CHUNK) for row in store.read(LINKED, uids=uids[start : start + CHUNK])]
    return {row["mention"]: row["person"] for row in rows}
