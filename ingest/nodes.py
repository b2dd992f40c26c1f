"""What follows from the kind of node: its key, and what comes with it."""

import re
from dataclasses import dataclass
from typing import Any

from graph.statement import EdgeSaid, NodeSaid, uid_of
from ingest.cleaners.bodies import organisation_key
from ingest.cleaners.code_list import code_list
from ingest.cleaners.geography import POSTCODE, house_of
from ingest.cleaners.names import folded, ordered
from ingest.mapping import Mapping, NodeMap
from ingest.values import Scope, look_up
from linkage.mention import graph_keys


@dataclass(frozen=True)
class Made:
    """A node with what comes with it, and where in the row it was made from."""

    node: NodeSaid
    scope: Scope
    beside: tuple[NodeSaid, ...] = ()
    edges: tuple[EdgeSaid, ...] = ()


def finish(
    mapping: Mapping,
    node: NodeMap,
    alias: str,
    record: str,
    props: dict[str, Any],
    keys: list[Any],
    scope: Scope,
    restricted: bool,
) -> Made | None:
    """The node of these properties; None where too little is known to say anything."""
    given = {name: value for name, value in props.items() if value is not None}
    if node.label == "Mention":
        return mention(record, _field(node, alias, scope), given, scope, restricted)
    if node.label == "Practitioner":
        # A mapping that looks for the employer and finds none leaves it open; else it is the agency.
        organisation = given.pop("organisation", None if "organisation" in node.props else mapping.agency)
        return practitioner(given.pop("full_name", None), organisation, mapping.agency, scope, given, node.described)
    if node.label in LISTED and node.key:
        return listed(node.label, keys[0], scope)
    if node.label in ("Organisation", "Team", "Board", "Capability"):
        return body(node.label, given, keys, scope)
    if any(key is None for key in keys):
        return None
    if node.label == "Area":
        uid = str(keys[0])
    elif keys:
        uid = uid_of(node.label, *(str(key) for key in keys))
    else:
        uid = uid_of(node.label, record, alias, *(str(v) for v in scope[0].values()))
    return Made(NodeSaid(node.label, uid, {} if node.reference else given, not node.reference), scope)


def mention(record: str, field: str, props: dict[str, Any], scope: Scope, restricted: bool) -> Made | None:
    """What a record says of a person, with the address it gives; None where it names nobody."""
    if not any(props.get(name) for name in ("full_name", "nhs", "upn", "local")):
        return None
    if name := props.get("full_name"):
        props["full_name"] = ordered(name)
    house = house_of(props.get("address"))
    full_postcode = (found := props.get("postcode")) and POSTCODE.fullmatch(found)
    told = {**props, "record": record, "field": field, "house": house}
    # What the mapping says of `restricted` marks the whole row, and so is in `restricted` already.
    told["restricted"] = restricted or None
    told |= graph_keys(told)
    uid = f"{record}/{field}"
    node = NodeSaid("Mention", uid, {name: value for name, value in told.items() if value is not None})
    if not (full_postcode and house):
        return Made(node, scope)
    address = NodeSaid(
        "Address",
        uid_of("Address", str(found), house),
        {"postcode": found, "address": f"{house}, {found}"},
        described=False,
    )
    lives = EdgeSaid("LIVES_AT", "Mention", uid, "Address", address.uid, {"record": record})
    return Made(node, scope, (address,), (lives,))


def practitioner(
    full_name: str | None, organisation: str | None, agency: str, scope: Scope, said: dict[str, Any], described: bool = False
) -> Made | None:
    """A worker by name within an organisation, whom they work for; where none is said, within the agency that names them."""
    if not full_name:
        return None
    uid = uid_of("Practitioner", organisation_key(organisation or f"named by {agency}"), folded(full_name))
    # Only what follows from the key is a property: two records that name a worker then agree.
    surname = folded(full_name.split()[-1])
    props = {"full_name": full_name, "surname": surname, "organisation": organisation, "informal": said.get("informal")}
    node = NodeSaid("Practitioner", uid, {name: value for name, value in props.items() if value is not None}, described)
    if organisation is None:
        return Made(node, scope)
    employer = organisation_node(organisation)
    works = EdgeSaid("WORKS_FOR", "Practitioner", uid, "Organisation", employer.uid)
    return Made(node, scope, (employer,), (works,))


def organisation_node(full_name: str) -> NodeSaid:
    """A body by its name."""
    return NodeSaid(
        "Organisation", uid_of("Organisation", organisation_key(full_name)), {"full_name": full_name}, described=False
    )


def body(label: str, props: dict[str, Any], keys: list[Any], scope: Scope) -> Made | None:
    """An organisation, team or capability by its number, else by its name; described where the row says more of it."""
    name = props.get("full_name")
    if not name:
        return None
    fold = organisation_key if label == "Organisation" else folded
    known = [str(key) for key in keys if key is not None]
    return Made(NodeSaid(label, uid_of(label, *(known or [fold(name)])), props, described=len(props) > 1 or bool(known)), scope)


def listed(label: str, code: str | None, scope: Scope) -> Made | None:
    """A need or capability of its code list; a term the list does not have keeps its own words."""
    if not code:
        return None
    told = code_list(LISTED[label]).get(code, {}).get("label") or code.replace("_", " ").capitalize()
    return Made(NodeSaid(label, code, {"full_name": told}, described=False), scope)


LISTED = {"Need": "needs", "Capability": "capabilities"}
"""Labels whose nodes are of a published code list, and where it is."""


def _field(node: NodeMap, alias: str, scope: Scope) -> str:
    written = node.field or alias
    return re.sub(r"\{(\w+)\}", lambda hole: str(look_up(hole[1], scope) or ""), written)
