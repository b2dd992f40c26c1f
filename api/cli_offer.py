"""`kith offer`: what a community organisation offers, registered by itself, and moderated."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Annotated

import typer
from rich.table import Table

from api.cli_ingest import QUARANTINED
from api.cli_store import JsonOption, StoreOption, caller, opened
from api.console import as_written, console
from api.offering import Offering
from ingest.offers.desk import HELD, Kept, Listed
from ingest.offers.form import Form
from queries.question import plain

offer_app = typer.Typer(
    help="Register what a community organisation offers, and moderate it.", no_args_is_help=True, rich_markup_mode=None
)
OfferArgument = Annotated[str, typer.Argument(help="The offer's uid, as `kith offer list` shows it.")]
OnOption = Annotated[datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="The day; else today.")]
VersionOption = Annotated[
    str | None, typer.Option("--version", help="The version that was looked at: refused where it was reworded since.")
]


@offer_app.command("register")
def register(
    organisation: Annotated[str, typer.Option(help="Who offers it.")],
    name: Annotated[str, typer.Option(help="What it is called.")],
    kind: Annotated[str, typer.Option(help="service or asset.")],
    need: Annotated[list[str], typer.Option(help="What it helps with, by code or words; as often as needed.")],
    description: Annotated[str | None, typer.Option(help="In a few sentences.")] = None,
    area: Annotated[list[str] | None, typer.Option(help="An area it is for, by name or code; as often as needed.")] = None,
    address: Annotated[str | None, typer.Option(help="Where it is.")] = None,
    postcode: Annotated[str | None, typer.Option(help="Its whole postcode.")] = None,
    when: Annotated[str | None, typer.Option(help="When: Fridays 12 to 2.")] = None,
    ages: Annotated[str | None, typer.Option(help="5-11, 18 and over, under 25.")] = None,
    contact: Annotated[str | None, typer.Option(help="Whom to ask, and how.")] = None,
    url: Annotated[str | None, typer.Option(help="Its web site.")] = None,
    capacity: Annotated[str | None, typer.Option(help="How many places are free, or words of it.")] = None,
    on: OnOption = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Register a service or an asset; under a name it has already, it takes that one's place."""
    areas = tuple(area or ())
    form = Form(organisation, name, kind, need, description, areas, address, postcode, when, ages, contact, url, capacity)
    with _offering(store) as offering:
        _show(offering.register(form, on.date() if on else None), as_json)


@offer_app.command("list")
def list_offers(
    standing: Annotated[str | None, typer.Option(help="held, unconfirmed, confirmed, refused or withdrawn.")] = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """List offers and how they stand, those that wait for somebody first."""
    with _offering(store) as offering:
        found = offering.listed(standing)
    if as_json:
        print(json.dumps([plain(vars(one)) for one in found], ensure_ascii=False, indent=1))
        return
    table = Table("offer", "stands", "version", "what", "helps with", "registered", "moderated")
    for one in found:
        table.add_row(*map(as_written, _cells(one)))
    console().print(table if found else "No offer is registered.")


@offer_app.command("confirm")
def confirm(
    offer: OfferArgument,
    why: Annotated[str | None, typer.Option("--why", help="How that is known.")] = None,
    version: VersionOption = None,
    on: OnOption = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say that an offer is as it says; it counts as confirmed from this day."""
    with _offering(store) as offering:
        _show(offering.moderate(offer, "confirm", why, version, on.date() if on else None), as_json)


@offer_app.command("refuse")
def refuse(
    offer: OfferArgument,
    why: Annotated[str, typer.Option("--why", help="The reason, kept, and told to its organisation.")],
    version: VersionOption = None,
    on: OnOption = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Take an offer out of all answers, until it is registered in other words or confirmed."""
    with _offering(store) as offering:
        _show(offering.moderate(offer, "refuse", why, version, on.date() if on else None), as_json)


@offer_app.command("withdraw")
def withdraw(
    offer: OfferArgument,
    why: Annotated[str | None, typer.Option("--why", help="The reason, kept with it.")] = None,
    on: OnOption = None,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say that an organisation offers this no more."""
    with _offering(store) as offering:
        _show(offering.withdraw(offer, why, on.date() if on else None), as_json)


@contextmanager
def _offering(location: str | None) -> Iterator[Offering]:
    with opened(location) as store:
        yield Offering(store, caller())


def _show(kept: Kept, as_json: bool) -> None:
    """What became of an offer; one that is held leaves with the exit code of quarantine."""
    if as_json:
        print(json.dumps(vars(kept), ensure_ascii=False, indent=1))
    else:
        console().print(as_written(f"{kept.offer} is {kept.standing}. {kept.told}."), soft_wrap=True)
    if kept.standing == HELD:
        raise typer.Exit(QUARANTINED)


def _cells(one: Listed) -> tuple[str, ...]:
    what = f"{one.name} ({one.kind}), {one.organisation}" if one.name else f"its words are withheld ({one.kind})"
    why = f": {one.why}" if one.why else ""
    moderated = f"{one.moderated_by}, {one.moderated_on}{why}" if one.moderated_by else ""
    needs, registered = ", ".join(one.needs), f"{one.registered_by}, {one.registered_on}"
    return one.offer, one.standing, one.version, what, needs, registered, moderated
