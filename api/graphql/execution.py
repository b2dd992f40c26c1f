"""How a document is carried out: as graphql-core does, with a short way for fields that are one plain value.

Most of an answer is texts, dates and numbers that stand on a row as they are. graphql-core makes for each
of them what a resolver might want to know, which is half of an answer's cost; see docs on measuring.
"""

from collections.abc import Awaitable, Callable
from functools import cache
from operator import attrgetter
from typing import Any

from graphql import (
    GraphQLField,
    GraphQLLeafType,
    GraphQLObjectType,
    Undefined,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
)
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

Coerce = Callable[[Any], Any]
Plain = tuple[Callable[[Any], Any], Coerce]
"""How a plain field is read off its row, and how its value is written."""


class Execution(StrawberryGraphQLCoreExecutionContext):
    """One document carried out; `plain_of` says which fields take the short way."""

    def execute_fields(
        self, parent_type: GraphQLObjectType, source_value: Any, path: Any, grouped_field_set: Any, position_context: Any
    ) -> Any:
        """An object's fields in their order; whatever is not plainly right goes the long way, where it gets its error."""
        plain = plain_of(parent_type)
        found, rest = {}, {}
        for name, details in grouped_field_set.items():
            found[name] = value = _short(plain.get(details[0].node.name.value), source_value)
            if value is None:
                rest[name] = details
        if not rest:
            return found
        others = super().execute_fields(parent_type, source_value, path, rest, position_context)
        return _joined(found, others) if self.is_awaitable(others) else found | others


async def _joined(found: dict[str, Any], others: Awaitable[dict[str, Any]]) -> dict[str, Any]:
    return found | await others


def _short(plain: Plain | None, source: Any) -> Any:
    """A plain field's value; None where it has none, or can't be written."""
    if plain is None:
        return None
    read, coerce = plain
    try:
        value = coerce(read(source))
    except Exception:
        return None
    return None if value is Undefined else value


@cache
def plain_of(parent: GraphQLObjectType) -> dict[str, Plain]:
    """The fields of a type that are attributes of their row, and leaves or lists of leaves, with how to read each."""
    return {name: plain for name, field in parent.fields.items() if (plain := _plain(field))}


def _plain(field: GraphQLField) -> Plain | None:
    declared = field.extensions.get("strawberry-definition")
    if declared is None or not declared.is_basic_field or declared.extensions or field.args:
        return None
    read = attrgetter(declared.python_name)
    kind = field.type.of_type if is_non_null_type(field.type) else field.type
    if is_leaf_type(kind):
        return read, kind.coerce_output_value
    if is_list_type(kind) and is_non_null_type(kind.of_type) and is_leaf_type(kind.of_type.of_type):
        return read, _each(kind.of_type.of_type)
    return None


def _each(leaf: GraphQLLeafType) -> Coerce:
    """Every item of a list written; an item that can't be makes the whole go the long way."""
    coerce = leaf.coerce_output_value

    def written(values: Any) -> list[Any] | None:
        found = [coerce(value) for value in values]
        return None if None in found or Undefined in found else found

    return written
