"""Fields that stand on their row as they are: how their value is read and written, without a resolver's ado."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import Any

from graphql import GraphQLField, GraphQLObjectType, is_leaf_type, is_list_type, is_non_null_type

Write = Callable[[Any], Any]
"""From a row's value to the answer's; raises where the value is not plainly what its type says."""
Take = Callable[[Any], Any]
"""From a row to one of its values, written; raises likewise."""
AS_THEY_ARE = {"String": str, "Boolean": bool}
"""Scalars whose values of just this class are written as they are."""


class NotPlain(Exception):
    """A value that the long way must tell of."""


@dataclass(frozen=True)
class Plain:
    """A field that is the attribute of its name, with nothing between."""

    kind: Any
    read: Take
    take: Take | None
    """Read and written, where it holds leaves; rows within rows depend on what is asked of them."""


@cache
def plain_fields(parent: GraphQLObjectType) -> dict[str, Plain]:
    """The plain fields of a type."""
    return {name: _plain(field) for name, field in parent.fields.items() if _is_plain(field)}


def _is_plain(field: GraphQLField) -> bool:
    declared = field.extensions.get("strawberry-definition")
    return declared is not None and declared.is_basic_field and not declared.extensions and not field.args


def _plain(field: GraphQLField) -> Plain:
    read = attrgetter(field.extensions["strawberry-definition"].python_name)
    write = writer(field.type, lambda kind: None)
    return Plain(field.type, read, (lambda row: write(read(row))) if write else None)


def writer(kind: Any, of_object: Callable[[GraphQLObjectType], Write | None]) -> Write | None:
    """How a value of a type is written; None where it takes more than writing."""
    if is_non_null_type(kind):
        return _required(kind.of_type, of_object)
    inner = _required(kind, of_object)
    return (lambda value: None if value is None else inner(value)) if inner else None


def _required(kind: Any, of_object: Callable[[GraphQLObjectType], Write | None]) -> Write | None:
    """How a value that may not be null is written."""
    if is_leaf_type(kind):
        return _leaf(kind)
    if is_list_type(kind):
        item = writer(kind.of_type, of_object)
        return (lambda values: _each(item, values)) if item else None
    return of_object(kind) if isinstance(kind, GraphQLObjectType) and kind.is_type_of is None else None


def _leaf(kind: Any) -> Write:
    coerce, own = kind.coerce_output_value, AS_THEY_ARE.get(kind.name)

    def write(value: Any) -> Any:
        if type(value) is own:
            return value
        written = None if value is None else coerce(value)
        if written is None:
            raise NotPlain
        return written

    return write


def _each(item: Write, values: Any) -> list[Any]:
    if not isinstance(values, list | tuple):
        raise NotPlain
    return [item(value) for value in values]
