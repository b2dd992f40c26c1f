"""From what a person types to the node they mean: a uid, a record as FILE#KEY/FIELD, or words."""

from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

from graph.declare import NODES
from graph.errors import QuestionError
from graph.store import Store

CLEAR = 95.0
"""A name so like the words, and no other as like, is meant."""
LIST = 8
MEMBERS_SHOWN = 5
RECORDS = "UNWIND $keys AS key MATCH (r:Record {file_key: key}) RETURN r.uid AS uid, r.file_key AS file_key ORDER BY file_key"
IN_ANY_FOLDER = (
    "MATCH (r:Record) WHERE r.file_key ENDS WITH $ending RETURN r.uid AS uid, r.file_key AS file_key ORDER BY file_key"
)
BEHIND = {
    "Person": "MATCH (r:Record {uid: $record})-[:SAYS]->(m:Mention)-[:SAME_AS]->(n:Person) "
    "RETURN m.field AS field, n.uid AS uid, n.full_name AS full_name ORDER BY field, uid",
    "Family": "MATCH (r:Record {uid: $record})-[:SAYS]->(m:Mention)-[:SAME_AS]->(p:Person)-[:MEMBER_OF]->(n:Family) "
    "RETURN m.field AS field, n.uid AS uid, p.full_name AS full_name ORDER BY field, uid",
    "Practitioner": "MATCH (r:Record {uid: $record})-[:SAYS]->(m:Mention)<-[s:SUPPORTS]-(n:Practitioner) WHERE s.record = r.uid "
    "RETURN DISTINCT n.full_name AS field, n.uid AS uid, n.full_name AS full_name ORDER BY field, uid",
    "Service": "MATCH (r:Record {uid: $record})-[:SAYS]->(n:Service) "
    "RETURN n.full_name AS field, n.uid AS uid, n.full_name AS full_name ORDER BY field, uid",
    "Asset": "MATCH (r:Record {uid: $record})-[:SAYS]->(n:Asset) "
    "RETURN n.full_name AS field, n.uid AS uid, n.full_name AS full_name ORDER BY field, uid",
    "Organisation": "MATCH (r:Record {uid: $record})-[:SAYS]->(n:Organisation) "
    "RETURN n.full_name AS field, n.uid AS uid, n.full_name AS full_name ORDER BY field, uid",
}
MAIN = ("subject", "main_tenant", "nominal", "applicant", "person")


def resolve(store: Store, label: str, text: str) -> str:
    """The uid of the one node of a label that the text names.

    Raises QuestionError when nothing fits, or several do; the message lists them.
    """
    written = text.strip()
    if is_uid(store, label, written):
        return written
    if label == "Family" and (of_person := store.read(FAMILIES_OF, uids=[written])):
        return str(of_person[0]["uid"])
    if "#" in written and label in BEHIND:
        return _by_record(store, label, written)
    return _choose(label, written, options(store, label, written))


def is_uid(store: Store, label: str, text: str) -> bool:
    """Whether a text is the uid of a node of a label."""
    return bool(store.read(f"MATCH (n:{NODES[label].label} {{uid: $uid}}) RETURN n.uid AS uid", uid=text))


def _by_record(store: Store, label: str, text: str) -> str:
    record, field = _record(store, text)
    found = store.read(BEHIND[label], record=record)
    if field is not None:
        fitting = [row for row in found if row["field"].lower() == field.lower()]
    else:
        fitting = [row for row in found if row["field"].lower().replace(" ", "_") in MAIN] or found
    uids = {row["uid"]: row for row in fitting}
    if len(uids) == 1:
        return str(next(iter(uids)))
    offered = "; ".join(f"{row['field']} ({row['full_name'] or 'no name'})" for row in (fitting or found))
    if not found:
        raise QuestionError(f"{text} names no {label.lower()}", "Name one by words, or another record")
    raise QuestionError(f"{text} names {len(uids) or 'no'} {label.lower()} so", f"Say which, as FILE#KEY/FIELD: {offered}")


def _record(store: Store, text: str) -> tuple[str, str | None]:
    """The record behind FILE#KEY or FILE#KEY/FIELD; a key may itself hold strokes."""
    file, _, rest = text.partition("#")
    parts = rest.split("/")
    options = [("/".join(parts[:cut]), "/".join(parts[cut:]) or None) for cut in range(len(parts), 0, -1)]
    exact = {row["file_key"]: row["uid"] for row in store.read(RECORDS, keys=[f"{file}#{key}" for key, _ in options])}
    for key, field in options:
        if f"{file}#{key}" in exact:
            return exact[f"{file}#{key}"], field
    for key, field in options:
        found = store.read(IN_ANY_FOLDER, ending=f"/{file}#{key}")
        if len(found) == 1:
            return found[0]["uid"], field
    raise QuestionError(f"there is no record {text}", "Check file and key; `kith ask find --words NAME` looks by name")


@dataclass(frozen=True)
class Option:
    """A node that words may mean."""

    uid: str
    likeness: float
    """Of the words to its name, or to that of anybody in a family; between 0 and 100."""
    told: str
    """Its name, with what tells it from others of that name."""
    full_name: str | None
    names: tuple[str, ...]


def options(store: Store, label: str, text: str) -> list[Option]:
    """The nodes of a label that words may mean, the likest first."""
    rows = _by_words(store, label, text) if NODES[label].searched else _listed(store, label)
    found = [Option(row["uid"], _nearness(text, row), _told(row), row["full_name"], _names(row)) for row in rows]
    return sorted(found, key=lambda one: (-one.likeness, one.uid))


def _listed(store: Store, label: str) -> list[dict[str, Any]]:
    return store.read(f"MATCH (n:{NODES[label].label}) RETURN n.uid AS uid, n.full_name AS full_name ORDER BY uid")


def _by_words(store: Store, label: str, text: str) -> list[dict[str, Any]]:
    hits = [row["uid"] for row in store.search(label, text)]
    if label == "Family":
        people = [row["uid"] for row in store.search("Person", text)]
        hits += [row["uid"] for row in store.read(FAMILIES_OF, uids=people)]
    return store.read(DETAILS.get(label) or PLAIN.format(label=NODES[label].label), uids=sorted(set(hits)))


FAMILIES_OF = "UNWIND $uids AS uid MATCH (p:Person {uid: uid})-[:MEMBER_OF]->(f:Family) RETURN DISTINCT f.uid AS uid ORDER BY uid"
PLAIN = "UNWIND $uids AS uid MATCH (n:{label} {{uid: uid}}) RETURN n.uid AS uid, n.full_name AS full_name ORDER BY uid"
DETAILS = {
    "Person": "UNWIND $uids AS uid MATCH (n:Person {uid: uid}) RETURN n.uid AS uid, n.full_name AS full_name, "
    "CASE WHEN n.restricted = true THEN NULL ELSE n.dob END AS born ORDER BY uid",
    "Family": "UNWIND $uids AS uid MATCH (n:Family {uid: uid}) RETURN n.uid AS uid, n.full_name AS full_name, "
    "[(n)<-[:MEMBER_OF]-(p:Person) | p.full_name] AS members ORDER BY uid",
    "Practitioner": "UNWIND $uids AS uid MATCH (n:Practitioner {uid: uid}) RETURN n.uid AS uid, n.full_name AS full_name, "
    "n.organisation AS organisation ORDER BY uid",
}
"""What tells nodes of one name from each other."""


def _choose(label: str, text: str, found: list[Option]) -> str:
    clear = [one for one in found if one.likeness >= CLEAR]
    if len(clear) == 1:
        return clear[0].uid
    if not found or (not clear and found[0].likeness < 50):
        raise QuestionError(f"no {label.lower()} goes by {text!r}", "Try fewer words, or `kith ask find --words …`")
    offered = clear or found
    listed = "; ".join(f"{one.told} = {one.uid}" for one in offered[:LIST])
    more = f"; and {len(offered) - LIST} more, which `kith ask find` lists" if len(offered) > LIST else ""
    raise QuestionError(f"{len(offered)} fit {text!r}", f"Name one by its uid: {listed}{more}")


def _names(row: dict[str, Any]) -> tuple[str, ...]:
    return tuple(name for name in (row["full_name"], *(row.get("members") or [])) if name)


def _nearness(text: str, row: dict[str, Any]) -> float:
    """How like the words a node's name is, or the name of anybody in the family."""
    return max((_likeness(text, name) for name in _names(row)), default=0.0)


def _told(row: dict[str, Any]) -> str:
    """A node as somebody choosing among namesakes must see it."""
    members = sorted(name for name in row.get("members") or [] if name)
    beside = [*members[:MEMBERS_SHOWN], *(["…"] if len(members) > MEMBERS_SHOWN else [])]
    beside += [f"born {row['born']}"] if row.get("born") else []
    beside += [row["organisation"]] if row.get("organisation") else []
    return f"{row['full_name'] or 'no name'}" + (f" ({', '.join(beside)})" if beside else "")


def _likeness(text: str, full_name: str | None) -> float:
    return fuzz.ratio(default_process(text), default_process(full_name or ""))


def mention_named(store: Store, text: str) -> str:
    """The uid of the mention that FILE#KEY/FIELD names.

    Raises QuestionError when there is none.
    """
    record, field = _record(store, text)
    found = [row["field"] for row in store.read(BEHIND["Person"], record=record)]
    wanted = field or next((one for one in found if one.lower().replace(" ", "_") in MAIN), None)
    fitting = [one for one in found if wanted is not None and one.lower() == wanted.lower()]
    if len(fitting) != 1:
        raise QuestionError(f"{text} names no one mention", f"Say which, as FILE#KEY/FIELD: {'; '.join(found)}")
    return f"{record}/{fitting[0]}"
