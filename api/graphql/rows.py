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
from api.graphql.links import link_fields

LISTS = (tuple, list, set, frozenset)


@cache
def row_type(answer: type) -> type:
    """The GraphQL type of an answer's rows; rows stay what they are, and their fields are read off them.

    Beside a field that holds the uid of a node stands the node itself.
    """
    hints, meanings = get_type_hints(answer), field_meanings(answer)
    made = [plain_field(field.name, graphql_hint(hints[field.name]), meanings.get(field.name)) for field in fields(answer)]
    return create_type(answer.__name__, [*made, *link_fields(hints)], description=meaning(answer))


def graphql_hint(hint: Hint) -> Hint:
    """The annotation that strawberry understands for one that our dataclasses use.

    >>> graphql_hint(tuple[str, ...] | None)
    typing.Optional[list[str]]
    """
    origin: Hint = get_origin(hint) or hint
    inner = get_args(hint)
    if origin in (Union, types.UnionType):
        (only,) = [option for option in inner if option is not type(None)]
        return Optional[graphql_hint(only)]  # noqa: UP045 (a value, not an annotation)
    if origin in LISTS:
        return list[graphql_hint(inner[0])]  # type: ignore[misc]
    if origin is Literal:
        return type(inner[0])
    if origin is Any or (isinstance(origin, type) and issubclass(origin, Mapping)):
        return JSON
    return row_type(hint) if isinstance(hint, type) and is_dataclass(hint) else hint
