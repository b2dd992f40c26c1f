"""Who is who, said in pieces as a run goes on, is what is said at once at its end."""

from pathlib import Path

import pytest

from graph import export
from graph.opening import open_store
from graph.store import Store
from ingest import joining, run
from ingest.load import ingest
from tests.harrowdale.conftest import harrowdale
from tests.ingest.village import ROLL_ROWS, write


@pytest.fixture
def in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(joining, "LARGE", 5)
    monkeypatch.setattr(run, "BATCH", 3)


def clean(folder: Path) -> str:
    """The digest of Harrowdale's records, joined at once."""
    store = open_store(str(folder / "clean"))
    ingest(store, harrowdale(notes=False))
    found = export.digest(store.export())
    store.close()
    return found


@pytest.mark.parametrize("store", ["embedded", pytest.param("neo4j-5.26", marks=pytest.mark.neo4j)], indirect=True)
def test_joined_in_pieces(store: Store, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    expected = clean(tmp_path)
    request.getfixturevalue("in_pieces")
    outcome = ingest(store, harrowdale(notes=False))
    assert outcome.persons > 0
    assert export.digest(store.export()) == expected


def test_changes_joined_in_pieces(tmp_path: Path, in_pieces: None) -> None:
    changed = [ROLL_ROWS[0], *(row.replace("Bea Lee", "Bea Ray").replace("3 Mill", "7 Mill") for row in ROLL_ROWS[1:4])]
    stores = [open_store(str(tmp_path / name)) for name in ("edited", "clean")]
    ingest(stores[0], write(tmp_path / "before"))
    for store in stores:
        ingest(store, write(tmp_path / "after", roll=changed), accept_withdrawals=True)
    edited, once = (export.digest(store.export()) for store in stores)
    assert edited == once
    for store in stores:
        store.close()
