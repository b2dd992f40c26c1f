"""Those who work with the subject of a row: each with a capacity, and the main one with the row's dates and words."""

import re
from collections.abc import Sequence

from ingest.suggesting import happened
from ingest.suggesting.draft import Draft, EdgeDraft, NodeDraft, Said
from ingest.suggesting.meaning import Meaning
from ingest.suggesting.people import NAMING, Cast
from ingest.suggesting.phrases import Role
from ingest.suggesting.values import said, worker_name

DATED_RANK = 3
"""Beyond this rank a worker's name in a column says nothing of when they met."""
DOCTOR = r"^Dr "
TENANTS = frozenset({"tenant", "joint_tenant"})


def add_workers(made: Draft, cast: Cast, known: Sequence[Meaning]) -> None:
    """Add a node and an edge for each worker that columns name."""
    by_role: dict[str, list[Meaning]] = {}
    for one in known:
        if one.role and one.role.group == "workers" and one.field in NAMING:
            alias = one.role.role if one.field != "full_name" or one.role.role not in by_role else _slug(one.name)
            by_role.setdefault(alias, []).append(one)
    listed = sorted(by_role.items(), key=lambda found: found[1][0].role.rank if found[1][0].role else 0)
    for at, (alias, found) in enumerate(listed):
        role, name = found[0].role, worker_name(found)
        if role is not None and name is not None:
            made.nodes[alias] = _worker(role, name, known)
            made.edges.append(_supports(alias, found[0], made, cast, known, main=at == 0 and role.rank <= DATED_RANK))
    _add_referrer(made, cast, known)


def _slug(name: str) -> str:
    """A second worker of a role goes by the header."""
    return re.sub(r"\W+", "_", name).strip("_").lower()


def _worker(role: Role, name: Said, known: Sequence[Meaning]) -> NodeDraft:
    node = NodeDraft("Practitioner", {"full_name": name})
    employer = "school" if role.of_school else "practice" if role.of_practice else "worker_agency" if role.rank == 1 else ""
    where = next((one for one in known if one.role and one.role.role == employer and one.field == "full_name"), None)
    if where is not None:
        node.props["organisation"] = said([where], "organisation_name")
    if role.informal:
        node.props["informal"] = Said({"const": True}, "a volunteer")
    return node


def _supports(alias: str, named: Meaning, made: Draft, cast: Cast, known: Sequence[Meaning], main: bool) -> EdgeDraft:
    role = named.role
    assert role is not None
    event = made.mode.value == "delta"
    props: dict[str, Said] = {"capacity": _capacity(role, named, known) if main else Said({"const": _what(role, named)})}
    if main:
        props |= happened.contact_dates(known, of_tenancy=cast.subject.role is not None and cast.subject.role.role in TENANTS)
    fleeting = not main or (event and role.incidental_at_events)
    why = (
        "a name in a column need not mean that they know each other"
        if fleeting
        else "set to incidental where a name in this column says little"
    )
    props["strength"] = Said({"const": "incidental" if fleeting else "relationship"}, why)
    if main and (told := happened.words(known)):
        props["words"] = told
    return EdgeDraft(alias, "SUPPORTS", cast.subject.alias, props, happened.not_bystanders(known) if main else None)


def _what(role: Role, named: Meaning) -> str:
    """In what a worker works: the role's own words, or the header's where it says more."""
    said = re.sub(r"[\W_]+", " ", named.name).strip().lower()
    return said if named.doubtful and len(said.split()) > 1 else role.capacity or said


def _capacity(role: Role, named: Meaning, known: Sequence[Meaning]) -> Said:
    """What the worker is to the subject; at a session, what the session was."""
    session = happened.of(known, "what_for")[:1]
    return (
        said(session, "text")
        if session
        else Said({"const": _what(role, named)}, "after the header; say it more exactly if you can")
    )


def _add_referrer(made: Draft, cast: Cast, known: Sequence[Meaning]) -> None:
    """A doctor who referred knows the subject; a service or a desk in the same column is nobody."""
    column = next((one for one in known if one.role and one.role.group == "referrers" and one.field == "full_name"), None)
    if column is None or not happened.matches(column, DOCTOR):
        return
    practice = next((one for one in known if one.role and one.role.role == "practice" and one.field == "full_name"), None)
    props = {"full_name": said([column], "practitioner_name")}
    if practice is not None:
        props["organisation"] = said([practice], "organisation_name")
    made.nodes["referrer"] = NodeDraft(
        "Practitioner", props, when={"column": column.name, "matches": DOCTOR}, why="only doctors are named here"
    )
    told: dict[str, Said] = {"capacity": Said({"const": "GP"})}
    if day := happened.of(known, "ref_date")[:1]:
        told["last"] = said(day, "date")
    told["strength"] = Said({"const": "incidental"})
    made.edges.append(EdgeDraft("referrer", "SUPPORTS", cast.subject.alias, told))
