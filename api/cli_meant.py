"""`kith meant`: mentions in notes of which it is not sure whom they mean, and a person's word on them."""

from datetime import date
from typing import Annotated

import typer

from api.cli_store import JsonOption, StoreOption, caller, opened
from api.console import as_written, console
from api.json_array import print_array
from ingest import meant_judgements

meant_app = typer.Typer(help="Whom mentions in notes mean, where that is not sure.", no_args_is_help=True, rich_markup_mode=None)

Mention = Annotated[str, typer.Argument(help="A mention in a note, as `kith meant list` shows it.")]
Why = Annotated[str, typer.Option("--why", help="The reason, kept with the judgement.")]
HINT = "It counts from the next run of the notes: kith ingest PLACE"


@meant_app.command("list")
def list_waiting(store: StoreOption = None, as_json: JsonOption = False) -> None:
    """Show each mention that waits for a person's word, with whom it may mean, likeliest first."""
    with opened(store) as opened_store:
        waiting = meant_judgements.waiting(opened_store, caller().cleared)
        if as_json:
            print_array(waiting)
            return
        none = True
        for one in waiting:
            none = False
            if one["restricted"]:
                console().print(as_written("restricted: only whoever is cleared may see it (KITH_CLEARED)"), soft_wrap=True)
                continue
            console().print(as_written(f"{one['mention']} in {one['note']}, {one['recorded_on'] or 'undated'}"), soft_wrap=True)
            for other in one["may_mean"]:
                born = f", born {other['dob']}" if other["dob"] else ""
                console().print(as_written(f"  {other['full_name']}{born}: {other['uid']}"), soft_wrap=True)
    if none:
        print("No mention waits.")


@meant_app.command("is")
def say_who(
    mention: Mention,
    of: Annotated[str, typer.Argument(help="A mention in a record of whom it means.")],
    why: Why,
    store: StoreOption = None,
) -> None:
    """Say whom a mention means."""
    _decide(mention, of, why, store)


@meant_app.command("nobody")
def say_nobody(mention: Mention, why: Why, store: StoreOption = None) -> None:
    """Say that a mention means nobody whom records know."""
    _decide(mention, None, why, store)


@meant_app.command("undo")
def undo(mention: Mention, store: StoreOption = None) -> None:
    """Take back what was said of a mention."""
    with opened(store) as opened_store:
        meant_judgements.take_back(opened_store, mention)
    print(HINT)


def _decide(mention: str, of: str | None, why: str, store: str | None) -> None:
    with opened(store) as opened_store:
        print(meant_judgements.decide(opened_store, mention, of, caller().known_as, why, date.today()))
    print(HINT)
