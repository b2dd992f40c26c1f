"""What the store is asked to find who may be meant: always of records, never of other notes.

So a note is read the same whichever notes were read before it, and a second run finds what the first did.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from graph.store import Store
from ingest.cleaners.names import folded, ordered
from ingest.meant.names import how_well, surname_of, works_as
from ingest.nodes import organisation_node

Row = dict[str, Any]
FOUND = 50
"""So many of a name are looked at."""
PERSON = (
    "RETURN m.uid AS uid, m.full_name AS full_name, m.known_as AS known_as, m.sex AS sex, m.dob AS dob, "
    "p.uid AS person, p.full_name AS shown, f.uid AS family ORDER BY family, person, uid"
)
BY_KEY = (
    "UNWIND $keys AS key MATCH (r:Record {row_key: key})-[:SAYS]->(m:Mention)-[:SAME_AS]->(p:Person)-[:MEMBER_OF]->(f:Family) "
    "WHERE r.form <> 'note' " + PERSON
)
BY_PERSON = (
    "UNWIND $uids AS uid MATCH (p:Person {uid: uid})<-[:SAME_AS]-(m:Mention)<-[:SAYS]-(r:Record) WHERE r.form <> 'note' "
    "MATCH (p)-[:MEMBER_OF]->(f:Family) " + PERSON
)
MEMBERS = (
    "UNWIND $uids AS uid MATCH (f:Family {uid: uid})<-[:MEMBER_OF]-(p:Person)<-[:SAME_AS]-(m:Mention)<-[:SAYS]-(r:Record) "
    "WHERE r.form <> 'note' " + PERSON
)
BY_MENTION = (
    "MATCH (r:Record)-[:SAYS]->(m:Mention {uid: $uid})-[:SAME_AS]->(p:Person)-[:MEMBER_OF]->(f:Family) WHERE r.form <> 'note' "
    + PERSON
)
CASELOADS = (
    "UNWIND $uids AS uid MATCH (w:Practitioner {uid: uid})-[s:SUPPORTS]->(m:Mention)<-[:SAYS]-(r:Record) WHERE r.form <> 'note' "
    "MATCH (m)-[:SAME_AS]->(p:Person)-[:MEMBER_OF]->(f:Family) RETURN DISTINCT w.uid AS worker, f.uid AS family ORDER BY worker, family"
)
HELPERS = (
    "UNWIND $uids AS uid MATCH (f:Family {uid: uid})<-[:MEMBER_OF]-(p:Person)<-[:SAME_AS]-(m:Mention)<-[s:SUPPORTS]-(w:Practitioner) "
    "MATCH (m)<-[:SAYS]-(r:Record) WHERE r.form <> 'note' RETURN DISTINCT f.uid AS family, w.uid AS uid, w.full_name AS full_name, "
    "w.organisation AS organisation, s.capacity AS capacity ORDER BY family, uid, capacity"
)
WORKERS = (
    "UNWIND $uids AS uid MATCH (w:Practitioner {uid: uid}) WHERE EXISTS { MATCH (w)-[:IN_TEAM]->(t:Team) } "
    "OR EXISTS { MATCH (w)-[s:SUPPORTS]->(m:Mention)<-[:SAYS]-(r:Record) WHERE r.form <> 'note' } "
    "RETURN w.uid AS uid, w.full_name AS full_name, w.organisation AS organisation, w.informal AS informal ORDER BY uid"
)
STAFF = (
    "UNWIND $uids AS uid MATCH (o:Organisation {uid: uid})<-[:WORKS_FOR]-(w:Practitioner) "
    "WHERE EXISTS { MATCH (w)-[:IN_TEAM]->(t:Team) } "
    "OR EXISTS { MATCH (w)-[s:SUPPORTS]->(m:Mention)<-[:SAYS]-(r:Record) WHERE r.form <> 'note' } "
    "RETURN DISTINCT w.uid AS uid, w.full_name AS full_name, w.organisation AS organisation, w.informal AS informal ORDER BY uid"
)
KIN = (
    "UNWIND $uids AS uid MATCH (f:Family {uid: uid})<-[:MEMBER_OF]-(p:Person)<-[:SAME_AS]-(m:Mention)-[k:RELATED_TO]->(o:Mention)"
    "-[:SAME_AS]->(q:Person) MATCH (m)<-[:SAYS]-(r:Record) WHERE r.form <> 'note' AND k.kin IS NOT NULL "
    "RETURN DISTINCT p.uid AS person, k.kin AS kin, q.uid AS other ORDER BY person, kin, other"
)


def numbers(keys: Iterable[str]) -> list[str]:
    """The record keys that references can stand for: without a system's letters before, with a run written out.

    >>> numbers(["1100231/2/3", "LCS 0871120"])
    ['0871120', '1100231', '1100231/2/3', '1100232', '1100233', 'LCS 0871120']
    """
    found = set()
    for key in keys:
        found |= {key, key.split(" ")[-1]}
        first, *rest = key.split(" ")[-1].split("/")
        found |= {first, *(first[: -len(more)] + more for more in rest if more.isdigit() and len(more) < len(first))}
    return sorted(found)


def people_by_number(store: Store, keys: Sequence[str]) -> list[Row]:
    """Mentions in the records that a note's references name."""
    return store.read(BY_KEY, keys=numbers(keys)) if keys else []


def people_by_name(store: Store, names: Iterable[str]) -> list[Row]:
    """Mentions in records of persons whom a name of two words fits, each row with the name."""
    rows: list[Row] = []
    for name in names:
        written = ordered(name)
        if len(written.split()) < 2:
            continue
        longest = max(written.split(), key=len)
        uids = {row["uid"] for words in (written, longest) for row in store.search("Person", words, FOUND)}
        found = store.read(BY_PERSON, uids=sorted(uids)) if uids else []
        rows += [{**row, "name": name} for row in found if how_well(name, row["shown"], row["known_as"])]
    return rows


def people_by_surname(store: Store, surnames: Iterable[str]) -> list[Row]:
    """Mentions in records of persons with a surname, or with one that ends in it: Hassan, Al-Hassan."""
    rows: list[Row] = []
    for name in surnames:
        uids = sorted({row["uid"] for row in store.search("Person", name, FOUND)})
        for row in store.read(BY_PERSON, uids=uids) if uids else []:
            own = surname_of(row["shown"])
            if own == folded(name) or (len(name) > 3 and own.endswith(folded(name))):
                rows.append({**row, "name": name})
    return rows


def workers_by_name(store: Store, names: Iterable[str]) -> list[Row]:
    """Practitioners of records whom a name fits; one word is enough only for those who are known by one."""
    rows: dict[str, Row] = {}
    for name in names:
        uids = {row["uid"] for row in store.search("Practitioner", ordered(name), FOUND)}
        single = len(name.split()) == 1
        for row in store.read(WORKERS, uids=sorted(uids)) if uids else []:
            if works_as(name, row["full_name"]) if not single else (row["informal"] and folded(row["full_name"]) == folded(name)):
                rows[row["uid"]] = row
    return [row for _, row in sorted(rows.items())]


def staff_of(store: Store, bodies: Iterable[str]) -> list[Row]:
    """Practitioners of records who work for bodies of these names."""
    uids = sorted({organisation_node(body).uid for body in bodies})
    return store.read(STAFF, uids=uids) if uids else []


def caseloads(store: Store, workers: Iterable[str]) -> dict[str, set[str]]:
    """The families that records say each of some practitioners works with."""
    found: dict[str, set[str]] = {}
    uids = sorted(set(workers))
    for row in store.read(CASELOADS, uids=uids) if uids else []:
        found.setdefault(row["worker"], set()).add(row["family"])
    return found


def of_families(store: Store, text: str, families: Iterable[str]) -> list[Row]:
    """The rows of one of the texts above for some families."""
    uids = sorted(set(families))
    return store.read(text, uids=uids) if uids else []
