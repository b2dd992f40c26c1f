"""`kith quarantine`, `kith forget` and `kith retain` as a person and a script use them."""

import csv
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ingest.test_quarantine import HIDDEN, KEYLESS, WIDE
from tests.ingest.village import PLACE, ROLL_ROWS, VISIT_ROWS, write
from tests.test_cli import ROOT, kith


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A small place with three bad rows."""
    write(tmp_path / "place", roll=[*ROLL_ROWS, KEYLESS, WIDE, HIDDEN], visits=[*VISIT_ROWS, VISIT_ROWS[1].replace("V1", "V4")])
    assert kith("ingest", str(tmp_path / "place"), store=tmp_path / "store").returncode == 3
    return tmp_path / "store"


def listed(store: Path, *words: str) -> list[str]:
    """The rows a listing gives."""
    return [row["uid"] for row in json.loads(kith("quarantine", "list", "--json", *words, store=store).stdout)]


def test_rows_are_listed_by_source_reason_and_day(store: Path) -> None:
    assert listed(store) == ["roll#7", "roll#line:7", "roll#line:9"]
    assert listed(store, "--reason", "wrong_number_of_columns") == ["roll#7"]
    assert listed(store, "--source", "visits") == []
    assert listed(store, "--since", "2999-01-01") == []
    assert listed(store, "--verdict", "warned") == []
    assert "There are more than these 1" in kith("quarantine", "list", "--limit", "1", store=store).stdout


def test_a_row_is_shown_as_it_was_and_a_restricted_one_is_not(store: Path) -> None:
    shown = kith("quarantine", "show", "roll.csv#7", store=store).stdout
    assert "wrong_number_of_columns" in shown
    assert "Uri Voe" in shown
    hidden = kith("quarantine", "show", "roll#line:9", store=store).stdout
    assert "Amy Poe" not in hidden
    assert "Restricted" in hidden
    assert "Amy Poe" in kith("quarantine", "show", "roll#line:9", store=store, KITH_CLEARED="true").stdout
    assert "Amy Poe" not in kith("quarantine", "list", "--json", store=store).stdout


def test_a_row_is_fixed_shown_so_retried_and_taken_back(store: Path, tmp_path: Path) -> None:
    fixed = kith("quarantine", "fix", "roll#line:7", "No=6", "--why", "asked the school", "--json", store=store)
    assert json.loads(fixed.stdout)["corrected"] == [{"row": "roll#line:7", "becomes": {"No": "6"}}]
    assert "asked the school" in kith("quarantine", "show", "roll#line:7", store=store).stdout
    assert kith("quarantine", "retry", str(tmp_path / "place"), store=store).returncode == 3
    assert listed(store) == ["roll#7", "roll#line:9"]
    (kept,) = json.loads(kith("quarantine", "corrections", "--json", store=store).stdout)
    assert (kept["row"], kept["decided_by"], kept["becomes"]) == ("roll#line:7", "developer", {"No": "6"})
    assert kith("quarantine", "undo", "roll#line:7", store=store).returncode == 0
    kith("quarantine", "retry", str(tmp_path / "place"), store=store)
    assert "roll#line:7" in listed(store)


def test_rows_are_corrected_in_a_spreadsheet(store: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    exported = kith("quarantine", "export", str(sheet), store=store)
    assert "2 rows are in" in exported.stdout
    assert "1 restricted rows are left out" in exported.stderr
    with sheet.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert "Amy Poe" not in sheet.read_text("utf-8-sig")
    for row in rows:
        row |= (
            {"No": "6"}
            if row["kith_row"] == "roll#line:7"
            else {"Address": "1 Low St, Flat 2", "Postcode": "ZX1 1AC", "Mother": ""}
        )
    with sheet.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    assert kith("quarantine", "fix", str(sheet), "--why", "by telephone", store=store).returncode == 0
    kith("quarantine", "retry", str(tmp_path / "place"), store=store)
    assert listed(store) == ["roll#line:9"]
    again = kith("quarantine", "fix", str(sheet), "--why", "by telephone", store=store)
    assert again.returncode == 3
    assert "roll#7 is not in quarantine any more" in again.stderr


MISTAKES = [
    (["quarantine", "list", "--reason", "bad"], 1, "there is no reason 'bad'"),
    (["quarantine", "list", "--verdict", "bad"], 1, "there is no verdict 'bad'"),
    (["quarantine", "list", "--verdict", "warned", "--since", "2026-01-01"], 1, "--since is for rows in quarantine"),
    (["quarantine", "show", "roll#99"], 1, "no row in quarantine is called 'roll#99'"),
    (["quarantine", "fix", "roll#line:7", "--why", "x"], 1, "is no file, and says no column"),
    (["quarantine", "fix", "roll#line:7", "No", "--why", "x"], 1, "'No' is no correction"),
    (["quarantine", "fix", "roll#line:7", "Nr=6", "--why", "x"], 1, "has no column 'Nr'"),
    (["quarantine", "fix", "roll#line:7", "No=6"], 2, "--why"),
    (["quarantine", "fix", "roll#line:9", "No=6", "--why", "x"], 1, "is restricted"),
    (["quarantine", "undo", "roll#7"], 1, "no correction was made to 'roll#7'"),
    (["forget", "rol", "--yes"], 1, "there is no source 'rol'"),
    (["retain", "--on", "2030-01-01"], 2, "--dry-run"),
]


def test_a_mistake_gets_one_clear_message(store: Path) -> None:
    for words, code, message in MISTAKES:
        done = kith(*words, store=store)
        assert (done.returncode, done.stdout) == (code, ""), words
        assert message in done.stderr, words
        assert "Traceback" not in done.stderr, words


def test_forgetting_asks_first_and_says_what_goes(store: Path) -> None:
    asked = subprocess.run(
        [sys.executable, "-c", "from api.cli import main; main()", "forget", "roll"],
        input="n\n",
        capture_output=True,
        text=True,
        timeout=60,
        cwd=ROOT,
        env={**os.environ, "KITH_STORE": str(store)},
        check=False,
    )
    assert asked.returncode == 1
    assert "5 records, 3 rows in quarantine, 0 corrections and 1 runs of roll go" in asked.stderr
    gone = json.loads(kith("forget", "roll", "--yes", "--json", store=store).stdout)
    assert (gone["records"], gone["quarantined"]) == (5, 3)
    assert listed(store) == []
    assert "there is no source" in kith("forget", "roll", "--yes", store=store).stderr


def test_retention_is_told_by_the_next_run_and_beforehand(tmp_path: Path) -> None:
    place, store = tmp_path / "place", tmp_path / "store"
    write(place)
    (place / "place.yaml").write_text(PLACE.replace("mapping: visits.yaml", "mapping: visits.yaml, retention: 30 years"), "utf-8")
    kith("ingest", str(place), store=store)
    assert "Nothing is past" in kith("retain", store=store).stdout
    due = json.loads(kith("retain", "--dry-run", "--on", "2100-01-01", "--json", store=store).stdout)
    assert [(one["source"], one["records"]) for one in due] == [("visits", 3)]
    (place / "place.yaml").write_text(PLACE.replace("mapping: visits.yaml", "mapping: visits.yaml, retention: 1 day"), "utf-8")
    told = kith("ingest", str(place), store=store).stdout
    assert "visits: 3 records went, for their retention period is over" in told
    assert "visits: 3 rows are past its retention period and were not taken in" in told


def test_progress_is_told_as_asked(tmp_path: Path) -> None:
    write(tmp_path / "place")
    lines = kith("ingest", str(tmp_path / "place"), "--json-progress", store=tmp_path / "a").stderr.splitlines()
    assert [json.loads(line)["source"] for line in lines if json.loads(line)["state"] == "done"] == [
        "roll",
        "visits",
        "who is who",
    ]
    assert kith("ingest", str(tmp_path / "place"), store=tmp_path / "b").stderr == ""
    assert "roll" in _on_a_terminal("ingest", str(tmp_path / "place"), store=tmp_path / "c")


def _on_a_terminal(*words: str, store: Path) -> str:
    """What a person sees on stderr."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", "from api.cli import main; main()", *words]
    given = {**os.environ, "KITH_STORE": str(store), "TERM": "xterm", "COLUMNS": "120"}
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=theirs, cwd=ROOT, env=given, timeout=60, check=False)
    os.close(theirs)
    assert done.returncode == 0
    seen = b""
    try:
        while chunk := os.read(ours, 4096):
            seen += chunk
    except OSError:
        pass
    os.close(ours)
    return seen.decode()
