"""`kith fact`: a person's word on what was read out of a note, and marked notes made of it."""

import json
from datetime import date
from typing import Annotated

import typer

from api.cli_store import StoreOption, caller, opened
from ingest.fact_judgements import Correction, correct, training_notes

fact_app = typer.Typer(help="Accept, reject or amend what was read out of a note.", no_args_is_help=True)

Fact = Annotated[str, typer.Argument(help="The uid of a signal.")]
Why = Annotated[str, typer.Option("--why", help="The reason, kept with the judgement.")]


@fact_app.command("accept")
def accept(fact: Fact, why: Why, store: StoreOption = None) -> None:
    """Say that a fact is right."""
    _judge(fact, Correction("accepted"), why, store)


@fact_app.command("reject")
def reject(fact: Fact, why: Why, store: StoreOption = None) -> None:
    """Say that a fact is wrong: it stays as what was read, and counts for nothing."""
    _judge(fact, Correction("rejected"), why, store)


@fact_app.command("amend")
def amend(
    fact: Fact, code: Annotated[str, typer.Option(help="The code it should have.")], why: Why, store: StoreOption = None
) -> None:
    """Say what a fact should have been."""
    _judge(fact, Correction("amended", code), why, store)


@fact_app.command("export")
def export(store: StoreOption = None) -> None:
    """Notes with their needs as corrected, one object a line, for kith train notes."""
    with opened(store) as opened_store:
        for note in training_notes(opened_store):
            print(json.dumps(note, ensure_ascii=False))


def _judge(fact: str, correction: Correction, why: str, store: str | None) -> None:
    with opened(store) as opened_store:
        print(correct(opened_store, fact, correction, caller().known_as, why, date.today()))
