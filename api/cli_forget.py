"""`kith forget SOURCE` and `kith retain`: letting go what a source said, or what was kept long enough."""

import json
from datetime import date, datetime
from typing import Annotated

import typer

from api.cli_store import JsonOption, StoreOption, opened
from api.progress import JsonProgressOption, watching
from ingest import forgetting, retaining
from ingest.forgetting import Holdings
from ingest.offers.desk import look_again
from ingest.retaining import Retained


def forget(
    source: Annotated[str, typer.Argument(help="The source, as its mapping names it.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask first.")] = False,
    store: StoreOption = None,
    as_json: JsonOption = False,
    json_progress: JsonProgressOption = False,
) -> None:
    """Take out all that a source said, as if it had never been there; what other sources say stays."""
    with opened(store) as opened_store:
        goes = forgetting.holdings(opened_store, source)
        if not yes:
            typer.confirm(f"{told_of_holdings(goes)} Forget {source}?", abort=True, err=True)
        with watching(json_progress) as progress:
            gone = forgetting.forget(opened_store, source, progress)
            look_again(opened_store)
    if as_json:
        print(json.dumps(vars(gone), indent=1))
    else:
        print(f"{source} is forgotten: {gone.records} records went. Take it out of place.yaml, or the next run brings it back.")


def retain(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what is due, and change nothing.")] = False,
    on: Annotated[
        datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="With --dry-run: what is due on this day.")
    ] = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Let go what is past its source's retention period, and the words of notes past theirs."""
    if on is not None and not dry_run:
        raise typer.BadParameter("another day than today is for --dry-run only", param_hint="--on")
    with opened(store) as opened_store:
        found = (
            retaining.due(opened_store, on.date() if on else date.today())
            if dry_run
            else retaining.retain(opened_store, date.today())
        )
        if not dry_run:
            look_again(opened_store)
    if as_json:
        print(json.dumps([vars(one) for one in found], indent=1))
        return
    for one in found:
        print(told_of(one, "would go" if dry_run else "went"))
    if not found:
        print("Nothing is past its retention period.")


def told_of(one: Retained, went: str = "went") -> str:
    """What retention took of a source, in a sentence."""
    parts = (
        (one.records, "records"),
        (one.quarantined, "rows in quarantine"),
        (one.corrections, "corrections"),
        (one.texts, "notes' words"),
    )
    listed = ", ".join(f"{many} {what}" for many, what in parts if many)
    return f"{one.source}: {listed} {went}, for their retention period is over"


def told_of_holdings(goes: Holdings) -> str:
    """What forgetting a source takes, in a sentence."""
    return (
        f"{goes.records} records, {goes.quarantined} rows in quarantine, {goes.corrections} corrections and {goes.runs} runs "
        f"of {goes.source} go; with them {goes.persons} people whom no other source speaks of."
    )
