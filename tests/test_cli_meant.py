"""`kith meant`: what waits, a person's word, taking it back; and what only the cleared may see."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli import app
from graph.embedded import EmbeddedStore
from ingest.load import ingest
from tests.ingest.notes.hamlet import write

MENTION = "notes#n1/Kasia"
TEXT = "Team day 14/10/2026\n\nTunde Bakare and Gwen Hale spoke about Kasia."


def run(store: Path, *arguments: str) -> str:
    result = CliRunner().invoke(app, ["meant", *arguments, "--store", str(store)], catch_exceptions=False)
    assert result.exit_code == 0
    return result.stdout


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with one mention that may mean two."""
    opened = EmbeddedStore(tmp_path / "store")
    ingest(opened, write(tmp_path / "place", n1=TEXT))
    opened.close()
    return tmp_path / "store"


def test_what_waits_is_shown_until_a_person_says_who_it_is(store: Path) -> None:
    shown = json.loads(run(store, "list", "--json"))
    assert [(one["mention"], [other["full_name"] for other in one["may_mean"]]) for one in shown] == [
        (MENTION, ["Kasia Bell", "Kasia Moor"])
    ]
    assert "Kasia Moor" in run(store, "list")
    run(store, "is", MENTION, "cases#C2001/subject", "--why", "asked the team")
    assert "No mention waits." in run(store, "list")
    run(store, "undo", MENTION)
    run(store, "nobody", MENTION, "--why", "a visitor")
    assert json.loads(run(store, "list", "--json")) == []


def test_of_somebody_restricted_nothing_is_shown_but_to_the_cleared(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = EmbeddedStore(store)
    opened.write(("UNWIND $rows AS row MATCH (p:Person {full_name: row.name}) SET p.restricted = true", [{"name": "Kasia Moor"}]))
    opened.close()
    assert "Kasia" not in run(store, "list") and "Kasia" not in run(store, "list", "--json")
    monkeypatch.setenv("KITH_CLEARED", "true")
    assert "Kasia Moor" in run(store, "list")
