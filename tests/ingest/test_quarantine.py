"""Rows in quarantine: kept as they were, found by source, reason and day, and gone when the source is put right."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from graph.store import Store
from ingest import quarantine, verdicts
from ingest.load import ingest
from ingest.quarantine import Wanted
from ingest.row import AS_IT_STOOD, Verdict
from ingest.tally import tallies
from tests.ingest.test_runs import digest
from tests.ingest.village import ROLL_ROWS, VISIT_ROWS, write

KEYLESS = ",Una Voe,01/01/2015,1 Low St,ZX1 1AC,,C Dodd"
WIDE = "7,Uri Voe,01/01/2015,1 Low St, Flat 2,ZX1 1AC,,C Dodd"
OTHERWISE = ROLL_ROWS[2].replace("Dan", "Don")
HIDDEN = ",Amy Poe,01/01/2016,address withheld,ZX1 1AD,,C Dodd"
BAD_VISIT = 'V9,"RAY, Eve",31/02/2016,ZX1 1AA,123,05/01/2026,"Moss, Tracy"'


def test_each_row_is_kept_whole_with_its_reason(store: Store, tmp_path: Path) -> None:
    ingest(store, write(tmp_path, roll=[*ROLL_ROWS, KEYLESS, WIDE, OTHERWISE]))
    rows = {row["uid"]: row for row in quarantine.listed(store)}
    assert {(uid, problem["code"]) for uid, row in rows.items() for problem in row["problems"]} == {
        ("roll#line:7", "missing_required_key"),
        ("roll#7", "wrong_number_of_columns"),
        ("roll#2#2", "repeated_key"),
    }
    assert rows["roll#7"]["raw"][AS_IT_STOOD] == WIDE
    assert rows["roll#2#2"]["raw"]["Name"] == "Don Lee"
    assert rows["roll#line:7"]["columns"] == ROLL_ROWS[0].split(",")


def test_rows_are_found_by_source_reason_and_day(store: Store, tmp_path: Path) -> None:
    ingest(store, write(tmp_path, roll=[*ROLL_ROWS, KEYLESS, WIDE], visits=[*VISIT_ROWS, "," * 6 + "x"]))

    def found(wanted: Wanted) -> set[str]:
        return {row["uid"] for row in quarantine.listed(store, wanted)}

    assert found(Wanted(source="roll")) == {"roll#line:7", "roll#7"}
    assert found(Wanted(code="missing_required_key")) == {"roll#line:7", "visits#line:5"}
    assert found(Wanted("roll", "missing_required_key", date.today())) == {"roll#line:7"}
    assert found(Wanted(since=date.today() + timedelta(days=1))) == set()
    assert {row["uid"] for row in quarantine.named(store, "roll.csv#7")} == {"roll#7"}


def test_what_is_put_right_at_the_source_leaves_by_itself(store: Store, tmp_path: Path) -> None:
    ingest(store, write(tmp_path, roll=[*ROLL_ROWS, KEYLESS, WIDE]))
    ingest(store, write(tmp_path, roll=[*ROLL_ROWS, f"6{KEYLESS}", WIDE]))
    assert {row["uid"] for row in quarantine.listed(store)} == {"roll#7"}


def test_a_restricted_row_shows_its_values_only_to_whoever_is_cleared(store: Store, tmp_path: Path) -> None:
    ingest(store, write(tmp_path, roll=[*ROLL_ROWS, HIDDEN]))
    (hidden,) = quarantine.listed(store)
    (shown,) = quarantine.listed(store, cleared=True)
    assert hidden["raw"] is None
    assert shown["raw"]["Name"] == "Amy Poe"


def test_the_day_a_row_came_makes_no_other_graph(store: Store, tmp_path: Path) -> None:
    ingest(store, write(tmp_path, roll=[*ROLL_ROWS, KEYLESS]))
    before = digest(store)
    store.write(("UNWIND $rows AS row MATCH (q:Quarantine) SET q.quarantined_on = row.day", [{"day": date(2020, 1, 1)}]))
    assert digest(store) == before


@pytest.mark.parametrize("store", ["embedded"], indirect=True)
def test_many_rows_come_a_page_at_a_time(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.paging.KEYS", 3)
    monkeypatch.setattr("graph.paging.PAGE", 2)
    ingest(store, write(tmp_path, roll=[*ROLL_ROWS, *(KEYLESS.replace("Una", f"Una{n}") for n in range(8))]))
    assert len({row["uid"] for row in quarantine.listed(store)}) == len(list(quarantine.listed(store))) == 8


def test_rows_taken_in_with_a_warning_are_listed_too(store: Store, tmp_path: Path) -> None:
    ingest(store, write(tmp_path, visits=[*VISIT_ROWS, BAD_VISIT]))
    (warned,) = verdicts.listed(store, Verdict.WARN)
    assert (warned["uid"], {p["code"] for p in warned["problems"]}) == ("visits#V9", {"impossible_date", "nhs_too_short"})
    assert [row["uid"] for row in verdicts.listed(store, Verdict.WARN, "visits", "nhs_too_short")] == ["visits#V9"]
    assert list(verdicts.listed(store, Verdict.WARN, "roll")) == []
    assert list(verdicts.listed(store, Verdict.REPAIR)) == []


def test_reasons_are_counted_for_each_run(store: Store, tmp_path: Path) -> None:
    ingest(store, write(tmp_path, roll=[*ROLL_ROWS, KEYLESS, WIDE]))
    ingest(store, write(tmp_path, roll=[*ROLL_ROWS, WIDE]))
    counted = sorted((t.quarantined, sorted(t.reasons.items())) for t in tallies(store, "roll"))
    wide = ("wrong_number_of_columns", 1)
    assert counted == [(1, [wide]), (2, [("missing_required_key", 1), wide])]
    assert list(tallies(store, since=date.today() + timedelta(days=2))) == []


@pytest.mark.parametrize("store", ["embedded"], indirect=True)
def test_a_run_keeps_no_values_of_rows(store: Store, tmp_path: Path) -> None:
    ingest(store, write(tmp_path, visits=[*VISIT_ROWS, BAD_VISIT]))
    assert all("31/02" not in row["counts"] for row in store.read("MATCH (r:Run) RETURN r.counts AS counts"))
