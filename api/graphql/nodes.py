"""Relay nodes: one GraphQL type for each label that may be looked up by id, out of the vocabulary."""

import types
from asyncio import gather
from functools import cache
from typing import Annotated, Any, Optional

import strawberry
from strawberry import relay
from strawberry.types.field import StrawberryField

from api.graphql.context import Context, Info
from api.graphql.field import Hint, plain_field
from graph.declare import NODES
from graph.errors import QuestionError
from queries.nodes import SHOWN, properties

Id = Annotated[relay.GlobalID, strawberry.argument(description="An `id` as an answer gave it.")]
Ids = Annotated[list[relay.GlobalID], strawberry.argument(description="Each an `id` as an answer gave it.")]


class Known(relay.Node):
    """What all nodes have in common: the uid that questions take, and the id made of it."""

    uid: str

    @classmethod
    def resolve_id(cls, root: Any, *, info: strawberry.Info) -> str:
        """The uid."""
        return str(root.uid)


@cache
def node_type(label: str) -> type:
    """The GraphQL type of a label's nodes."""
    made = [_property(name, kind) for name, kind in properties(label).items()]
    namespace = {field.python_name: field for field in made}
    annotations = {field.python_name: field.type_annotation.annotation for field in made if field.type_annotation}
    cls = types.new_class(label, (Known,), {}, lambda body: body.update(namespace, __annotations__=annotations))
    return strawberry.type(cls, description=NODES[label].meaning)


def _property(name: str, kind: type) -> StrawberryField:
    hint: Hint = list[str] if kind is list else kind
    return plain_field(name, hint if name == "uid" else Optional[hint])  # noqa: UP045 (a value, not an annotation)


async def node(info: Info, id: Id) -> relay.Node | None:
    """One node by its id; null where there is none."""
    return await load_node(info.context, _label(id), id.node_id)


async def nodes(info: Info, ids: Ids) -> list[relay.Node | None]:
    """Nodes by their ids, in the order asked for."""
    return await gather(*(load_node(info.context, _label(id), id.node_id) for id in ids))


async def load_node(context: Context, label: str, uid: str) -> relay.Node | None:
    """A node by label and uid, as the caller may see it; null where there is none."""
    row = await context.loader(label).load(uid)
    return node_type(label)(**row) if row is not None else None


def _label(id: relay.GlobalID) -> str:
    if id.type_name not in SHOWN:
        raise QuestionError(f"an id of {id.type_name!r} names nothing here", f"Ids are of {', '.join(SHOWN)}")
    return id.type_name
