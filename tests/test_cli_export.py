"""`kith ask QUESTION --csv`: the file that is served, on stdout."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli import app
from graph.embedded import EmbeddedStore
from ingest.load import ingest
from tests.api.serving import client_of
from tests.ingest.village import write


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """The store of a small place."""
    opened = EmbeddedStore(tmp_path / "store")
    ingest(opened, write(tmp_path / "place"))
    opened.close()
    return tmp_path / "store"


def test_the_sheet_on_stdout_is_the_one_that_is_served(store: Path) -> None:
    printed = CliRunner().invoke(app, ["ask", "who_knows_person", "--person", "Eve Ray", "--csv", "--store", str(store)])
    assert printed.exit_code == 0
    opened = EmbeddedStore(store)
    with client_of(opened) as client:
        served = client.post("/answers/who_knows_person.csv", json={"person": "Eve Ray"})
    opened.close()
    assert served.status_code == 200
    assert printed.stdout_bytes == served.content
    assert served.content.count(b"\r\n") > 1


def test_words_give_the_sheet_of_what_they_mean(store: Path) -> None:
    by_words = CliRunner().invoke(app, ["ask", "words", "who knows Eve Ray?", "--csv", "--store", str(store)])
    by_name = CliRunner().invoke(app, ["ask", "who_knows_person", "--person", "Eve Ray", "--csv", "--store", str(store)])
    assert by_words.stdout_bytes == by_name.stdout_bytes
    unclear = CliRunner().invoke(app, ["ask", "words", "who knows Bea Lee?", "--csv", "--store", str(store)])
    assert unclear.exit_code == 2


def test_one_form_at_a_time(store: Path) -> None:
    refused = CliRunner().invoke(app, ["ask", "whats_stale", "--csv", "--json", "--store", str(store)])
    assert "Give one of them" in str(refused.exception)


def test_how_it_came_about_is_told_on_the_terminal_and_as_json(store: Path) -> None:
    asked = ["ask", "who_knows_person", "--person", "Eve Ray", "--explain", "--store", str(store)]
    shown = CliRunner().invoke(app, asked).stdout
    assert "(Eve Ray, the person)" in shown
    assert "rows read" in shown and "// Who already knows" in shown
    told = json.loads(CliRunner().invoke(app, [*asked, "--json"]).stdout)["explanation"]
    assert told["parameters"][0]["given"] == "Eve Ray"
    assert told["rows_read"] > 0
    assert "no place in a CSV" in str(CliRunner().invoke(app, [*asked, "--csv"]).exception)
