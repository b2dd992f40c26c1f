"""The store and the reader that a command works with."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer
from pydantic import ValidationError

from graph.caller import Caller
from graph.errors import SettingsError
from graph.opening import open_store
from graph.settings import Settings
from graph.store import Store
from queries.reader import Reader

StoreOption = Annotated[
    str | None, typer.Option("--store", help="A folder, or the neo4j:// or bolt:// address of a server; else KITH_STORE.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="One JSON document on stdout.")]
CsvOption = Annotated[bool, typer.Option("--csv", help="A CSV on stdout, which a spreadsheet opens; a line a row.")]


@contextmanager
def opened(location: str | None, make: bool = False) -> Iterator[Store]:
    """A store for as long as a command needs it; only what takes records in may make one."""
    settings = settings_given()
    store = open_store(location or settings.store, settings.neo4j_user, settings.neo4j_password, make=make)
    try:
        yield store
    finally:
        store.close()


def settings_given() -> Settings:
    """The settings of the environment.

    Raises SettingsError naming the variable that cannot be so.
    """
    try:
        return Settings()
    except ValidationError as wrong:
        told = wrong.errors()[0]
        named = f"KITH_{'_'.join(map(str, told['loc'])).upper()}"
        raise SettingsError(
            f"{named} is {told['input']!r}: {told['msg']}", "Set it right in the environment or in .env"
        ) from wrong


def caller() -> Caller:
    """Who sits at the command line, as the settings say."""
    settings = settings_given()
    return Caller(settings.caller, settings.purpose, settings.cleared)


def reader_of(store: Store) -> Reader:
    """The reader for whoever sits at the command line, as the settings say."""
    settings = settings_given()
    return Reader(store, caller(), settings.months_current)
