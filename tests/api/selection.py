"""All that GraphQL can tell of a question's answer: every field, every node it leads to, all evidence."""

import json
from collections.abc import Mapping
from datetime import date

from graphql import (
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLObjectType,
    get_named_type,
    is_leaf_type,
    is_required_argument,
)
from strawberry.utils.str_converters import to_camel_case

from api.graphql.schema import schema

CORE = schema()._schema
NODES = "on Person { fullName } ... on Family { fullName } ... on Practitioner { fullName } ... on Service { fullName }"


def document(title: str, given: Mapping[str, object], first: int) -> str:
    """A question with all that its rows lead to, on a page of so many rows."""
    assert CORE.query_type is not None
    field = CORE.query_type.fields[to_camel_case(title)]
    told = {to_camel_case(name.rstrip("_")): value for name, value in given.items()} | {"first": first}
    arguments = ", ".join(f"{name}: {json.dumps(value, default=_day)}" for name, value in told.items())
    return f"{{ {to_camel_case(title)}({arguments}) {selected(field)} }}"


def _day(value: object) -> str:
    assert isinstance(value, date)
    return value.isoformat()


def selected(field: GraphQLField, within: tuple[str, ...] = ()) -> str:
    """The selection of a field: nothing for a leaf, else all of its fields, none of a type that it lies in."""
    kind = get_named_type(field.type)
    if is_leaf_type(kind):
        return ""
    if isinstance(kind, GraphQLInterfaceType):
        return f"{{__typename id ... {NODES} }}"
    assert isinstance(kind, GraphQLObjectType)
    fields = {
        name: one
        for name, one in kind.fields.items()
        if get_named_type(one.type).name not in (*within, "Explanation")
        and not any(is_required_argument(argument) for argument in one.args.values())
    }
    return "{" + " ".join(f"{name} {selected(one, (*within, kind.name))}" for name, one in fields.items()) + "}"
