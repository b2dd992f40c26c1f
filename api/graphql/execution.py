"""How a document is carried out: as graphql-core does, with a short way for what is plain values throughout.

Most of an answer is texts, dates and numbers that stand on rows as they are, and rows that stand in lists. For each of
them graphql-core makes all that a resolver might want to know, which is most of what GraphQL costs on a long answer. Here
what a document asks of a type is looked at once; then each row of it is read and written in one go.
"""

from collections.abc import Awaitable
from typing import Any, cast

from graphql import GraphQLObjectType, Undefined
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from api.graphql.plain_values import Take, Write, plain_fields, writer


class Execution(StrawberryGraphQLCoreExecutionContext):
    """One document carried out."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._plans: dict[tuple[GraphQLObjectType, int], tuple[Any, dict[str, Take | None]]] = {}

    def execute_fields(
        self, parent_type: GraphQLObjectType, source_value: Any, path: Any, grouped_field_set: Any, position_context: Any
    ) -> Any:
        """An object's fields in their order; whatever is not plainly right goes the long way, where it gets its error."""
        found, rest = {}, {}
        for name, take in self._plan(parent_type, grouped_field_set).items():
            found[name] = value = _taken(take, source_value)
            if value is Undefined:
                rest[name] = grouped_field_set[name]
        if not rest:
            return found
        others = super().execute_fields(parent_type, source_value, path, rest, position_context)
        if self.is_awaitable(others):
            return _joined(found, cast(Awaitable[dict[str, Any]], others))
        return found | cast(dict[str, Any], others)

    def _plan(self, parent: GraphQLObjectType, grouped: Any) -> dict[str, Take | None]:
        """What to do for each field that is asked of a type; the fields are kept with it, so that their id stays theirs."""
        key = (parent, id(grouped))
        if key not in self._plans:
            self._plans[key] = (grouped, {name: self._take(parent, details) for name, details in grouped.items()})
        return self._plans[key][1]

    def _take(self, parent: GraphQLObjectType, details: Any) -> Take | None:
        """The short way of a field, where it has one."""
        name = details[0].node.name.value
        if name == "__typename":
            return lambda row: parent.name
        plain = plain_fields(parent).get(name)
        if plain is None:
            return None
        if plain.take is not None:
            return plain.take
        write, read = writer(plain.kind, lambda kind: self._object(kind, details)), plain.read
        return (lambda row: write(read(row))) if write else None

    def _object(self, kind: GraphQLObjectType, details: Any) -> Write | None:
        """How an object is written whose fields all have a short way."""
        asked = self.collect_subfields(kind, details)
        if asked.new_defer_usages:
            return None
        takes = []
        for name, take in self._plan(kind, asked.grouped_field_set).items():
            if take is None:
                return None
            takes.append((name, take))
        return lambda row: {name: take(row) for name, take in takes}


async def _joined(found: dict[str, Any], others: Awaitable[dict[str, Any]]) -> dict[str, Any]:
    return found | await others


def _taken(take: Take | None, source: Any) -> Any:
    """A plain field's value; Undefined where it is not plain, or not plainly right."""
    if take is None:
        return Undefined
    try:
        return take(source)
    except Exception:
        return Undefined
