"""`kith ask words "…"`: a question in one's own words, with how it was understood."""

import json
import shlex
import sys
from dataclasses import asdict
from typing import Annotated

import typer

from api.answer_sheet import sheet
from api.cli_store import CsvOption, JsonOption, StoreOption, opened, reader_of
from api.console import console
from api.show import show
from api.wording.understanding import Understanding, clear, understand
from graph.errors import QuestionError

UNCLEAR = 2


def words_command(
    words: Annotated[list[str], typer.Argument(help="The question, such as: who already knows the Hartleys?")],
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
    store: StoreOption = None,
) -> None:
    """A question in your own words; tells how it was understood, and what else it could mean.

    With --csv the answer alone is printed; where several readings are as likely, they are listed instead.
    """
    if as_json and as_csv:
        raise QuestionError("--json and --csv are two forms of one answer", "Give one of them")
    with opened(store) as opened_store:
        found = understand(opened_store, " ".join(words))
        chosen = clear(found)
        answer = reader_of(opened_store).ask(chosen.asked()) if chosen else None
    others = [one for one in found if one is not chosen]
    if as_json:
        told = {"understood": asdict(chosen) if chosen else None, "could_also_mean": [asdict(one) for one in others]}
        print(json.dumps({**told, "answer": answer.as_json() if answer else None}, ensure_ascii=False, indent=1))
    elif as_csv and answer:
        sys.stdout.buffer.write(sheet(answer))
    else:
        _show(chosen, others)
        if answer:
            show(answer, console())
    if chosen is None:
        raise typer.Exit(UNCLEAR)


def _show(chosen: Understanding | None, others: list[Understanding]) -> None:
    out = console()
    if chosen:
        out.print(f"Understood as: {command(chosen)}", markup=False, style="bold")
        for reason in chosen.because:
            out.print(f"  {reason}", markup=False)
        if chosen.passed_over:
            out.print(f"  nothing was made of: {', '.join(chosen.passed_over)}", markup=False, style="yellow")
    if others:
        out.print("It could also mean:" if chosen else "Several are meant as likely. Which one?", markup=False)
    for one in others:
        out.print(f"  {command(one)}   ({one.because[-1]})", markup=False, soft_wrap=True)


def command(one: Understanding) -> str:
    """The command that asks just this."""
    return " ".join(["kith ask", one.question, *(_option(name, value) for name, value in one.parameters.items())])


def _option(name: str, value: object) -> str:
    flag = f"--{name.replace('_', '-')}"
    return flag if value is True else f"{flag} {shlex.quote(str(value))}"
