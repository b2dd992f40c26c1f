"""The results of a subscription as its follower may see them: errors told as over HTTP."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any

from graphql import GraphQLError
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.types import ExecutionResult

from api.graphql.problems import told

NO_SUBSCRIPTION = "no subscription to carry out. Send queries and mutations by POST to /graphql, and one subscription here"


async def shown(results: AsyncGenerator[Any, None]) -> AsyncGenerator[Any, None]:
    """Results as they come; what ends them early is the last."""
    try:
        async with aclosing(results):
            async for result in results:
                if getattr(result, "errors", None):
                    result.errors = [_told(error) for error in result.errors]
                yield result
    except Exception as wrong:
        error = wrong if isinstance(wrong, GraphQLError) else GraphQLError(str(wrong), original_error=wrong)
        yield ExecutionResult(data=None, errors=[told(error)])


def _told(error: GraphQLError) -> GraphQLError:
    if isinstance(error.original_error, CannotGetOperationTypeError | InvalidOperationTypeError):
        return GraphQLError(NO_SUBSCRIPTION)
    return told(error)
