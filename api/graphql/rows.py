"""GraphQL types out of answer dataclasses, with their docstrings."""

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, Optional, Union, get_args, get_origin, get_type_hints

from strawberry.scalars import JSON
from strawberry.tools import create_type

from api.graphql.docstrings import field_meanings, meaning
from api.graphql.field import Hint, plain_field
from api.graphql.nodes import node_field

LISTS = (tuple, list, set, frozenset)


@cache
def row_type(answer: type) -> type:
    """The GraphQL type of an answer's rows; rows stay what they are, and their fields are read off them.

    A field that declares the label of the uid it holds, as a question's parameters do, has the node
    itself beside it.
    """
    hints, meanings = get_type_hints(answer), field_meanings(answer)
    made = [plain_field(field.name, graphql_hint(hints[field.name]), meanings.get(field.name)) for field in fields(answer)]
    linked = [node_field(field.name, field.metadata["label"]) for field in fields(answer) if field.metadata.get("label")]
    return create_type(answer.__name__, [*made, *linked], description=meaning(answer))


def graphql_hint(hint: Hint) -> Hint:
    """The annotation that strawberry understands for one that our dataclasses use.

    >>> graphql_hint(tuple[str, ...] | None)
    typing.Optional[list[str]]
    """
    origin, inner = get_origin(hint) or hint, get_args(hint)
    if origin in (Union, types.UnionType):
        (only,) = [option for option in inner if option is not type(None)]
        return Optional[graphql_hint(only)]  # noqa: UP045 (a value, not an annotation)
    if origin in LISTS:
        return list[graphql_hint(inner[0])]  # type: ignore[misc]
    if origin is Literal:
        return type(inner[0])
    if origin is Any or (isinstance(origin, type) and issubclass(origin, Mapping)):
        return JSON
    return row_type(hint) if is_dataclass(hint) else hint
