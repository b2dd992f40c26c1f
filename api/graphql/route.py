"""GraphQL over HTTP: one JSON document in, one out; no uploads, sockets or queries in addresses."""

import json
from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from strawberry import Schema
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.types import ExecutionResult
from strawberry.types.graphql import OperationType

from api.graphql.context import Context
from api.graphql.problems import told

LARGEST = 100_000
"""Bytes of a request at most."""
ALLOWED = (OperationType.QUERY, OperationType.MUTATION)
HEADERS = {"Cache-Control": "no-store"}


class BadRequest(Exception):
    """A request that is no GraphQL; `status` is its HTTP answer."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


async def answer(request: Request, schema: Schema, context: Context) -> Response:
    """Carry out a GraphQL request and give its result, or say what is wrong with it."""
    try:
        asked = await _document(request)
        result = await schema.execute(
            asked["query"],
            variable_values=asked.get("variables"),
            operation_name=asked.get("operationName"),
            context_value=context,
            allowed_operation_types=ALLOWED,
        )
    except BadRequest as bad:
        return _json({"errors": [{"message": str(bad)}]}, bad.status)
    except (CannotGetOperationTypeError, InvalidOperationTypeError):
        message = "no operation to carry out. Send one query, or name one of several as operationName"
        return _json({"errors": [{"message": message}]}, 400)
    return _json(_shown(result), 200)


async def _document(request: Request) -> dict[str, Any]:
    """The request's query, variables and operation name."""
    asked = await sent(request)
    if not isinstance(asked.get("query"), str) or not asked["query"].strip():
        raise BadRequest(400, "the request asks nothing. Send an object with a text `query`")
    if not isinstance(asked.get("variables"), Mapping | None) or not isinstance(asked.get("operationName"), str | None):
        raise BadRequest(400, "`variables` is no object or `operationName` no text. Correct them")
    return asked


async def sent(request: Request) -> dict[str, Any]:
    """The JSON object that a request sends. Plain forms are refused: other sites can send them."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise BadRequest(415, "the request is not application/json. Send Content-Type: application/json")
    try:
        asked = json.loads(await _body(request))
    except (ValueError, RecursionError):
        raise BadRequest(400, "the request is no JSON. Send one object") from None
    if not isinstance(asked, dict):
        raise BadRequest(400, "the request asks nothing, for it is no object. Send one object")
    return asked


async def _body(request: Request) -> bytes:
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > LARGEST:
            raise BadRequest(413, f"the request is longer than {LARGEST} bytes. Send less, with variables")
        parts.append(part)
    return b"".join(parts)


def _shown(result: ExecutionResult) -> dict[str, Any]:
    shown: dict[str, Any] = {"data": result.data}
    if result.errors:
        shown["errors"] = [told(error).formatted for error in result.errors]
    return shown


def _json(content: Mapping[str, Any], status: int) -> Response:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), default=str)
    return Response(text, status, HEADERS, media_type="application/json")
