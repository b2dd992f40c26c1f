"""`kith map` as people type it: drafts, previews, the schema, and one message for a mistake."""

import json
from pathlib import Path

import pytest

from tests.ingest.suggesting.files import PATIENTS
from tests.test_cli import kith


@pytest.fixture
def patients(tmp_path: Path) -> Path:
    """A file that a partner sent."""
    file = tmp_path / "patients.csv"
    file.write_text("\n".join(PATIENTS) + "\n", "utf-8")
    return file


def test_a_draft_is_checked_and_taken_in_as_it_is(patients: Path, tmp_path: Path) -> None:
    draft, store = tmp_path / "patients.yaml", tmp_path / "store"
    done = kith("map", "suggest", str(patients), "--out", str(draft), store=store)
    assert (done.returncode, done.stdout) == (0, "")
    assert "About a person. 8 columns are mapped, 1 left out." in done.stderr
    checked = json.loads(kith("map", "check", str(patients), str(draft), "--json", store=store).stdout)
    assert checked["verdicts"] == {"accept": 2, "accept_with_warning": 1}
    assert checked["problems"] == {"nhs_check_digit": 1}
    assert not store.exists(), "neither needs a store"
    taken = json.loads(kith("ingest", str(patients), "--mapping", str(draft), "--json", store=store).stdout)
    assert (taken["read"], taken["accepted"], taken["quarantined"]) == (3, 3, 0)


def test_check_shows_nodes_edges_verdicts_and_cures(patients: Path, tmp_path: Path) -> None:
    draft = tmp_path / "patients.yaml"
    draft.write_text(kith("map", "suggest", str(patients), store=tmp_path / "s").stdout, "utf-8")
    shown = kith("map", "check", str(patients), str(draft), "--rows", "3", store=tmp_path / "s").stdout
    for part in ("Skye Rowe", "─SUPPORTS→", "accepted with a warning", "fails its check digit", "write the sender's name"):
        assert part in shown, part


def test_a_restricted_row_is_shown_without_its_values(tmp_path: Path) -> None:
    file, draft = tmp_path / "list.csv", tmp_path / "list.yaml"
    file.write_text(
        "Ref,Forename,Surname,DOB,Postcode,Flag\n1,Ann,Lee,01/02/1980,ZX1 2AB,do not disclose\n2,Dan,Roe,03/04/1979,ZX1 2AC,\n",
        "utf-8",
    )
    draft.write_text(kith("map", "suggest", str(file), store=tmp_path / "s").stdout, "utf-8")
    shown = kith("map", "check", str(file), str(draft), store=tmp_path / "s").stdout
    assert "Dan Roe" in shown
    assert "Ann" not in shown
    assert "ZX1 2AB" not in shown
    assert "1980" not in kith("map", "check", str(file), str(draft), "--json", store=tmp_path / "s").stdout


def test_the_schema_is_json(tmp_path: Path) -> None:
    told = json.loads(kith("map", "schema", store=tmp_path / "s").stdout)
    assert told["title"] == "Kith mapping"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["suggest", "{tmp}/nowhere.csv"], "nowhere.csv does not exist"),
        (["suggest", "{tmp}/picture.png"], "picture.png is an image"),
        (["suggest", "{tmp}/patients.csv", "--out", "{tmp}/there.yaml"], "there.yaml is there already"),
        (["suggest", "{tmp}/patients.csv", "--out", "{tmp}/no/folder.yaml"], "folder.yaml cannot be written"),
        (["suggest", "{tmp}/doc.json", "--list", "b"], "doc.json has no list of objects at 'b'"),
        (["check", "{tmp}/patients.csv", "{tmp}/other.yaml"], "has no column 'Name'"),
        (["check", "{tmp}/nowhere.csv", "{tmp}/other.yaml"], "nowhere.csv does not exist"),
    ],
)  # fmt: skip
def test_a_mistake_gets_one_clear_message(patients: Path, tmp_path: Path, words: list[str], message: str) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\x00\x00")
    (tmp_path / "there.yaml").write_text("source: x", "utf-8")
    (tmp_path / "doc.json").write_text('{"a": [{"x": 1}]}', "utf-8")
    (tmp_path / "other.yaml").write_text("source: o\nagency: O\nreads: {format: csv}\nkey: Name\n", "utf-8")
    done = kith("map", *[word.replace("{tmp}", str(tmp_path)) for word in words], store=tmp_path / "s")
    assert done.returncode == 1
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
