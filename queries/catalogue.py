"""The questions there are: the catalogue is the folder."""

import importlib
from functools import cache
from importlib.resources import files

from graph.errors import QuestionError
from queries.question import Question


@cache
def catalogue() -> dict[str, type[Question[object]]]:
    """Every question by its name, in order."""
    titles = sorted(path.name.removesuffix(".cypher") for path in files("queries").iterdir() if path.name.endswith(".cypher"))
    return {title: _question(title) for title in titles}


def question_named(title: str) -> type[Question[object]]:
    """The question of a name.

    Raises QuestionError with the names there are.
    """
    found = catalogue().get(title.replace("-", "_"))
    if found is None:
        raise QuestionError(f"there is no question {title!r}", f"Ask one of: {', '.join(catalogue())}")
    return found


def _question(title: str) -> type[Question[object]]:
    module = importlib.import_module(f"queries.{title}")
    found: type[Question[object]] = getattr(module, "".join(word.capitalize() for word in title.split("_")))
    return found
