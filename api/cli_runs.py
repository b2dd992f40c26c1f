"""`kith runs`: what was taken in, when, and how it ended."""

import json
from typing import Annotated

import typer
from rich.table import Column, Table

from api.cli_store import JsonOption, StoreOption, opened
from api.console import as_written, console
from ingest.tally import Ran, runs

SHOWN = 40
NUMBERS = ("read", "accepted", "quarantined", "withdrawn", "seconds")


def runs_command(
    source: Annotated[str | None, typer.Option("--source", help="Only runs of this source.")] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many, the latest first.")] = SHOWN,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """List the runs: source, when, how it ended, rows read, taken, refused and withdrawn, and how long it took."""
    with opened(store) as opened_store:
        found = runs(opened_store, source, limit)
    if as_json:
        print(json.dumps([vars(one) for one in found], indent=1))
        return
    table = Table("source", "started", "ended as", *(Column(name, justify="right") for name in NUMBERS))
    for one in found:
        numbers = (one.counts.get(name, "") for name in NUMBERS[:-1])
        table.add_row(*map(as_written, (one.source, one.started, one.state, *map(str, numbers), _seconds(one))))
    console().print(table if table.rows else "Nothing was taken in yet.")


def _seconds(one: Ran) -> str:
    taken = one.counts.get("seconds", {})
    return f"{taken['all']:.1f}" if isinstance(taken, dict) and "all" in taken else ""
