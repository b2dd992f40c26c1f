"""`kith saved`: questions that a caller keeps under a name, and asks again."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Any

import typer
from rich.table import Table

from api.cli_ask import answered
from api.cli_store import CsvOption, JsonOption, StoreOption, caller, opened
from api.console import as_written, console
from api.saving import Saving
from graph.errors import QuestionError
from queries.question import plain

saved_app = typer.Typer(help="Keep questions under a name, and ask them again.", no_args_is_help=True, rich_markup_mode=None)
Name = Annotated[str, typer.Argument(help="The name it is saved under.")]


@saved_app.command("save")
def save(
    name: Name,
    question: Annotated[str, typer.Argument(help="The question, as `kith questions` lists it.")],
    given: Annotated[
        list[str] | None,
        typer.Option("--with", help="A parameter as NAME=VALUE; given several times over.", metavar="NAME=VALUE"),
    ] = None,
    store: StoreOption = None,
) -> None:
    """Save a question with its parameters under a name of your own."""
    with opened(store) as opened_store:
        kept = Saving(opened_store, caller()).save(name, question, parameters_of(given or []))
    print(f"{kept.saved_as} is saved: {kept.question} {_told(kept.parameters)}".rstrip())


@saved_app.command("list")
def listed(as_json: JsonOption = False, store: StoreOption = None) -> None:
    """List the questions that you saved."""
    with opened(store) as opened_store:
        found = Saving(opened_store, caller()).saved()
    if as_json:
        print(json.dumps([plain(asdict(one)) for one in found], ensure_ascii=False, indent=1))
        return
    table = Table("name", "question", "parameters", "saved on")
    for one in found:
        told = "; ".join(filter(None, (_told(one.parameters), *one.lost)))
        table.add_row(as_written(one.saved_as), one.question, as_written(told), one.saved_on.isoformat())
    console().print(table)


@saved_app.command("ask")
def ask(
    name: Name,
    as_of: Annotated[datetime | None, typer.Option("--as-of", formats=["%Y-%m-%d"], help="True of this day.")] = None,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
    explain: Annotated[bool, typer.Option("--explain", help="Tell how the answer came about as well.")] = False,
    store: StoreOption = None,
) -> None:
    """Ask a question that you saved."""
    with opened(store) as opened_store:
        question = Saving(opened_store, caller()).asked(name)
        answered(opened_store, question, as_of.date() if as_of else None, as_json, as_csv, explain)


@saved_app.command("delete")
def delete(name: Name, store: StoreOption = None) -> None:
    """Delete a question that you saved."""
    with opened(store) as opened_store:
        print(f"{Saving(opened_store, caller()).delete(name)} is deleted")


def parameters_of(given: Sequence[str]) -> dict[str, Any]:
    """Parameters out of NAME=VALUE; what is given several times over is a list.

    >>> parameters_of(["team=Thornlea INT", "required=health", "required=housing"])
    {'team': 'Thornlea INT', 'required': ['health', 'housing']}
    """
    found: dict[str, Any] = {}
    for one in given:
        name, sign, value = one.partition("=")
        name = name.strip().replace("-", "_")
        if not sign or not name:
            raise QuestionError(f"{one!r} is no parameter", "Give NAME=VALUE, such as --with area=Millbrook")
        before = found.get(name)
        found[name] = value if before is None else [*(before if isinstance(before, list) else [before]), value]
    return found


def _told(parameters: dict[str, Any]) -> str:
    return ", ".join(f"{name} {value}" for name, value in parameters.items())
