"""`kith huddle`: what a huddle agreed, and that it is done; `kith ask huddle` shows the sheet."""

from datetime import date, datetime
from typing import Annotated

import typer

from api.cli_store import StoreOption, caller, opened
from graph.actions import finish_action, record_action
from graph.errors import QuestionError
from queries.resolve import resolve

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
    if (family is None) is (person is None):
        raise QuestionError("it is not said whom it is for", "Give --family or --person")
    label, named = ("Family", family) if family is not None else ("Person", person)
    with opened(store) as opened_store:
        about = (label, resolve(opened_store, label, named or ""))
        agreed = on.date() if on else date.today()
        kind, until = "decision" if decision else "action", due.date() if due else None
        print(record_action(opened_store, about, words, caller().known_as, agreed, kind=kind, owner=owner, due_on=until))


@huddle_app.command("done")
def done(
    action: Annotated[str, typer.Argument(help="The action's uid.")],
    came_of: Annotated[str, typer.Option(help="What came of it.")],
    on: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day; else today.")] = None,
    store: StoreOption = None,
) -> None:
    """Say that an action is done."""
    with opened(store) as opened_store:
        finish_action(opened_store, action, caller().known_as, on.date() if on else date.today(), came_of)
        print(f"{action} is done")
