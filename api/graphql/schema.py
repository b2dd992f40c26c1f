"""The GraphQL schema, derived from the catalogue and the vocabulary."""

from collections.abc import AsyncGenerator, Callable, Iterable
from functools import cache
from typing import Any

from graphql import GraphQLError
from strawberry import Schema, relay
from strawberry.extensions import (
    AddValidationRules,
    MaxAliasesLimiter,
    MaxTokensLimiter,
    ParserCache,
    QueryDepthLimiter,
    SchemaExtension,
    ValidationCache,
)
from strawberry.tools import create_type
from strawberry.types import ExecutionContext
from strawberry.types.graphql import OperationType

from api.graphql.execution import Execution
from api.graphql.field import resolved_field
from api.graphql.mutations import mutation
from api.graphql.nodes import node, node_type, nodes
from api.graphql.questions import question_field
from api.graphql.rows import row_type
from api.graphql.rules import RULES
from api.graphql.saved import saved_fields
from api.graphql.streaming import shown
from api.graphql.subscriptions import subscription
from api.graphql.words import InWords, ask_in_words
from queries.catalogue import catalogue
from queries.nodes import SHOWN
from queries.question import Question

CACHED = 256
"""Documents whose parsing and validation are remembered."""
TOKENS, ALIASES, DEPTH = 4_000, 20, 12
"""What one document may hold at most, so that one caller cannot keep the others waiting."""


class KithSchema(Schema):
    """A schema that leaves logging to problems.told: strawberry's own would log what resolvers were given."""

    def process_errors(self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None) -> None:
        """Say nothing."""

    async def stream(self, *asked: Any, **named: Any) -> AsyncGenerator[Any, None]:
        """The results of a subscription, and of nothing else."""
        return shown(await super().stream(*asked, **{**named, "allowed_operation_types": (OperationType.SUBSCRIPTION,)}))


@cache
def schema() -> Schema:
    """The schema of the questions there are."""
    return schema_of(catalogue().values())


def schema_of(questions: Iterable[type[Question[Any]]]) -> Schema:
    """The schema of some questions, and of the nodes that answers name."""
    fields = [question_field(question) for question in questions]
    found = [
        resolved_field("node", relay.Node | None, node, "One node by its id; null where there is none."),
        resolved_field("ask_in_words", row_type(InWords), ask_in_words, ask_in_words.__doc__),
        *saved_fields(),
        resolved_field("nodes", list[relay.Node | None], nodes, "Nodes by their ids, in the order asked for."),
    ]
    query = create_type("Query", [*fields, *found], description="What can be asked.")
    types = [node_type(label) for label in SHOWN]
    return KithSchema(query, mutation(), subscription(), types=types, extensions=_extensions(), execution_context_class=Execution)


def _extensions() -> list[Callable[[], SchemaExtension]]:
    """Made anew for every request, but for the rules: one that is made anew is another, and no validation is remembered."""
    limits = (MaxAliasesLimiter(ALIASES), QueryDepthLimiter(DEPTH))
    rules = [*(rule for limit in limits for rule in limit.validation_rules), *RULES]
    return [
        lambda: ParserCache(CACHED),
        lambda: ValidationCache(CACHED),
        lambda: MaxTokensLimiter(TOKENS),
        lambda: AddValidationRules(rules),
    ]
