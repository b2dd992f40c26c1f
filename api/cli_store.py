"""The store and the reader that a command works with."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from graph.caller import Caller
from graph.opening import open_store
from graph.settings import Settings
from graph.store import Store
from queries.reader import Reader

StoreOption = Annotated[
    str | None, typer.Option("--store", help="A folder, or the neo4j:// or bolt:// address of a server; else KITH_STORE.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="One JSON document on stdout.")]


@contextmanager
def opened(location: str | None) -> Iterator[Store]:
    """A store for as long as a command needs it."""
    settings = Settings()
    store = open_store(location or settings.store, settings.neo4j_user, settings.neo4j_password)
    try:
        yield store
    finally:
        store.close()


def caller() -> Caller:
    """Who sits at the command line, as the settings say."""
    settings = Settings()
    return Caller(settings.caller, settings.purpose, settings.cleared)


def reader_of(store: Store) -> Reader:
    """The reader for whoever sits at the command line, as the settings say."""
    settings = Settings()
    return Reader(store, caller(), settings.months_current)
