"""Whom a note means: the people and workers around its subject, and a name among them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from graph.store import Store
from ingest.cleaners.names import folded, ordered

PERSON = (
    "RETURN m.uid AS uid, m.full_name AS full_name, m.known_as AS known_as, p.uid AS person, p.full_name AS shown, f.uid AS family "
    "ORDER BY family, person, uid"
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
HELPERS = (
    "UNWIND $uids AS uid MATCH (f:Family {uid: uid})<-[:MEMBER_OF]-(p:Person)<-[:SAME_AS]-(m:Mention)<-[s:SUPPORTS]-(w:Practitioner) "
    "MATCH (m)<-[:SAYS]-(r:Record) WHERE r.form <> 'note' "
    "RETURN DISTINCT w.uid AS uid, w.full_name AS full_name, w.organisation AS organisation ORDER BY uid"
)
WORKERS = (
    "UNWIND $uids AS uid MATCH (w:Practitioner {uid: uid}) WHERE EXISTS { MATCH (w)-[:IN_TEAM]->(t:Team) } "
    "OR EXISTS { MATCH (w)-[s:SUPPORTS]->(m:Mention)<-[:SAYS]-(r:Record) WHERE r.form <> 'note' } "
    "RETURN w.uid AS uid, w.full_name AS full_name, w.organisation AS organisation ORDER BY uid"
)


@dataclass(frozen=True)
class Meant:
    """Somebody the graph knows: a mention of a resident, or a practitioner."""

    uid: str
    full_name: str
    organisation: str | None = None


@dataclass(frozen=True)
class Circle:
    """The family a note is about, and the practitioners records say know it or go by a name in the note."""

    members: tuple[dict[str, Any], ...]
    helpers: tuple[Meant, ...]
    subject: Meant | None
    headed: frozenset[str]
    """Mentions that the note's own head names by their number, or all members where it gives none."""

    def person(self, name: str) -> Meant | None:
        """The one member of the family who can go by a name; None where nobody or several can."""
        fitting = [row for row in self.members if goes_by(name, row["full_name"], row["known_as"])]
        if len({row["person"] for row in fitting}) != 1:
            return None
        first = fitting[0]
        return Meant(first["uid"], first["shown"] or first["full_name"])

    def practitioner(self, name: str) -> Meant | None:
        """The one practitioner who can go by a name; of one name in two services the fuller, then the first."""
        fitting = [one for one in self.helpers if goes_by(name, one.full_name, None)]
        exact = [one for one in fitting if folded(ordered(name)) == folded(one.full_name)]
        fitting = exact or fitting
        if not fitting or len({one.full_name.split()[-1].lower() for one in fitting}) > 1:
            return None
        return min(fitting, key=lambda one: (-len(one.full_name), one.uid))


def circle_of(store: Store, keys: Sequence[str], names: Sequence[str]) -> Circle:
    """The circle of a note: found by the numbers in its head, else by the full names in it.

    A family is the note's when more of the note's names fit its members than any other's, and at least
    one full name or number does; a draw is settled for the family with more said of it.
    """
    by_number = store.read(BY_KEY, keys=numbers(keys)) if keys else []
    by_name = _named(store, names)
    families = {row["family"] for row in by_number} or {row["family"] for row in by_name}
    members = _members(store, families)
    chosen = _best(members, names)
    rows = tuple(row for row in members.get(chosen or "", ()))
    numbered = {row["uid"] for row in by_number if row["family"] == chosen}
    helpers = _helpers(store, [chosen] if chosen else [], names)
    subject = None
    if len({row["person"] for row in by_number if row["family"] == chosen}) == 1:
        head = next(row for row in by_number if row["family"] == chosen)
        subject = Meant(_first(rows, head["person"]), head["shown"] or "subject")
    headed = frozenset(_first(rows, row["person"]) for row in rows if not numbered or row["uid"] in numbered)
    return Circle(rows, helpers, subject, headed)


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


def goes_by(name: str, full_name: str | None, known_as: str | None) -> bool:
    """Whether a person of a full name may be called so: in full, by forename, by initial and surname.

    >>> goes_by("Jay", "Jayden Hartley", "Jay"), goes_by("H Dewhurst", "Helen Dewhurst", None)
    (True, True)
    >>> goes_by("Reece C", "Reece Campbell", None), goes_by("Hartley", "Kelly Hartley", None)
    (True, False)
    """
    words = ordered(name).lower().replace(".", "").split()
    own = (full_name or "").lower().split()
    if not words or not own:
        return False
    if known_as and folded(name) == folded(known_as):
        return True
    if len(words) == 1:
        return len(own) > 1 and folded(words[0]) == folded(own[0])
    first, last = words[0], words[-1]
    forename = (
        first == own[0] or (len(first) == 1 and own[0].startswith(first)) or (len(own[0]) == 1 and first.startswith(own[0]))
    )
    surname = last == own[-1] or (len(last) == 1 and own[-1].startswith(last))
    return len(own) > 1 and forename and surname and (len(first) > 1 or len(last) > 1)


def _named(store: Store, names: Iterable[str]) -> list[dict[str, Any]]:
    """Mentions in records of persons who bear one of the full names."""
    uids: set[str] = set()
    for name in names:
        if len(ordered(name).split()) > 1:
            uids |= {row["uid"] for row in store.search("Person", ordered(name), 20)}
    rows = store.read(BY_PERSON, uids=sorted(uids)) if uids else []
    wanted = {folded(ordered(name)) for name in names}
    return [row for row in rows if folded(row["shown"] or "") in wanted]


def _members(store: Store, families: set[str]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in store.read(MEMBERS, uids=sorted(families)) if families else []:
        found[row["family"]].append(row)
    return found


def _best(members: dict[str, list[dict[str, Any]]], names: Sequence[str]) -> str | None:
    fits: Counter[str] = Counter()
    for family, rows in members.items():
        fits[family] = sum(any(goes_by(name, row["full_name"], row["known_as"]) for row in rows) for name in set(names))
    return min(members, key=lambda family: (-fits[family], -len(members[family]), family), default=None)


def _helpers(store: Store, families: list[str], names: Sequence[str]) -> tuple[Meant, ...]:
    near = store.read(HELPERS, uids=families) if families else []
    uids: set[str] = set()
    for name in names:
        if len(name.split()) > 1:
            uids |= {row["uid"] for row in store.search("Practitioner", ordered(name), 20)}
    named = store.read(WORKERS, uids=sorted(uids)) if uids else []
    fitting = [row for row in named if any(goes_by(name, row["full_name"], None) for name in names if len(name.split()) > 1)]
    rows = {row["uid"]: row for row in (*near, *fitting)}
    return tuple(Meant(row["uid"], row["full_name"], row["organisation"]) for _, row in sorted(rows.items()))


def _first(rows: Sequence[dict[str, Any]], person: str) -> str:
    """The mention that stands for a person: the first of theirs in the order of keys."""
    return min(str(row["uid"]) for row in rows if row["person"] == person)
