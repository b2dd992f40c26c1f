"""Rows that were refused, warned about or corrected lead to no restricted person, though nothing joins them to one."""

import json
from datetime import date
from pathlib import Path

import pytest

from graph.store import Store
from ingest import corrections, quarantine, verdicts
from ingest.row import Verdict
from tests.restriction.hamlet import OPEN_CARE_ROWS, ROLL_ROWS, take_in, write

WIDE = [
    "Fernhill Primary,B1,Tomas Quill,2018-09-15,,12, Moss Row,ZX4 7LN,Petra Quill,,Jo Head",
    "Fernhill Primary,B2,QUILL T,2018-09-15,9991009124,12, Nowhere,,,,Jo Head",
    "Fernhill Primary,B3,,,,9, Low Lane,zx47ln,,,Jo Head",
]
OTHER = "Fernhill Primary,B9,Rolf Stein,2018-09-15,,9, Low Lane,ZX9 9AA,,,Jo Head"
SECRETS = ("Tomas", "QUILL", "Moss Row", "ZX4", "zx47ln", "9991009124", "Petra", "Low Lane,zx")


def listed(store: Store, cleared: bool = False) -> str:
    """All that quarantine tells."""
    return json.dumps(list(quarantine.listed(store, cleared=cleared)), default=str, ensure_ascii=False)


@pytest.mark.parametrize("row", WIDE)
def test_a_refused_row_about_somebody_marked_elsewhere_shows_no_values(store: Store, tmp_path: Path, row: str) -> None:
    take_in(store, write(tmp_path, {"fernhill_roll.csv": [*ROLL_ROWS, row]}))
    told = listed(store)
    assert not [secret for secret in SECRETS if secret in told]
    assert "wrong_number_of_columns" in told and "Put quotation marks" in told, "where it stands and the cure are told"
    assert (
        "Moss Row" in listed(store, cleared=True)
        or "Nowhere" in listed(store, cleared=True)
        or "zx47ln" in listed(store, cleared=True)
    )
    (named,) = quarantine.named(store, json.loads(told)[0]["uid"])
    assert named["raw"] is None


def test_other_refused_rows_are_shown_to_be_put_right(store_embedded: Store, tmp_path: Path) -> None:
    take_in(store_embedded, write(tmp_path, {"fernhill_roll.csv": [*ROLL_ROWS, OTHER]}))
    assert "Rolf Stein" in listed(store_embedded)


def test_a_mark_that_comes_later_hides_a_row_that_came_before(store_embedded: Store, tmp_path: Path) -> None:
    files = {"fernhill_roll.csv": [*ROLL_ROWS, WIDE[0]]}
    take_in(store_embedded, write(tmp_path, files | {"care.csv": OPEN_CARE_ROWS}))
    assert "Tomas" in listed(store_embedded)
    take_in(store_embedded, write(tmp_path, files))
    assert "Tomas" not in listed(store_embedded)


def test_a_warned_row_of_an_unmarked_sibling_shows_no_value(store_embedded: Store, tmp_path: Path) -> None:
    rows = [row.replace("Sibby Quill,2016-02-03,,", "Sibby Quill,2016-02-03,12345,") for row in ROLL_ROWS]
    rows.append("Fernhill Primary,A4,Rolf Stein,2018-09-15,67890,9 Low Lane,ZX9 9AA,,,Jo Head")
    take_in(store_embedded, write(tmp_path, {"fernhill_roll.csv": rows}))
    told = json.dumps(list(verdicts.listed(store_embedded, Verdict.WARN)), default=str)
    assert "12345" not in told and "67890" in told
    assert "12345" in json.dumps(list(verdicts.listed(store_embedded, Verdict.WARN, cleared=True)), default=str)


def test_a_correction_of_such_a_row_is_withheld(store_embedded: Store, tmp_path: Path) -> None:
    row = ROLL_ROWS[1].replace(",A1,", ",,")
    take_in(store_embedded, write(tmp_path, {"fernhill_roll.csv": [*ROLL_ROWS[:1], *ROLL_ROWS[2:], row]}))
    (wrong,) = quarantine.listed(store_embedded, cleared=True)
    decided = corrections.Decided("clerk", date(2026, 10, 31), "the school says it is their 41st")
    corrections.correct(store_embedded, wrong, {"Adm No": "A41"}, decided)
    told = json.dumps(list(corrections.listed(store_embedded, cleared=False)), default=str)
    assert "A41" not in told and "41st" not in told
    assert "A41" in json.dumps(list(corrections.listed(store_embedded, cleared=True)), default=str)


def test_what_a_run_tells_and_keeps_has_no_values(store_embedded: Store, tmp_path: Path) -> None:
    rows = [*ROLL_ROWS, WIDE[0], OTHER, "Fernhill Primary,A4,Rolf Stein,31/02/2018,67890,9 Low Lane,ZX9 9AA,,,Jo Head"]
    outcome = take_in(store_embedded, write(tmp_path, {"fernhill_roll.csv": rows}))
    told = json.dumps([[counts.as_json(), list(counts.rows)] for counts in outcome.counts])
    kept = json.dumps(store_embedded.read("MATCH (r:Run) RETURN r.counts AS counts ORDER BY counts"))
    for secret in (*SECRETS, "Stein", "67890", "31/02/2018"):
        assert secret not in told and secret not in kept
    assert {problem["code"] for counts in outcome.counts for row in counts.rows for problem in row["problems"]} >= {
        "wrong_number_of_columns",
        "impossible_date",
    }
