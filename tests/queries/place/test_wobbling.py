"""Who is in crisis and who is wobbling follows from the rules, and from nothing else."""

from datetime import date
from pathlib import Path

import pytest

from graph.errors import QuestionError
from graph.store import Store
from queries.wobbling import UNPLACED, Wobbling
from tests.queries.place.graph import DAY, Place

LATE, EARLIER, LONG_AGO = date(2026, 10, 1), date(2026, 6, 1), date(2026, 3, 1)


@pytest.fixture
def place(store: Store) -> Place:
    """Two wards of a borough; a directory entry in each tells whose postcodes are whose."""
    made = Place(store)
    for area, within in (("B", None), ("W1", "B"), ("W2", "B")):
        made.area(area, within)
    made.service("s1", "food", "W1", postcode="ZX1 2AA")
    made.service("s2", "food", "W2", postcode="ZX2 2AA")
    return made


def picked(place: Place, **given: object) -> set[tuple[str, str]]:
    cleared, as_of = bool(given.pop("cleared", False)), given.pop("as_of", DAY)
    assert isinstance(as_of, date)
    rows = place.ask(Wobbling(**given), as_of, cleared).rows  # type: ignore[arg-type]
    return {(row.person, row.status) for row in rows}


def test_one_acute_strain_is_a_crisis_and_two_others_are_wobbling(place: Place) -> None:
    for person in ("acute", "two", "one", "old", "one_record", "told_twice"):
        place.person(person, "ZX1 2AB")
    place.strain("acute", "sofa_surfing", LATE, "a#1")
    place.strain("two", "food_insecurity", LATE, "b#1")
    place.strain("two", "isolation", EARLIER, "b#2")
    place.strain("one", "isolation", LATE, "c#1")
    place.strain("old", "isolation", LONG_AGO, "d#1")
    place.strain("old", "food_insecurity", LATE, "d#2")
    place.strain("one_record", "isolation", LATE, "e#1")
    place.strain("one_record", "debt", LATE, "e#1")
    place.strain("told_twice", "isolation", LATE, "f#1")
    place.strain("told_twice", "isolation", LATE, "f#2")
    assert picked(place) == {("acute", "crisis"), ("two", "wobbling")}
    assert picked(place, status="crisis") == {("acute", "crisis")}
    assert picked(place, as_of=date(2026, 9, 30)) == set(), "what was told later was not known then"


def test_only_what_is_so_now_and_of_themselves_counts(place: Place) -> None:
    place.person("p", "ZX1 2AB")
    for number, polarity in enumerate(("absent", "hypothetical", "past")):
        place.strain("p", "sofa_surfing", LATE, f"n#{number}", polarity=polarity)
    uid = place.strain("p", "sofa_surfing", LATE, "n#9")
    place.edge("Signal", uid, "ABOUT", "Mention", "m-p", experiencer="other:her sister")
    assert picked(place) == set()


def test_attendance_counts_from_its_thresholds_on(place: Place) -> None:
    for person, attendance in (("well", 95.0), ("low", 89.9), ("severe", 49.0)):
        place.person(person, "ZX1 2AB")
        place.strain(person, "school_absence", LATE, f"roll#{person}", value=attendance, polarity="measured")
        place.strain(person, "debt", LATE, f"debts#{person}")
    assert picked(place) == {("low", "wobbling"), ("severe", "crisis")}


def test_arrears_told_twice_are_one_strain(place: Place) -> None:
    place.person("p", "ZX1 2AB")
    place.strain("p", "housing_arrears", LATE, "rent#1", value=300.0)
    place.strain("p", "rent_arrears", EARLIER, "note#1")
    assert picked(place) == set()
    place.strain("p", "isolation", LATE, "note#2")
    assert picked(place) == {("p", "wobbling")}


def test_a_place_edits_the_rules(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place.person("p", "ZX1 2AB")
    place.strain("p", "isolation", LATE, "a#1")
    rules = "version: ours\nthresholds: {}\nleft_out: []\ncrisis: {months: 1, any_of: []}\nwobbling: {months: 2, strains: 1, records: 1}\n"
    (tmp_path / "wobbling.yaml").write_text(rules, "utf-8")
    monkeypatch.setenv("KITH_RULES", str(tmp_path))
    answer = place.ask(Wobbling())
    assert [row.status for row in answer.rows] == ["wobbling"]
    assert "version ours" in answer.unseen[0]
    (tmp_path / "wobbling.yaml").write_text(rules.replace("months: 2", "weeks: 2"), "utf-8")
    with pytest.raises(QuestionError, match=r"wobbling\.yaml: wobbling\.months"):
        place.ask(Wobbling())


def test_a_ward_holds_who_lives_there(place: Place) -> None:
    for person, postcode in (("here", "ZX1 9AA"), ("there", "ZX2 2AB"), ("away", "ZX9 9ZZ"), ("unknown", None)):
        place.person(person, postcode)
        place.strain(person, "exploitation", LATE, f"x#{person}")
    assert picked(place, area="W1") == {("here", "crisis")}
    assert {person for person, _ in picked(place, area="B")} == {"here", "there"}
    assert len(picked(place)) == 4
    assert UNPLACED in place.ask(Wobbling(area="W1")).unseen
    assert UNPLACED not in place.ask(Wobbling()).unseen


def test_restricted_people_and_restricted_records_are_for_a_cleared_caller(place: Place) -> None:
    place.person("hidden", "ZX1 2AB", restricted=True)
    place.person("open", "ZX1 2AB")
    place.strain("hidden", "exploitation", LATE, "x#1", words="at Rose House")
    place.strain("open", "exploitation", LATE, "x#2")
    place.node("Record", "x#2", restricted=True)
    open_answer = place.ask(Wobbling(area="W1"))
    assert open_answer.rows == ()
    assert {one for one, _ in picked(place, area="W1", cleared=True)} == {"hidden", "open"}
    empty = place.ask(Wobbling(area="W2"))
    assert open_answer.unseen == empty.unseen, "what is left out is told alike, whether or not anybody is"


def test_guarded_words_are_left_out_and_the_strain_is_not(place: Place) -> None:
    place.person("p", "ZX1 2AB")
    place.strain("p", "exploitation", LATE, "x#1", words="with Ann Example", guarded=True)
    (row,) = place.ask(Wobbling()).rows
    assert "Example" not in str(row)
    assert [one.acute for one in row.strains] == ["exploited"]


def test_every_strain_shows_its_record_day_and_words(place: Place) -> None:
    place.person("p", "ZX1 2AB")
    place.strain("p", "housing_arrears", EARLIER, "rent#1", value=640.0, words="agreed £10 a week")
    place.strain("p", "isolation", LATE, "note#1", words="sees nobody")
    (row,) = place.ask(Wobbling()).rows
    assert {(one.record, one.said_on, one.words) for one in row.evidence} == {
        ("rent#1", EARLIER, "agreed £10 a week"),
        ("note#1", LATE, "sees nobody"),
    }
    assert any("£640.00 owed" in one.told for one in row.strains)
    assert row.trend == "steady"


def test_a_status_that_there_is_not() -> None:
    with pytest.raises(QuestionError):
        Wobbling(status="tired")
