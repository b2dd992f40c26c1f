"""How a document is carried out: as graphql-core does, with a short way for fields that are one plain value.

Most of an answer is texts, dates and numbers that stand on a row as they are. For each of them graphql-core
makes all that a resolver might want to know, which is a third of what GraphQL costs on an answer of ten rows.
"""

from collections.abc import Awaitable, Callable
from functools import cache
from operator import attrgetter
from typing import Any, cast

from graphql import GraphQLField, GraphQLObjectType, Undefined, is_leaf_type, is_list_type, is_non_null_type
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

Write = Callable[[Any], Any]
"""From a row's value to the answer's; Undefined, or any error, where the long way must tell."""
Plain = tuple[Callable[[Any], Any], Write]
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
            if value is Undefined:
                rest[name] = details
        if not rest:
            return found
        others = super().execute_fields(parent_type, source_value, path, rest, position_context)
        if self.is_awaitable(others):
            return _joined(found, cast(Awaitable[dict[str, Any]], others))
        return found | cast(dict[str, Any], others)


async def _joined(found: dict[str, Any], others: Awaitable[dict[str, Any]]) -> dict[str, Any]:
    return found | await others


def _short(plain: Plain | None, source: Any) -> Any:
    """A plain field's value; Undefined where it is not plain, or not plainly right."""
    if plain is None:
        return Undefined
    read, write = plain
    try:
        return write(read(source))
    except Exception:
        return Undefined


@cache
def plain_of(parent: GraphQLObjectType) -> dict[str, Plain]:
    """The fields of a type that are attributes of their row, and leaves or lists of leaves, with how to read each."""
    return {name: plain for name, field in parent.fields.items() if (plain := _plain(field))}


def _plain(field: GraphQLField) -> Plain | None:
    declared = field.extensions.get("strawberry-definition")
    if declared is None or not declared.is_basic_field or declared.extensions or field.args:
        return None
    write = _writer(field.type)
    return (attrgetter(declared.python_name), write) if write else None


def _writer(kind: Any) -> Write | None:
    if not is_non_null_type(kind):
        inner = _required(kind)
        return (lambda value: None if value is None else inner(value)) if inner else None
    return _required(kind.of_type)


def _required(kind: Any) -> Write | None:
    """How a value that may not be null is written."""
    if is_leaf_type(kind):
        coerce = kind.coerce_output_value
        return lambda value: _known(coerce(value))
    if is_list_type(kind) and is_non_null_type(kind.of_type) and (item := _required(kind.of_type.of_type)):
        return lambda values: _all([item(value) for value in values])
    return None


def _known(value: Any) -> Any:
    return Undefined if value is None else value


def _all(values: list[Any]) -> Any:
    return Undefined if any(value is Undefined for value in values) else values
