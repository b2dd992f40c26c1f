"""The command line as others script it: results on stdout, one message for a mistake, exit codes 0 to 3."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.harrowdale.truth import PLACE
from tests.ingest.village import ROLL_ROWS, VISIT_ROWS, write

ROOT = Path(__file__).parent.parent


def kith(*words: str, store: Path | str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command as a user would."""
    command = [sys.executable, "-c", "from api.cli import main; main()", *words]
    given = {**os.environ, "KITH_STORE": str(store), "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(command, capture_output=True, text=True, timeout=120, cwd=ROOT, env=given, check=False)


@pytest.fixture
def village(tmp_path: Path) -> Path:
    """The store of a small place."""
    write(tmp_path / "village")
    assert kith("ingest", str(tmp_path / "village"), store=tmp_path / "store").returncode == 0
    return tmp_path / "store"


def test_ingest_prints_its_counts_as_json(tmp_path: Path) -> None:
    write(tmp_path / "village")
    first = kith("ingest", str(tmp_path / "village"), "--json", store=tmp_path / "store")
    counts = json.loads(first.stdout)
    wanted = {"read": 8, "accepted": 8, "unchanged": 0, "quarantined": 0, "duplicates": 0, "withdrawn": 0}
    assert {name: counts[name] for name in wanted} == wanted
    second = json.loads(kith("ingest", str(tmp_path / "village"), "--json", store=tmp_path / "store").stdout)
    assert (second["unchanged"], second["new"], second["changed"]) == (8, 0, 0)


def test_a_row_in_quarantine_is_told_by_exit_code_listed_and_retried(tmp_path: Path) -> None:
    place, store = tmp_path / "village", tmp_path / "store"
    write(place, roll=[*ROLL_ROWS, ",Una Voe,01/01/2015,1 Low St,ZX1 1AC,,C Dodd"])
    assert kith("ingest", str(place), store=store).returncode == 3
    listed = json.loads(kith("quarantine", "list", "--json", store=store).stdout)
    assert [(row["row_key"], row["problems"][0]["cure"]) for row in listed] == [("line:7", "Fill in No at its source")]
    write(place, roll=[*ROLL_ROWS, "6,Una Voe,01/01/2015,1 Low St,ZX1 1AC,,C Dodd"])
    assert kith("quarantine", "retry", str(place), store=store).returncode == 0
    assert json.loads(kith("quarantine", "list", "--json", store=store).stdout) == []


def test_a_question_is_asked_by_record_by_words_and_by_uid(village: Path) -> None:
    by_record = json.loads(kith("ask", "who_knows_person", "--person", "roll.csv#1/subject", "--json", store=village).stdout)
    assert {row["full_name"] for row in by_record["rows"]} == {"C Dodd", "Tracy Moss"}
    assert by_record["as_of"] == "2026-10-31"
    found = json.loads(kith("ask", "find", "--words", "Ann Lee", "--kind", "Person", "--json", store=village).stdout)["rows"]
    uid = next(row["uid"] for row in found if row["full_name"] == "Ann Lee")
    by_uid = json.loads(kith("ask", "who-knows-person", "--person", uid, "--json", store=village).stdout)
    by_words = json.loads(kith("ask", "who_knows_person", "--person", "Ann Lee", "--json", store=village).stdout)
    assert by_record["rows"] == by_uid["rows"] == by_words["rows"]


def test_as_of_an_earlier_day_less_is_known(village: Path) -> None:
    later = json.loads(kith("ask", "who_knows_person", "--person", "visits.csv#V1", "--json", store=village).stdout)
    earlier = kith("ask", "who_knows_person", "--person", "visits.csv#V1", "--as-of", "2026-09-01", "--json", store=village)
    assert "Tracy Moss" in {row["full_name"] for row in later["rows"]}
    assert "Tracy Moss" not in {row["full_name"] for row in json.loads(earlier.stdout)["rows"]}


def test_when_several_fit_the_message_lists_them(village: Path) -> None:
    asked = kith("ask", "who_knows_person", "--person", "Bea Lee", store=village)
    assert (asked.returncode, asked.stdout) == (1, "")
    assert "2 fit 'Bea Lee'. Name one by its uid: Bea Lee = person-" in asked.stderr


MISTAKES = [
    (["ask", "who_knows_person", "--person", "Nobody Atall"], 1, "no person goes by 'Nobody Atall'"),
    (["ask", "who_knows_person", "--person", "roll.csv#99"], 1, "there is no record roll.csv#99"),
    (["ask", "who_knows_person"], 2, "--person"),
    (["ask", "who_is_best"], 2, "who_is_best"),
    (["ingest", "no/such/place"], 1, "no/such/place does not exist"),
    (["ingest", "{tmp}/empty.csv", "--mapping", "{tmp}/roll.yaml"], 1, "empty.csv is empty"),
    (["ingest", "{tmp}/visits.csv", "--mapping", "{tmp}/roll.yaml"], 1, "visits.csv has no column 'Address'"),
    (["ingest", "{tmp}/roll.csv"], 1, "roll.csv comes without a mapping"),
    (["ingest", "{tmp}/roll.csv", "--mapping", "{tmp}/label.yaml"], 1, "label 'Persona' is not in the vocabulary"),
    (["ingest", "{tmp}/roll.csv", "--mapping", "{tmp}/column.yaml"], 1, "roll.csv has no column 'Fullname'"),
    (["ingest", "{tmp}/roll.csv", "--mapping", "{tmp}/cleaner.yaml"], 1, "no cleaner is called 'persona_name'"),
    (["ingest", "{tmp}/roll.csv", "--mapping", "{tmp}/yaml.yaml"], 1, "yaml.yaml is no YAML"),
    (["ingest", "{tmp}/picture.csv", "--mapping", "{tmp}/roll.yaml"], 1, "picture.csv is an image"),
    (["extract", "{tmp}/no_note.txt", "--json"], 1, "no_note.txt does not exist"),
    (["extract", "{tmp}/notes.jsonl", "--json"], 1, "notes.jsonl line 1 is no note"),
    (["ask", "find", "--words", "x", "--store", "bolt://127.0.0.1:9"], 1, "Neo4j at bolt://127.0.0.1:9 does not answer"),
    (["serve", "--host", "0.0.0.0"], 1, "may not be served on 0.0.0.0"),
]


@pytest.mark.parametrize(("words", "code", "message"), MISTAKES, ids=[" ".join(words)[:50] for words, _, _ in MISTAKES])
def test_a_mistake_gets_one_clear_message(tmp_path: Path, words: list[str], code: int, message: str) -> None:
    write(tmp_path)
    mapping = (tmp_path / "roll.yaml").read_text("utf-8")
    (tmp_path / "label.yaml").write_text(mapping.replace("label: Mention", "label: Persona"), "utf-8")
    (tmp_path / "column.yaml").write_text(mapping.replace("column: Name", "column: Fullname"), "utf-8")
    (tmp_path / "cleaner.yaml").write_text(mapping.replace("person_name", "persona_name"), "utf-8")
    (tmp_path / "yaml.yaml").write_text("source: [", "utf-8")
    (tmp_path / "empty.csv").write_text("", "utf-8")
    (tmp_path / "picture.csv").write_bytes(b"\x89PNG\x00\x00\x01")
    (tmp_path / "notes.jsonl").write_text('{"id": 1}\n', "utf-8")
    if words[0] == "ask":
        assert kith("ingest", str(tmp_path), store=tmp_path / "store").returncode == 0
    done = kith(*[word.replace("{tmp}", str(tmp_path)) for word in words], store=tmp_path / "store")
    assert done.returncode == code, done.stderr
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_store_in_use_is_named_with_the_cure(village: Path) -> None:
    from graph.opening import open_store

    held = open_store(str(village))
    try:
        done = kith("ask", "find", "--words", "Ann", store=village)
    finally:
        held.close()
    assert done.returncode == 1
    assert "is in use by process " in done.stderr
    assert "--store" in done.stderr


@pytest.mark.neo4j
def test_a_neo4j_that_refuses_the_password_is_named_with_the_cure(neo4j_526: object, tmp_path: Path) -> None:
    done = kith("ask", "find", "--words", "Ann", store=neo4j_526.uri, KITH_NEO4J_PASSWORD="wrong")  # type: ignore[attr-defined]
    assert done.returncode == 1
    assert "refuses the user or password" in done.stderr
    assert "KITH_NEO4J_PASSWORD" in done.stderr


def test_nothing_is_half_written_when_a_later_file_is_wrong(tmp_path: Path) -> None:
    write(tmp_path, visits=["", *VISIT_ROWS[1:]])
    done = kith("ingest", str(tmp_path), store=tmp_path / "store")
    assert done.returncode == 1
    write(tmp_path)
    again = json.loads(kith("ingest", str(tmp_path), "--json", store=tmp_path / "store").stdout)
    assert again["accepted"] == 8


def test_extract_prints_one_object_a_note(tmp_path: Path) -> None:
    notes = tmp_path / "notes.jsonl"
    notes.write_text('{"id": "a", "text": "Mum Sara reports rent arrears.", "note_date": "2026-10-01"}\n', "utf-8")
    done = kith("extract", str(notes), "--json", store=tmp_path / "none")
    (line,) = done.stdout.splitlines()
    note = json.loads(line)
    assert note["id"] == "a"
    assert {e["label"] for e in note["entities"]} >= {"FAMILY", "PERSON", "NEED"}
    assert all(note["text"][e["start"] : e["end"]] == e["text"] for e in note["entities"])
    assert not (tmp_path / "none").exists(), "extract needs no store"


def test_the_demo_ends_well_and_a_second_time(tmp_path: Path) -> None:
    for _ in range(2):
        done = kith("demo", store=tmp_path, TMPDIR=str(tmp_path))
        assert done.returncode == 0, done.stderr
        for told in ("Joanne Tierney", "quarantine", "Which services overlap in Millbrook?", "kith serve"):
            assert told in done.stdout


def test_no_name_goes_into_a_log(tmp_path: Path) -> None:
    done = kith("ingest", str(PLACE), "--json", store=tmp_path / "store")
    assert "Hartley" not in done.stderr
