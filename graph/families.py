"""Which persons are one family: those whom records say are kin, or of one household."""

from collections import Counter
from collections.abc import Iterable, Iterator

from graph.paging import in_parts, read_of
from graph.statement import uid_of
from graph.store import Row, Store

LARGE = 15
"""More names than this are hardly one family: said as a warning, for a person to look at. Somebody may stand in it twice."""

KIN = (
    "UNWIND $uids AS uid MATCH (p:Person {uid: uid})<-[:SAME_AS]-(m:Mention)-[k:RELATED_TO]-(o:Mention)-[:SAME_AS]->(q:Person) "
    # Kin read out of a note is not sure enough to make two households one.
    "WHERE k.sure IS NULL RETURN DISTINCT p.uid AS person, q.uid AS other ORDER BY person, other"
)
FELLOWS = (
    "UNWIND $uids AS uid MATCH (p:Person {uid: uid})-[:MEMBER_OF]->(f:Family) WITH DISTINCT f "
    "MATCH (f)<-[:MEMBER_OF]-(q:Person) RETURN f.uid AS family, q.uid AS person ORDER BY family, person"
)
FETCH = (
    "UNWIND $uids AS uid MATCH (p:Person {uid: uid}) "
    "RETURN p.uid AS uid, p.full_name AS full_name, p.restricted AS restricted ORDER BY uid"
)
MARKED = (
    "UNWIND $uids AS uid MATCH (p:Person {uid: uid})<-[:SAME_AS]-(m:Mention) WHERE m.restricted = true "
    "RETURN DISTINCT p.uid AS uid ORDER BY uid"
)
UNGATHERED = "MATCH (p:Person) WHERE NOT EXISTS { MATCH (p)-[:MEMBER_OF]->(f:Family) } RETURN p.uid AS uid ORDER BY uid"
ANY = "MATCH (f:Family) RETURN f.uid AS uid LIMIT 1"
DELETE = "UNWIND $rows AS row MATCH (f:Family {uid: row.uid}) DETACH DELETE f"
EMPTY = "MATCH (f:Family) WHERE NOT EXISTS { MATCH (f)<-[:MEMBER_OF]-(p:Person) } RETURN f.uid AS uid ORDER BY uid"
FAMILIES = "UNWIND $rows AS row MERGE (f:Family {uid: row.uid}) SET f = row.props"
MEMBERS = "UNWIND $rows AS row MATCH (p:Person {uid: row.a}) MATCH (f:Family {uid: row.b}) MERGE (p)-[:MEMBER_OF]->(f)"
PROTECT = "UNWIND $rows AS row MATCH (p:Person {uid: row.uid}) SET p.restricted = row.restricted"


def gather(store: Store, touched: Iterable[str]) -> list[str]:
    """Put touched persons and their kin into families anew; returns the families that are too large.

    Whoever is of one family with somebody marked is restricted like them, and no longer than they are.
    """
    persons, old = _closure(store, {uid for uid in touched if uid})
    known = {row["uid"]: row for row in read_of(store, FETCH, sorted(persons))}
    marked = {row["uid"] for row in read_of(store, MARKED, sorted(persons))}
    groups = _components(known, persons)
    if old:
        store.write((DELETE, [{"uid": uid} for uid in sorted(old)]))
    for part in in_parts(groups):
        families = [_family([known[uid] for uid in group], not marked.isdisjoint(group)) for group in part]
        members = [{"a": uid, "b": family_uid(g)} for g in part for uid in g]
        protected = [row for group in part for row in _protection(group, known, not marked.isdisjoint(group))]
        beside = [(PROTECT, protected)] if protected else []
        store.write((FAMILIES, families), (MEMBERS, members), *beside)
    if empty := store.read(EMPTY):
        store.write((DELETE, empty))
    return [family_uid(group) for group in groups if len({known[uid]["full_name"] for uid in group}) > LARGE]


def family_uid(persons: Iterable[str]) -> str:
    """A family's key: made from the first of its persons in the order of keys."""
    return uid_of("Family", min(persons))


def _closure(store: Store, touched: set[str]) -> tuple[dict[str, set[str]], set[str]]:
    """Kin by person, for all who are reached from the touched; and the families they were in."""
    kin: dict[str, set[str]] = {}
    old: set[str] = set()
    any_family = bool(store.read(ANY))
    frontier = touched
    while frontier:
        for uid in frontier:
            kin.setdefault(uid, set())
        for row in read_of(store, KIN, sorted(frontier)):
            kin[row["person"]].add(row["other"])
        reached = {other for uid in frontier for other in kin[uid]}
        fellows = list(read_of(store, FELLOWS, sorted(frontier))) if any_family else []
        old |= {row["family"] for row in fellows}
        frontier = (reached | {row["person"] for row in fellows}) - kin.keys()
    return kin, old


def _components(known: dict[str, Row], kin: dict[str, set[str]]) -> list[list[str]]:
    seen: set[str] = set()
    groups = []
    for uid in sorted(known):
        if uid in seen:
            continue
        group, waiting = [], [uid]
        seen.add(uid)
        while waiting:
            one = waiting.pop()
            group.append(one)
            nearby = sorted(other for other in kin.get(one, ()) if other not in seen and other in known)
            seen.update(nearby)
            waiting += nearby
        groups.append(sorted(group))
    return groups


def _family(persons: list[Row], restricted: bool) -> Row:
    """A family as it is written: its shown name is its commonest surnames."""
    surnames = Counter(str(p["full_name"]).split()[-1] for p in persons if p["full_name"])
    first = sorted(surnames, key=lambda name: (-surnames[name], name))[:2]
    uid = family_uid(person["uid"] for person in persons)
    props = {"uid": uid, "full_name": " / ".join(first) or None, "restricted": restricted or None}
    return {"uid": uid, "props": {name: value for name, value in props.items() if value is not None}}


def _protection(group: list[str], known: dict[str, Row], restricted: bool) -> Iterator[Row]:
    """The members of a family whose own restriction is not yet the family's."""
    for uid in group:
        if bool(known[uid]["restricted"]) is not restricted:
            yield {"uid": uid, "restricted": restricted or None}
