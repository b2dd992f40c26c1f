"""`kith huddle`: what was agreed is kept for one person or family, and followed up."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli import app
from graph.embedded import EmbeddedStore
from graph.errors import QuestionError
from ingest.load import ingest
from tests.ingest.village import write

KEPT = "MATCH (a:Action) RETURN a.kind AS kind, a.words AS words, a.due_on AS due_on, a.came_of AS came_of"


def run(store: Path, *arguments: str) -> str:
    result = CliRunner().invoke(app, ["huddle", *arguments, "--store", str(store)])
    if result.exception is not None:
        raise result.exception
    return result.stdout.strip()


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """The store of a small place."""
    opened = EmbeddedStore(tmp_path / "store")
    ingest(opened, write(tmp_path / "place"))
    opened.close()
    return tmp_path / "store"


def test_what_was_agreed_is_kept_and_done(store: Path) -> None:
    told = ("agree", "Take Eve to the park run", "--person", "Eve Ray", "--on", "2026-10-31")
    action = run(store, *told, "--due", "2026-11-07")
    assert run(store, "done", action, "--came-of", "She went", "--on", "2026-11-02") == f"{action} is done"
    opened = EmbeddedStore(store)
    (kept,) = opened.read(KEPT)
    opened.close()
    assert (kept["kind"], kept["words"], str(kept["due_on"]), kept["came_of"]) == (
        "action",
        "Take Eve to the park run",
        "2026-11-07",
        "She went",
    )


@pytest.mark.parametrize("whom", [(), ("--family", "Eve Ray", "--person", "Eve Ray")])
def test_it_is_for_a_family_or_a_person(store: Path, whom: tuple[str, ...]) -> None:
    with pytest.raises(QuestionError, match="not said whom it is for"):
        run(store, "agree", "Ring her", *whom)
