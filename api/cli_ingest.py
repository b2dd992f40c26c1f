"""`kith ingest`: take a place, or one file with its mapping, into the store."""

import json
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from api.cli_spark import SparkOption, run_on
from api.cli_store import JsonOption, StoreOption, opened
from api.console import console
from graph.errors import MappingError
from ingest.counts import total
from ingest.load import Outcome, ingest
from ingest.mapping import load_mapping
from ingest.place import Place, load_place, single

QUARANTINED = 3


def ingest_command(
    path: Annotated[Path, typer.Argument(help="A folder with place.yaml, or one file.")],
    mapping: Annotated[Path | None, typer.Option("--mapping", help="The mapping of one file.")] = None,
    source: Annotated[str | None, typer.Option("--as", help="The source this is; in a place: take only this one.")] = None,
    store: StoreOption = None,
    accept_withdrawals: Annotated[
        bool, typer.Option("--accept-withdrawals", help="Withdraw even where over a fifth of a source would go.")
    ] = False,
    spark: SparkOption = None,
    as_json: JsonOption = False,
) -> None:
    """Take records, notes and directories in; a second run of the same input changes nothing."""
    place = place_of(path, mapping, source)
    with (
        opened(store) as opened_store,
        Console(stderr=True).status(f"Taking in {place.full_name}"),
        run_on(spark, opened_store) as run_of,
    ):
        only = source if mapping is None else None
        outcome = ingest(opened_store, place, accept_withdrawals=accept_withdrawals, only=only, run_of=run_of)
    report(outcome, as_json)
    if any(counts.quarantined for counts in outcome.counts):
        raise typer.Exit(QUARANTINED)


def place_of(path: Path, mapping: Path | None, source: str | None) -> Place:
    """The place that a path and options name.

    Raises MappingError where they do not fit together.
    """
    if not path.exists():
        raise MappingError(f"{path} does not exist", "Check the path")
    if path.is_dir():
        if mapping is not None:
            raise MappingError(
                f"{path} is a folder", "Name one file with --mapping, or leave --mapping out to read its place.yaml"
            )
        place = load_place(path, date.today())
        if source is not None and source not in {supply.mapping.source for supply in place.supplies}:
            listed = ", ".join(supply.mapping.source for supply in place.supplies)
            raise MappingError(f"{path} has no source {source!r}", f"Its sources are: {listed}")
        return place
    if mapping is None:
        raise MappingError(f"{path.name} comes without a mapping", "Name one with --mapping FILE, or the folder of its place")
    loaded = load_mapping(mapping)
    return single(path, loaded.model_copy(update={"source": source}) if source else loaded, date.today())


def report(outcome: Outcome, as_json: bool) -> None:
    """What was read, taken, refused and withdrawn."""
    sums = total(outcome.counts)
    if as_json:
        told = {**sums, "sources": [c.as_json() for c in outcome.counts], "warnings": outcome.warnings}
        print(json.dumps(told, ensure_ascii=False, indent=1))
        return
    columns = ("read", "accepted", "new", "changed", "unchanged", "repaired", "warned", "quarantined", "duplicates", "withdrawn")
    shown = [name for name in columns if name in ("read", "accepted") or (sums[name] and (name != "new" or sums["unchanged"]))]
    table = Table(box=None, padding=(0, 1))
    table.add_column("source", no_wrap=True)
    for name in shown:
        table.add_column(name, justify="right", no_wrap=True)
    for counts in outcome.counts:
        table.add_row(counts.source, *(str(getattr(counts, name) or "") for name in shown))
    table.add_row("all", *(str(sums[name]) for name in shown), style="bold")
    screen = console()
    screen.print(table)
    for counts in outcome.counts:
        for what, times in sorted(counts.deviations.items()):
            screen.print(
                f"{counts.source}: {what} ({times} times), which the standard asks for; taken in without", soft_wrap=True
            )
    for warning in outcome.warnings:
        screen.print(warning)
