"""`kith saved`: a question kept, listed, asked and deleted."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli import app
from graph.embedded import EmbeddedStore
from graph.errors import QuestionError
from ingest.load import ingest
from tests.ingest.village import write


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """The store of a small place."""
    opened = EmbeddedStore(tmp_path / "store")
    ingest(opened, write(tmp_path / "place"))
    opened.close()
    return tmp_path / "store"


def run(store: Path, *words: str) -> str:
    result = CliRunner().invoke(app, [*words, "--store", str(store)])
    if result.exception is not None:
        raise result.exception
    return result.stdout


def test_kept_and_asked_again(store: Path) -> None:
    """The saved question's answer is the question's, in every form."""
    saved = run(store, "saved", "save", "Eve", "who_knows_person", "--with", "person=Eve Ray")
    assert saved.startswith("Eve is saved: who_knows_person person person-")
    assert "who_knows_person" in run(store, "saved", "list")
    (listed,) = json.loads(run(store, "saved", "list", "--json"))
    assert (listed["saved_as"], listed["question"], listed["lost"]) == ("Eve", "who_knows_person", [])
    for form in ([], ["--json"], ["--csv"], ["--as-of", "2026-09-01"]):
        assert run(store, "saved", "ask", "Eve", *form) == run(store, "ask", "who_knows_person", "--person", "Eve Ray", *form)
    assert run(store, "saved", "delete", "Eve") == "Eve is deleted\n"
    assert json.loads(run(store, "saved", "list", "--json")) == []


@pytest.mark.parametrize(
    ("given", "told"), [("Eve Ray", "is no parameter"), ("person=Nobody Whosoever", "no person goes by"), ("who=Eve", "It takes")]
)
def test_a_mistake_is_one_message(store: Path, given: str, told: str) -> None:
    with pytest.raises(QuestionError, match=told):
        run(store, "saved", "save", "Eve", "who_knows_person", "--with", given)
