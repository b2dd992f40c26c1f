"""A page of documentation for each question, made from the question itself."""

import types
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from api.graphql.docstrings import field_meanings, meaning
from queries.catalogue import catalogue
from queries.question import Question, is_required

KINDS = {str: "text", int: "whole number", float: "number", bool: "yes or no", date: "day"}
LISTS = (tuple, list, set, frozenset)


def write_pages(folder: Path) -> list[Path]:
    """Write a page for each question and one that lists them; the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for title, text in pages().items():
        written.append(folder / f"{title}.md")
        written[-1].write_text(text + "\n", "utf-8")
    return written


def pages() -> dict[str, str]:
    """The pages by their names, with `README`, which lists them."""
    listed = ["# The questions", "", "Made by `kith questions --pages docs/questions` from `queries/`.", ""]
    listed += [f"- [{title}]({title}.md) {question.help()}" for title, question in catalogue().items()]
    return {"README": "\n".join(listed), **{title: "\n".join(_page(title, question)) for title, question in catalogue().items()}}


def _page(title: str, question: type[Question[Any]]) -> Iterator[str]:
    text = question.text().rstrip()
    yield from (f"# {text.splitlines()[0].removeprefix('// ')}", "", question.help(), "")
    yield from ("    " + _command(title, question), "")
    yield from (f"In GraphQL: `{_camel(title)}`, whose arguments are the parameters and `asOf`, `first`, `after`.", "")
    yield from ("| parameter | kind | meaning |", "|---|---|---|")
    hints = get_type_hints(question)
    for parameter in question.parameters():
        yield f"| {parameter.name} | {_kind(hints[parameter.name])}{_default(parameter)} | {parameter.metadata.get('help', '')} |"
    yield ""
    yield from _answer(question.answer, set())
    yield from ("## Its text", "", "```cypher", text, "```")


def _answer(answer: type, told: set[type]) -> Iterator[str]:
    """The fields of an answer's rows, then those of what stands in them."""
    told.add(answer)
    hints, meanings = get_type_hints(answer), field_meanings(answer)
    yield from (f"## {answer.__name__}", "", meaning(answer), "", "| field | kind | meaning |", "|---|---|---|")
    for one in fields(answer):
        locating = " Tells where somebody is." if one.metadata.get("locating") else ""
        yield f"| {one.name} | {_kind(hints[one.name])} | {meanings.get(one.name, '')}{locating} |"
    yield ""
    for one in fields(answer):
        for inner in _parts(hints[one.name]):
            if is_dataclass(inner) and isinstance(inner, type) and inner not in told:
                yield from _answer(inner, told)


def _command(title: str, question: type[Question[Any]]) -> str:
    given = [f"--{p.name.rstrip('_').replace('_', '-')} …" for p in question.parameters() if is_required(p)]
    return " ".join(["kith ask", title, *given])


def _kind(hint: Any) -> str:
    """A type in words.

    >>> _kind(tuple[str, ...]), _kind(date | None)
    ('list of text', 'day, or none')
    """
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        (only,) = [part for part in inner if part is not type(None)]
        return f"{_kind(only)}, or none"
    if origin in LISTS:
        return f"list of {_kind(inner[0])}"
    if origin is Literal:
        return " or ".join(map(str, inner))
    return KINDS.get(hint, getattr(hint, "__name__", str(hint)))


def _parts(hint: Any) -> tuple[Any, ...]:
    """The types inside a type, and itself."""
    inner = get_args(hint)
    return tuple(part for one in inner for part in _parts(one)) if inner else (hint,)


def _default(parameter: Field[Any]) -> str:
    default = parameter.default
    return "" if default is MISSING or default is None else f", by default {default}"


def _camel(title: str) -> str:
    first, *rest = title.split("_")
    return first + "".join(word.capitalize() for word in rest)
