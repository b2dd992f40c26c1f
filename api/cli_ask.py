"""`kith ask QUESTION --PARAM VALUE` and `kith questions`: commands made from the catalogue."""

import inspect
import json
import sys
import types
from collections.abc import Callable
from dataclasses import MISSING, Field
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import typer
from rich.table import Table

from api.answer_sheet import sheet
from api.cli_store import CsvOption, JsonOption, StoreOption, opened, reader_of
from api.cli_words import words_command
from api.console import console
from api.question_pages import write_pages
from api.show import show
from api.show_explanation import show_explanation
from graph.errors import QuestionError
from graph.store import Store
from queries.catalogue import catalogue
from queries.explanation import Explanation
from queries.question import Answer, Question, is_required

ExplainOption = Annotated[bool, typer.Option("--explain", help="Tell how the answer came about as well.")]
ask_app = typer.Typer(help="Ask a question of the graph.", no_args_is_help=True, rich_markup_mode=None)


def questions(
    as_json: JsonOption = False,
    pages: Annotated[Path | None, typer.Option(help="Write a page of documentation for each into this folder instead.")] = None,
) -> None:
    """List the questions there are, with their parameters."""
    if pages:
        print(f"{len(write_pages(pages))} pages in {pages}")
        return
    if as_json:
        listed = [
            {
                "question": title,
                "answers": question.help(),
                "parameters": [
                    {"name": p.name, "help": p.metadata["help"], "required": is_required(p)} for p in question.parameters()
                ],
            }
            for title, question in catalogue().items()
        ]
        print(json.dumps(listed, indent=1))
        return
    table = Table("question", "answers", "parameters")
    for title, question in catalogue().items():
        named = [f"--{flag_of(p.name)}" if is_required(p) else f"[--{flag_of(p.name)}]" for p in question.parameters()]
        table.add_row(title, question.help(), " ".join(named).replace("[", "\\["))
    console().print(table)


def _command(question: type[Question[Any]]) -> Callable[..., None]:
    """A command with one option for each parameter of the question."""

    def ask(**given: Any) -> None:
        as_of, store, explain = given.pop("as_of"), given.pop("store"), given.pop("explain")
        as_json, as_csv = given.pop("as_json"), given.pop("as_csv")
        kept = {name: _kept(value) for name, value in given.items()}
        with opened(store) as opened_store:
            answered(opened_store, question(**kept), as_of.date() if as_of else None, as_json, as_csv, explain)

    ask.__doc__ = question.help()
    hints = get_type_hints(question)
    parameters = [_option(p, hints[p.name]) for p in question.parameters()]
    parameters += [
        _keyword(
            "as_of", Annotated[datetime | None, typer.Option("--as-of", formats=["%Y-%m-%d"], help="True of this day.")], None
        ),
        _keyword("as_json", JsonOption, False),
        _keyword("as_csv", CsvOption, False),
        _keyword("explain", ExplainOption, False),
        _keyword("store", StoreOption, None),
    ]
    ask.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    ask.__annotations__ = {p.name: p.annotation for p in parameters}
    return ask


def answered(store: Store, question: Question[Any], day: date | None, as_json: bool, as_csv: bool, explain: bool) -> None:
    """Ask a question and print its answer, in the form that was asked for.

    Raises QuestionError where two forms are asked for at once.
    """
    if as_json and as_csv:
        raise QuestionError("--json and --csv are two forms of one answer", "Give one of them")
    if as_csv and explain:
        raise QuestionError("an explanation has no place in a CSV", "Ask for --json, or for the answer alone")
    reader = reader_of(store)
    if explain:
        found = reader.explain(question, day)
        _print(found.answer, as_json, as_csv, found.explanation)
    else:
        _print(reader.ask(question, day), as_json, as_csv)


def _print(answer: Answer[Any], as_json: bool, as_csv: bool, explanation: Explanation | None = None) -> None:
    """Print an answer for a person, as a JSON document, or as a CSV; with how it came about, where that is told."""
    if as_csv:
        sys.stdout.buffer.write(sheet(answer))
    elif as_json:
        told = {"explanation": explanation.as_json()} if explanation else {}
        print(json.dumps(answer.as_json() | told, ensure_ascii=False, indent=1))
    else:
        show(answer, console())
        if explanation:
            show_explanation(explanation, console())


def _option(parameter: Field[Any], hint: Any) -> inspect.Parameter:
    plain = next((one for one in get_args(hint) if one is not types.NoneType), hint)
    flag = f"--{flag_of(parameter.name)}"
    option = typer.Option(flag, help=parameter.metadata["help"], formats=["%Y-%m-%d"] if plain is date else None)
    if plain is date:
        # The command line knows no days, only times of day.
        plain, hint = datetime, datetime | None
    if get_origin(hint) is tuple:
        # Given several times over: the command line has lists.
        default: Any = parameter.default
        return _keyword(parameter.name, Annotated[list[get_args(hint)[0]], option], list(default))  # type: ignore[misc]
    if parameter.default is MISSING:
        return _keyword(parameter.name, Annotated[plain, option], inspect.Parameter.empty)
    return _keyword(parameter.name, Annotated[hint, option], parameter.default)


def _kept(value: Any) -> Any:
    """A value of the command line as a question takes it."""
    if isinstance(value, datetime):
        return value.date()
    return tuple(value) if isinstance(value, list) else value


def flag_of(name: str) -> str:
    """A parameter's name as an option has it; Python alone needs a stroke behind `from`.

    >>> flag_of("from_"), flag_of("most_steps")
    ('from', 'most-steps')
    """
    return name.rstrip("_").replace("_", "-")


def _keyword(name: str, annotation: Any, default: Any) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


for _title, _question in catalogue().items():
    ask_app.command(_title)(_command(_question))
    if "_" in _title:
        ask_app.command(_title.replace("_", "-"), hidden=True)(_command(_question))
ask_app.command("words")(words_command)
