"""`kith quarantine`: rows that could not be taken in, with reason and cure."""

import json
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from api.cli_ingest import end, report
from api.cli_store import JsonOption, StoreOption, opened
from api.console import console
from ingest import quarantine
from ingest.load import Outcome, ingest
from ingest.place import load_place

quarantine_app = typer.Typer(help="Rows that could not be taken in.", no_args_is_help=True, rich_markup_mode=None)


@quarantine_app.command("list")
def list_rows(store: StoreOption = None, as_json: JsonOption = False) -> None:
    """Show each row in quarantine: where it stands, what is wrong, and the cure."""
    with opened(store) as opened_store:
        rows = quarantine.listed(opened_store)
    if as_json:
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    table = Table("file", "row", "verdict", "what is wrong", "cure", show_lines=True)
    for row in rows:
        what = "\n".join(problem["what"] for problem in row["problems"])
        cure = "\n".join(problem["cure"] for problem in row["problems"])
        table.add_row(row["file"], row["row_key"], row["verdict"], what, cure)
    console().print(table if rows else "No row is in quarantine.")


@quarantine_app.command("retry")
def retry(
    place: Annotated[Path, typer.Argument(help="The folder of the place.")],
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Read again the sources that have rows in quarantine; what was put right is taken in."""
    with opened(store) as opened_store:
        held = {row["source"] for row in quarantine.listed(opened_store)}
        outcome = Outcome()
        loaded = load_place(place, date.today())
        for supply in loaded.supplies:
            if supply.mapping.source in held:
                outcome.counts += ingest(opened_store, loaded, only=supply.mapping.source).counts
    report(outcome, as_json)
    end(outcome)
