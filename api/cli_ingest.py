"""`kith ingest`: take a place, or one file with its mapping, into the store."""

import json
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from api.cli_forget import told_of
from api.cli_spark import SparkOption, on
from api.cli_store import JsonOption, StoreOption, opened
from api.console import console
from api.json_array import Streamed
from api.progress import JsonProgressOption, watching
from graph.errors import MappingError
from ingest.counts import total
from ingest.load import Outcome, ingest
from ingest.mapping import load_mapping
from ingest.place import Place, load_place, single

FAILED, QUARANTINED = 1, 3
MOST_SHOWN = 8
"""Fields without a place that are named on the screen."""


def ingest_command(
    path: Annotated[Path, typer.Argument(help="A folder with place.yaml, or one file.")],
    mapping: Annotated[Path | None, typer.Option("--mapping", help="The mapping of one file.")] = None,
    source: Annotated[str | None, typer.Option("--as", help="The source this is; in a place: take only this one.")] = None,
    extracted_on: Annotated[
        datetime | None, typer.Option("--extracted-on", formats=["%Y-%m-%d"], help="The day one file was drawn.")
    ] = None,
    store: StoreOption = None,
    accept_withdrawals: Annotated[
        bool, typer.Option("--accept-withdrawals", help="Withdraw even where over a fifth of a source would go.")
    ] = False,
    spark: SparkOption = None,
    as_json: JsonOption = False,
    json_progress: JsonProgressOption = False,
) -> None:
    """Take records, notes and directories in; a second run of the same input changes nothing."""
    place = place_of(path, mapping, source, extracted_on.date() if extracted_on else None)
    with opened(store, make=True) as opened_store, on(spark, opened_store) as carrier, watching(json_progress) as progress:
        only = source if mapping is None else None
        outcome = ingest(
            opened_store, place, accept_withdrawals=accept_withdrawals, only=only, progress=progress, carrier=carrier
        )
    report(outcome, as_json)
    end(outcome)


def end(outcome: Outcome) -> None:
    """Tell what could not be taken in, and leave with the exit code that says so."""
    for wrong in outcome.failures:
        print(f"kith: {wrong}", file=sys.stderr)
    if outcome.failures:
        raise typer.Exit(FAILED)
    if any(counts.quarantined for counts in outcome.counts):
        raise typer.Exit(QUARANTINED)


def place_of(path: Path, mapping: Path | None, source: str | None, extracted_on: date | None = None) -> Place:
    """The place that a path and options name.

    Raises MappingError where they do not fit together.
    """
    if not path.exists():
        raise MappingError(f"{path} does not exist", "Check the path")
    if path.is_dir() and not (mapping is not None and load_mapping(mapping).reads.takes_folders):
        if mapping is not None:
            raise MappingError(
                f"{path} is a folder", "Name one file with --mapping, or leave --mapping out to read its place.yaml"
            )
        if extracted_on is not None:
            raise MappingError("--extracted-on is for one file", "In a place, give the source its `extracted_on` in place.yaml")
        place = load_place(path, date.today())
        if source is not None and source not in {supply.mapping.source for supply in place.supplies}:
            listed = ", ".join(supply.mapping.source for supply in place.supplies)
            raise MappingError(f"{path} has no source {source!r}", f"Its sources are: {listed}")
        return place
    if mapping is None:
        raise MappingError(f"{path.name} comes without a mapping", "Name one with --mapping FILE, or the folder of its place")
    loaded = load_mapping(mapping)
    if extracted_on is None and loaded.recorded_on is None:
        told = "its rows have no date, so what they tell of counts as long ago: name the day it was drawn with --extracted-on"
        print(f"kith: {path.name}: {told}", file=sys.stderr)
    named = loaded.model_copy(update={"source": source}) if source else loaded
    return single(path, named, date.today(), extracted_on)


def report(outcome: Outcome, as_json: bool) -> None:
    """What was read, taken, refused and withdrawn."""
    sums = total(outcome.counts)
    if as_json:
        told = {
            **sums,
            "sources": [{**c.as_json(), "rows": Streamed(c.rows)} for c in outcome.counts],
            "retained": [vars(one) for one in outcome.retained],
            "warnings": outcome.warnings,
            "failures": [str(one) for one in outcome.failures],
        }
        json.dump(told, sys.stdout, ensure_ascii=False, indent=1)
        print()
        return
    columns = (
        "read",
        "accepted",
        "new",
        "changed",
        "unchanged",
        "repaired",
        "warned",
        "corrected",
        "quarantined",
        "duplicates",
        "lapsed",
        "withdrawn",
    )
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
            screen.print(f"{counts.source}: departs from its standard, and is taken in: {what} ({times:,})", soft_wrap=True)
        if left := counts.left_over():
            named = ", ".join(f"{field} ({kind}, {times:,})" for field, kind, times in left[:MOST_SHOWN])
            more = f" and {len(left) - MOST_SHOWN} more, which --json lists" if len(left) > MOST_SHOWN else ""
            screen.print(f"{counts.source}: has no place for {named}{more}", soft_wrap=True)
    for one in outcome.retained:
        screen.print(told_of(one))
    for counts in outcome.counts:
        if counts.lapsed:
            screen.print(f"{counts.source}: {counts.lapsed} rows are past its retention period and were not taken in")
        if counts.undated:
            screen.print(f"{counts.source}: {counts.undated} rows have no date, so that their retention period cannot be told")
        if counts.corrections_left:
            screen.print(f"{counts.source}: {counts.corrections_left} corrections left, for its rows were sent anew")
    for warning in outcome.warnings:
        screen.print(warning)
