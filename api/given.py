"""From the name of a question and its parameters, as somebody wrote them, to the question."""

from collections.abc import Mapping
from datetime import date
from typing import Any, get_type_hints

from pydantic import TypeAdapter, ValidationError

from graph.errors import QuestionError
from queries.catalogue import question_named
from queries.question import Question, is_required

PEOPLE = ("Person", "Family", "Practitioner")
"""Labels of parameters that name somebody."""
TELLING = frozenset({"words", "near"})
"""Parameters of free words that may name somebody, or tell where they live."""


def question_given(title: str, given: Mapping[str, Any]) -> Question[Any]:
    """A question by its name, with parameters by the names that `kith questions` lists.

    Raises QuestionError where there is no such question or parameter, one is missing, or is of another kind.

    >>> question_given("partner_links", {"least": "3"}).least
    3
    """
    asked = question_named(title)
    hints = get_type_hints(asked)
    names = {written(parameter.name): parameter for parameter in asked.parameters()}
    for name in given:
        if name not in names:
            raise QuestionError(f"{asked.title()} has no parameter {name!r}", f"It takes: {', '.join(names) or 'none'}")
    missing = [name for name, parameter in names.items() if is_required(parameter) and given.get(name) is None]
    if missing:
        raise QuestionError(f"{asked.title()} is asked without {missing[0]}", f"Give {missing[0]}: {_help(names[missing[0]])}")
    kept = {names[name].name: typed(name, hints[names[name].name], value) for name, value in given.items() if value is not None}
    return asked(**kept)


def typed(name: str, hint: Any, value: Any) -> Any:
    """A value as its parameter takes it; raises QuestionError where it is of another kind."""
    try:
        return TypeAdapter(hint).validate_python(value)
    except ValidationError as wrong:
        raise QuestionError(f"{name} is {value!r}: {wrong.errors()[0]['msg']}", "Correct it") from None


def day_given(value: Any) -> date | None:
    """The day an answer shall be true of, where one is given."""
    found: date | None = typed("as_of", date | None, value)
    return found


def written(name: str) -> str:
    """A parameter's name as people write it; Python alone needs the stroke behind `from`."""
    return name.rstrip("_")


def _help(parameter: Any) -> str:
    return str(parameter.metadata.get("help", ""))
