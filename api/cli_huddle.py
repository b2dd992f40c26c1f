"""`kith huddle`: what a huddle agreed, and that it is done; `kith ask huddle` shows the sheet."""

from datetime import datetime
from typing import Annotated

import typer

from api.agreeing import Agreeing
from api.cli_store import StoreOption, caller, opened

huddle_app = typer.Typer(help="Record what a huddle agreed, and follow it up.", no_args_is_help=True, rich_markup_mode=None)


@huddle_app.command("agree")
def agree(
    words: Annotated[str, typer.Argument(help="What was agreed, in a few words.")],
    family: Annotated[str | None, typer.Option(help="The family, or anybody in it.")] = None,
    person: Annotated[str | None, typer.Option(help="Or one person.")] = None,
    owner: Annotated[str | None, typer.Option(help="Who is to do it.")] = None,
    due: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="By when.")] = None,
    on: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day of the huddle; else today.")] = None,
    decision: Annotated[bool, typer.Option("--decision", help="A decision, and nothing to be done.")] = False,
    store: StoreOption = None,
) -> None:
    """Keep an action or a decision; prints its uid."""
    kind, until = "decision" if decision else "action", due.date() if due else None
    with opened(store) as opened_store:
        huddle = Agreeing(opened_store, caller())
        print(huddle.agree(words, family, person, kind, owner, until, on.date() if on else None))


@huddle_app.command("done")
def done(
    action: Annotated[str, typer.Argument(help="The action's uid.")],
    came_of: Annotated[str, typer.Option(help="What came of it.")],
    on: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day; else today.")] = None,
    store: StoreOption = None,
) -> None:
    """Say that an action is done."""
    with opened(store) as opened_store:
        Agreeing(opened_store, caller()).finish(action, came_of, on.date() if on else None)
        print(f"{action} is done")
