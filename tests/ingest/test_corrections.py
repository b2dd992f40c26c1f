"""Corrections made here: respected as long as the source sends the row as it was, gone when it sends it otherwise."""

from datetime import date
from pathlib import Path

import pytest

from graph.errors import QuestionError
from graph.store import Store
from ingest import corrections, quarantine
from ingest.corrections import Decided
from ingest.load import Outcome, ingest
from tests.ingest.test_quarantine import HIDDEN, KEYLESS, OTHERWISE, WIDE
from tests.ingest.test_runs import digest, people
from tests.ingest.village import ROLL, ROLL_ROWS, VISIT_ROWS, write

DECIDED = Decided("tester", date(2026, 11, 1), "asked the school")
PROBLEMS = "MATCH (r:Record {uid: $uid}) RETURN r.problems AS problems, r.verdict AS verdict"


def correct(store: Store, uid: str, **columns: str) -> dict[str, object]:
    """A correction of one row in quarantine."""
    (row,) = quarantine.named(store, uid, cleared=True)
    return corrections.correct(store, row, columns, DECIDED)


def kept(store: Store) -> list[str]:
    """The rows that corrections are kept of."""
    return [one["row"] for one in corrections.listed(store, cleared=True)]


def test_a_rerun_of_the_same_file_respects_a_correction(store: Store, tmp_path: Path) -> None:
    ingest(store, write(tmp_path, roll=[*ROLL_ROWS, KEYLESS]))
    assert correct(store, "roll#line:7", No="6", DOB="01/01/2015") == {"No": "6"}
    assert _sum(ingest(store, write(tmp_path, roll=[*ROLL_ROWS, KEYLESS])), "corrected") == 1
    assert list(quarantine.listed(store)) == []
    assert "roll#6/subject" in people(store)
    (told,) = store.read(PROBLEMS, uid="roll#6")
    assert told["verdict"] == "repair"
    assert "corrected here on 2026-11-01 by tester: asked the school" in told["problems"][0]
    before = digest(store)
    moved = [ROLL_ROWS[0], KEYLESS, *ROLL_ROWS[1:]]
    assert _sum(ingest(store, write(tmp_path, roll=moved)), "unchanged") == 9, "it is the row's, not the line's"
    assert digest(store) == before


def test_it_leaves_when_the_source_puts_the_row_right(store: Store, tmp_path: Path) -> None:
    ingest(store, write(tmp_path, roll=[*ROLL_ROWS, KEYLESS]))
    correct(store, "roll#line:7", No="6")
    ingest(store, write(tmp_path, roll=[*ROLL_ROWS, KEYLESS]))
    right = write(tmp_path, roll=[*ROLL_ROWS, f"6{KEYLESS}"])
    assert _sum(ingest(store, right), "corrections_left") == 1
    assert kept(store) == []
    after = digest(store)
    store.write(("UNWIND $rows AS row MATCH (n) DETACH DELETE n", [{}]))
    ingest(store, right)
    assert after == digest(store)


def test_a_correction_that_is_not_enough_keeps_the_row_as_it_was_sent(store: Store, tmp_path: Path) -> None:
    place = write(tmp_path, roll=[*ROLL_ROWS, KEYLESS])
    ingest(store, place)
    correct(store, "roll#line:7", Mother="Ida Voe")
    ingest(store, place)
    (row,) = quarantine.listed(store)
    assert row["raw"]["Mother"] == ""
    assert correct(store, "roll#line:7", No="6") == {"Mother": "Ida Voe", "No": "6"}
    assert _sum(ingest(store, place), "quarantined") == 0


def test_a_row_of_another_width_and_a_used_key_are_put_right(store: Store, tmp_path: Path) -> None:
    place = write(tmp_path, roll=[*ROLL_ROWS, WIDE, OTHERWISE])
    ingest(store, place)
    correct(store, "roll#7", Address="1 Low St, Flat 2", Postcode="ZX1 1AC", Mother="", Teacher="C Dodd")
    correct(store, "roll#2#2", No="8")
    assert _sum(ingest(store, place), "corrected") == 2
    assert {"roll#7/subject", "roll#8/subject"} <= people(store).keys()
    ties = store.read("MATCH (w:Practitioner)-[s:SUPPORTS {record: 'roll#7'}]->(m:Mention) RETURN w.full_name AS who")
    assert ties == [{"who": "C Dodd"}]


def test_taken_back_the_row_is_what_its_source_says(store: Store, tmp_path: Path) -> None:
    place = write(tmp_path, roll=[*ROLL_ROWS, KEYLESS])
    ingest(store, place)
    before = digest(store)
    correct(store, "roll#line:7", No="6")
    ingest(store, place)
    assert corrections.take_back(store, "roll#line:7")
    ingest(store, place)
    assert digest(store) == before
    assert not corrections.take_back(store, "roll#line:7")


def test_no_correction_takes_protection_away(store: Store, tmp_path: Path) -> None:
    place = write(tmp_path, roll=[*ROLL_ROWS, HIDDEN])
    ingest(store, place)
    correct(store, "roll#line:7", No="6", Address="1 Low St")
    ingest(store, place)
    assert store.read("MATCH (m:Mention {uid: 'roll#6/subject'}) RETURN m.restricted AS hidden") == [{"hidden": True}]
    (told,) = store.read(PROBLEMS, uid="roll#6")
    assert "asked the school" not in told["problems"][0]
    (listed,) = corrections.listed(store, cleared=False)
    assert listed["becomes"] == {}


def test_a_delta_loses_a_correction_only_when_the_row_comes_otherwise(store: Store, tmp_path: Path) -> None:
    def place(*rows: str) -> Outcome:
        write(tmp_path, roll=[ROLL_ROWS[0], *rows])
        (tmp_path / "roll.yaml").write_text(ROLL.replace("reads:", "mode: delta\nreads:"), "utf-8")
        from ingest.place import load_place

        return ingest(store, load_place(tmp_path, date(2026, 10, 31)))

    place(ROLL_ROWS[1], WIDE)
    correct(store, "roll#7", Address="1 Low St, Flat 2", Postcode="ZX1 1AC", Mother="", Teacher="C Dodd")
    assert _sum(place(ROLL_ROWS[3]), "corrections_left") == 0
    assert _sum(place(WIDE), "corrected") == 1
    assert _sum(place('7,Uri Voe,01/01/2015,"1 Low St, Flat 2",ZX1 1AC,,C Dodd'), "corrections_left") == 1
    assert kept(store) == []


@pytest.mark.parametrize("store", ["embedded"], indirect=True)
def test_a_column_that_is_not_there_is_named_with_those_that_are(store: Store, tmp_path: Path) -> None:
    ingest(store, write(tmp_path, roll=[*ROLL_ROWS, KEYLESS], visits=VISIT_ROWS))
    with pytest.raises(QuestionError, match=r"has no column 'Nr'. Its columns are: No, Name, DOB"):
        correct(store, "roll#line:7", Nr="6")
    assert kept(store) == []


def test_a_value_goes_in_as_the_kind_that_stood_there() -> None:
    assert corrections.typed("5", "06", "a") == "06"
    assert corrections.typed([1], "[2]", "a") == [2]
    with pytest.raises(QuestionError, match="Write it as JSON"):
        corrections.typed([1], "two", "a")


def _sum(outcome: Outcome, name: str) -> int:
    return sum(getattr(counts, name) for counts in outcome.counts)
