"""Harrowdale taken in once, with its notes and from records alone."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from graph.caller import Caller
from graph.opening import open_store
from graph.store import Store
from ingest.counts import Counts
from ingest.load import ingest
from ingest.place import Place, load_place
from queries.reader import Reader
from tests.harrowdale.truth import PLACE


def harrowdale(notes: bool) -> Place:
    """The sample place, with or without its notes."""
    place = load_place(PLACE, date.today())
    return place if notes else replace(place, supplies=tuple(s for s in place.supplies if s.mapping.reads.format != "note"))


@pytest.fixture(scope="session")
def with_notes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, list[Counts]]]:
    """All of Harrowdale."""
    store = open_store(str(tmp_path_factory.mktemp("with_notes")))
    yield store, ingest(store, harrowdale(notes=True)).counts
    store.close()


@pytest.fixture(scope="session")
def from_records(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Harrowdale from its structured records alone."""
    store = open_store(str(tmp_path_factory.mktemp("from_records")))
    ingest(store, harrowdale(notes=False))
    yield store
    store.close()


@pytest.fixture(scope="session")
def harrowdale_counts(with_notes: tuple[Store, list[Counts]]) -> list[Counts]:
    """What the run counted."""
    return with_notes[1]


def cleared(store: Store) -> Reader:
    """A reader who may see where restricted people are."""
    return Reader(store, Caller("test", "scoring", cleared=True))


def ordinary(store: Store) -> Reader:
    """A reader who may not."""
    return Reader(store, Caller("test", "direct care"))
