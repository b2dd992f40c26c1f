"""What a caller is told when something goes wrong, and what the log says of it."""

import re
import traceback
from uuid import uuid4

import structlog
from graphql import GraphQLError
from strawberry.exceptions import StrawberryInputCoercionError

from graph.errors import KithError

FRAMES = 6
log = structlog.get_logger()


def told(error: GraphQLError) -> GraphQLError:
    """An error as its caller may see it.

    What the caller can put right is told with its cure; what is wrong with the document, as the
    standard words it; anything else goes to the log under a reference.
    """
    cause = error.original_error
    while isinstance(cause, GraphQLError):
        cause = cause.original_error
    if isinstance(cause, KithError):
        return _with(error, str(cause), {"code": code_of(cause), "cure": cause.cure})
    if cause is None or isinstance(cause, StrawberryInputCoercionError):
        return error
    reference = record(cause, error.path)
    message = f"something went wrong; see the log, reference {reference}"
    return _with(error, message, {"code": "INTERNAL_ERROR", "reference": reference})


def code_of(error: KithError) -> str:
    """A kind of error as GraphQL clients write it.

    >>> from graph.errors import QuestionError
    >>> code_of(QuestionError("nobody goes by that", "Try fewer words"))
    'QUESTION_ERROR'
    """
    return re.sub(r"(?<!^)(?=[A-Z])", "_", type(error).__name__).upper()


def record(cause: BaseException, path: object = None) -> str:
    """Log where a failure happened and return its reference.

    Neither its message nor any value is logged, for both may name people.
    """
    reference = uuid4().hex[:12]
    frames = traceback.extract_tb(cause.__traceback__)[-FRAMES:]
    where = [f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}" for frame in frames]
    log.error("graphql.failed", reference=reference, kind=type(cause).__name__, path=path, where=where)
    return reference


def _with(error: GraphQLError, message: str, extensions: dict[str, object]) -> GraphQLError:
    return GraphQLError(message, nodes=error.nodes, path=error.path, extensions=extensions)
