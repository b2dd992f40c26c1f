"""Every question of the catalogue as a field of Query."""

from collections.abc import Callable, Coroutine
from dataclasses import MISSING, Field, replace
from datetime import date
from inspect import Parameter, Signature
from typing import Annotated, Any, get_origin, get_type_hints

import strawberry
from strawberry.types.field import StrawberryField

from api.graphql.connection import MOST, PAGE, Page, connection_type, page_of
from api.graphql.context import Info
from api.graphql.field import Hint, resolved_field
from api.graphql.rows import LISTS, graphql_hint
from queries.question import Question, is_required

Asker = Callable[..., Coroutine[Any, Any, Page]]


def question_field(question: type[Question[Any]]) -> StrawberryField:
    """The field of a question: its parameters as arguments, its answer as a connection."""
    title = question.title()
    return resolved_field(title, connection_type(question.answer), _asker(question), question.help())


def _asker(question: type[Question[Any]]) -> Asker:
    """The function behind a question's field, with a signature that strawberry reads its arguments from."""
    hints = get_type_hints(question)
    listed = {p.name: kind for p in question.parameters() if (kind := get_origin(hints[p.name])) in LISTS}

    async def ask(
        info: Info,
        *,
        as_of: date | None = None,
        first: int | None = None,
        after: str | None = None,
        explain: bool = False,
        **given: Any,
    ) -> Page:
        kept = {name: listed[name](value) if name in listed and value is not None else value for name, value in given.items()}
        length = PAGE if first is None else first
        if explain:
            found = await info.context.reader.explain(question(**kept), as_of)
            return replace(page_of(found.answer, length, after), explanation=found.explanation)
        return page_of(await info.context.reader.ask(question(**kept), as_of), length, after)

    own = [_argument(p.name, hints[p.name], p.metadata.get("help"), _default(p)) for p in question.parameters()]
    parameters = [Parameter("info", Parameter.POSITIONAL_OR_KEYWORD, annotation=Info), *own, *_paging()]
    ask.__name__ = question.title()
    ask.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    return ask


def _paging() -> list[Parameter]:
    return [
        _argument("as_of", date | None, "The day the answer shall be true of; else the day the place speaks of.", None),
        _argument("first", int | None, f"So many rows at most, and never over {MOST}.", PAGE),
        _argument("after", str | None, "The cursor to go on behind.", None),
        _argument("explain", bool, "Whether `explanation` shall tell how the answer came about.", False),
    ]


def _default(parameter: Field[Any]) -> Any:
    if is_required(parameter):
        return Parameter.empty
    return parameter.default if parameter.default is not MISSING else _made(parameter)


def _made(parameter: Field[Any]) -> Any:
    assert parameter.default_factory is not MISSING
    return parameter.default_factory()


def _argument(name: str, hint: Hint, description: str | None, default: Any) -> Parameter:
    shown = graphql_hint(hint)
    # Python alone needs the stroke behind `from`; any other name strawberry puts into GraphQL's way of writing.
    said = name.rstrip("_") if name.endswith("_") else None
    annotation = Annotated[shown, strawberry.argument(description=description, name=said)]  # type: ignore[valid-type]
    return Parameter(name, Parameter.KEYWORD_ONLY, annotation=annotation, default=default)
