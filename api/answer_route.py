"""Answers to download: GET or POST /answers/QUESTION.csv and .json."""

import asyncio
import json
from collections.abc import Mapping
from typing import Any, get_origin

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

from api.answer_sheet import document, sheet
from api.async_reader import AsyncReader
from api.given import PEOPLE, TELLING, day_given, question_given, written
from api.graphql.problems import code_of, record
from api.graphql.route import BadRequest, sent
from graph.errors import KithError, QuestionError, StoreError
from queries.catalogue import catalogue, question_named
from queries.question import Question
from queries.reader import UID

WAYS = {"csv": (sheet, "text/csv; charset=utf-8; header=present"), "json": (document, "application/json")}
HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
}


async def download(request: Request, reader: AsyncReader) -> Response:
    """The whole answer to a question as a file; what is wrong is told as GraphQL tells it."""
    try:
        title, way = _file(request.path_params["file"])
        given = await sent(request) if request.method == "POST" else _in_address(title, request.query_params)
        day = day_given(given.pop("as_of", None))
        answer = await reader.ask(question_given(title, given), day)
        write, kind = WAYS[way]
        name = f"{answer.question}-{answer.as_of.isoformat()}.{way}"
        headers = HEADERS | {"Content-Disposition": f'attachment; filename="{name}"'}
        return Response(await asyncio.to_thread(write, answer), 200, headers, media_type=kind)
    except BadRequest as bad:
        return _refused({"message": str(bad)}, bad.status)
    except KithError as wrong:
        return _refused({"message": str(wrong), "extensions": {"code": code_of(wrong), "cure": wrong.cure}}, _status(wrong))
    except Exception as failed:
        reference = record(failed, "answers")
        message = f"something went wrong; see the log, reference {reference}"
        return _refused({"message": message, "extensions": {"code": "INTERNAL_ERROR", "reference": reference}}, 500)


def _file(name: str) -> tuple[str, str]:
    """The question and the way of writing that a file's name asks for."""
    title, _, way = name.rpartition(".")
    if way not in WAYS:
        raise NoSuchFile(f"there is no {name}", "Ask for /answers/QUESTION.csv or /answers/QUESTION.json")
    if title not in catalogue():
        raise NoSuchFile(f"there is no question {title!r}", f"Ask one of: {', '.join(catalogue())}")
    return title, way


class NoSuchFile(QuestionError):
    """There is no such file to download."""


def _in_address(title: str, query: QueryParams) -> dict[str, Any]:
    """Parameters out of the address; a name may not stand there, for browsers and proxies keep addresses."""
    asked: type[Question[Any]] = question_named(title)
    parameters = {written(parameter.name): parameter for parameter in asked.parameters()}
    given: dict[str, Any] = {}
    for name in query:
        values = query.getlist(name)
        parameter = parameters.get(name)
        label = parameter.metadata.get("label") if parameter is not None else None
        if name in TELLING or (label in PEOPLE and any(UID.fullmatch(value) is None for value in values)):
            raise QuestionError(
                f"{name} may name somebody, and an address is kept by browsers and proxies",
                "Give a uid in the address, or POST the parameters as JSON",
            )
        many = parameter is not None and get_origin(parameter.type) is tuple
        if len(values) > 1 and not many:
            raise QuestionError(f"{name} is given {len(values)} times", "Give it once")
        given[name] = values if many else values[0]
    return given


def _status(wrong: KithError) -> int:
    if isinstance(wrong, NoSuchFile):
        return 404
    return 503 if isinstance(wrong, StoreError) else 400


def _refused(error: Mapping[str, Any], status: int) -> Response:
    return Response(json.dumps({"errors": [error]}, ensure_ascii=False), status, HEADERS, media_type="application/json")
