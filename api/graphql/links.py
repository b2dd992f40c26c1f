"""From the uids in an answer's rows to the nodes they name."""

import re
from collections.abc import Mapping
from typing import Any, Optional

from strawberry import relay
from strawberry.types.field import StrawberryField

from api.graphql.context import Info
from api.graphql.field import Hint, resolved_field
from api.graphql.nodes import load_node, node_type
from graph.declare import NODES
from queries.nodes import SHOWN


def link_fields(hints: Mapping[str, Hint]) -> list[StrawberryField]:
    """The nodes that a row names: `practitioner_node` beside `practitioner`, `node` beside `kind` and `uid`."""
    found = [_link(name, label) for name, hint in hints.items() if (label := label_of(name)) and hint in (str, str | None)]
    return [*found, _link_by_kind()] if {"kind", "uid"} <= hints.keys() else found


def label_of(name: str) -> str | None:
    """The label whose uid a field of this name holds, if it holds any.

    A name that the vocabulary gives to a property, such as a practitioner's organisation, holds words.

    >>> label_of("practitioner"), label_of("service_a"), label_of("organisation"), label_of("capacity")
    ('Practitioner', 'Service', None, None)
    """
    stem = re.sub(r"_[ab]$", "", name)
    label = stem.capitalize()
    return label if label in SHOWN and not any(stem in node.properties for node in NODES.values()) else None


def _link(name: str, label: str) -> StrawberryField:
    async def resolve(root: Any, info: Info) -> Any:
        uid = getattr(root, name)
        return await load_node(info.context, label, uid) if uid else None

    return resolved_field(f"{name}_node", Optional[node_type(label)], resolve, f"The {label.lower()} that `{name}` names.")  # noqa: UP045


def _link_by_kind() -> StrawberryField:
    async def resolve(root: Any, info: Info) -> Any:
        return await load_node(info.context, root.kind, root.uid) if root.kind in SHOWN else None

    return resolved_field("node", Optional[relay.Node], resolve, "What `uid` names.")  # noqa: UP045
