"""`kith offer`: registered, listed, confirmed, refused and withdrawn at the command line."""

import json
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from api.cli import app
from graph.embedded import EmbeddedStore
from graph.errors import QuestionError
from tests.ingest.offers.hollow import take_in
from tests.restriction.hamlet import take_in as take_hamlet_in
from tests.restriction.hamlet import write

LUNCH = ("--organisation", "Low Moor Lunch Club", "--name", "Friday lunch", "--kind", "service", "--need", "food")


def run(store: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["offer", *arguments, "--store", str(store)], catch_exceptions=False)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    take_in(EmbeddedStore(tmp_path / "store"), tmp_path / "place").close()
    return tmp_path / "store"


def test_from_registration_to_withdrawal(store: Path) -> None:
    kept = json.loads(run(store, "register", *LUNCH, "--area", "Low Moor", "--json").stdout)
    uid = kept["offer"]
    (one,) = json.loads(run(store, "list", "--json", "--standing", "unconfirmed").stdout)
    assert (one["offer"], one["name"], one["registered_by"]) == (uid, "Friday lunch", "developer")
    assert f"{uid} is confirmed" in run(store, "confirm", uid, "--version", one["version"], "--why", "rang them").stdout
    assert "was refused: closed" in run(store, "refuse", uid, "--why", "closed").stdout
    assert "developer" in run(store, "list").stdout
    assert f"{uid} is withdrawn" in run(store, "withdraw", uid).stdout
    assert json.loads(run(store, "list", "--json", "--standing", "confirmed").stdout) == []


def test_a_mistake_names_place_and_cure(store: Path) -> None:
    with pytest.raises(QuestionError, match=r"areas: there is no area 'Nowhere'\. The nearest are: "):
        run(store, "register", *LUNCH, "--area", "Nowhere")
    with pytest.raises(QuestionError, match="no offer stands as 'odd'"):
        run(store, "list", "--standing", "odd")
    assert "No offer is registered." in run(store, "list").stdout


def test_an_offer_that_is_held_says_so_and_leaves_with_the_code_of_quarantine(tmp_path: Path) -> None:
    opened = EmbeddedStore(tmp_path / "store")
    take_hamlet_in(opened, write(tmp_path / "place"))
    opened.close()
    kept = run(tmp_path / "store", "register", *LUNCH, "--contact", "Tomas Quill")
    assert kept.exit_code == 3 and "It is in quarantine" in kept.stdout and "Quill" not in kept.stdout
    shown = run(tmp_path / "store", "list").stdout
    assert "withheld" in shown and "Quill" not in shown and "Friday" not in shown
