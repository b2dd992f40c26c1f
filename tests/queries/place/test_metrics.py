"""Measures before and after: of one person as they are, of many rounded, and never of few."""

from datetime import date
from pathlib import Path

import pytest

from graph.errors import QuestionError
from graph.store import Store
from queries.metrics import Metric, Metrics
from tests.queries.place.graph import Place

BEFORE, AFTER = date(2026, 2, 1), date(2026, 8, 1)


@pytest.fixture
def place(store: Store) -> Place:
    """Two wards."""
    made = Place(store)
    for area, within in (("B", None), ("W1", "B"), ("W2", "B")):
        made.area(area, within)
    made.service("s1", "food", "W1", postcode="ZX1 2AA")
    made.service("s2", "food", "W2", postcode="ZX2 2AA")
    return made


def measures(place: Place, cleared: bool = False, **given: object) -> dict[str, Metric]:
    return {row.measure: row for row in place.ask(Metrics(**given), cleared=cleared).rows}  # type: ignore[arg-type]


def test_one_persons_events_are_told_as_they_are(place: Place) -> None:
    place.person("p")
    for number, day in enumerate((BEFORE, BEFORE, date(2026, 3, 1), AFTER)):
        place.strain("p", "ae_attendance", day, f"hosp#{number}", words=f"visit {number}")
    row = measures(place, person="p")["ae_attendances"]
    assert (row.before, row.after, row.change) == (2, 1, "fewer"), "two records of one day are one event"
    assert {(one.record, one.said_on) for one in row.evidence} == {
        ("hosp#0", BEFORE),
        ("hosp#2", date(2026, 3, 1)),
        ("hosp#3", AFTER),
    }


def test_many_are_rounded_and_few_are_not_told(place: Place) -> None:
    for number in range(12):
        place.person(f"p{number}", "ZX1 2AB" if number else "ZX2 2AB")
        place.strain(f"p{number}", "arrest", BEFORE, f"police#{number}")
    rows = measures(place)
    assert (rows["arrests"].before, rows["arrests"].after, rows["arrests"].evidence) == (10, 0, ())
    few = measures(place, area="W2")["arrests"]
    assert (few.before, few.before_told, few.change) == (None, "too few people to tell", "not told")


def test_many_events_of_few_people_are_not_told(place: Place) -> None:
    place.person("p", "ZX1 2AB")
    for number in range(1, 15):
        place.strain("p", "ae_attendance", date(2026, 8, number), f"hosp#{number}")
    assert measures(place)["ae_attendances"].after is None


def test_a_mission_counts_all_that_happens_to_people_in_its_scope(place: Place) -> None:
    for person, code in (("in", "sofa_surfing"), ("out", "bullying")):
        place.person(person)
        place.strain(person, code, AFTER, f"x#{person}")
        place.node("Assessment", f"a-{person}", kind="C&F", taken_on=AFTER)
        place.edge("Assessment", f"a-{person}", "ABOUT", "Mention", f"m-{person}")
        place.edge("Record", f"r-{person}", "SAYS", "Assessment", f"a-{person}")
    assert measures(place, mission="homelessness", person="in")["assessments"].after == 1
    assert measures(place, mission="homelessness", person="out")["assessments"].after == 0


def test_a_move_is_another_home_than_before(place: Place) -> None:
    place.person("p")
    for number, (home, day) in enumerate((("h1", BEFORE), ("h1", date(2026, 3, 1)), ("h2", AFTER))):
        place.node("Address", home)
        place.node("Mention", f"h-{number}")
        place.edge("Mention", f"h-{number}", "SAME_AS", "Person", "p")
        place.edge("Mention", f"h-{number}", "LIVES_AT", "Address", home)
        place.edge("Record", place.record(f"rent#{number}", recorded_on=day), "SAYS", "Mention", f"h-{number}")
    row = measures(place, person="p")["moves"]
    assert (row.before, row.after) == (0, 1)


def test_costs_come_from_a_file_that_cites_its_source(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place.person("p")
    place.strain("p", "ae_attendance", AFTER, "hosp#1")
    assert measures(place, person="p")["ae_attendances"].unit_cost is None
    file = tmp_path / "unit_costs.yaml"
    monkeypatch.setenv("KITH_RULES", str(tmp_path))
    file.write_text("version: 1\ncosts:\n  ae_attendances: {pounds: 100, source: 'A made-up schedule, 2026, table 1'}\n", "utf-8")
    row = measures(place, person="p")["ae_attendances"]
    assert (row.cost_before, row.cost_after, row.cost_source) == (0, 100, "A made-up schedule, 2026, table 1")
    file.write_text("version: 1\ncosts:\n  ae_attendances: {pounds: 100}\n", "utf-8")
    with pytest.raises(QuestionError, match=r"unit_costs\.yaml: costs\.ae_attendances\.source"):
        measures(place, person="p")


def test_restricted_people_count_for_a_cleared_caller(place: Place) -> None:
    place.person("p", restricted=True)
    place.strain("p", "ae_attendance", AFTER, "hosp#1")
    assert measures(place, person="p")["ae_attendances"].after == 0
    assert measures(place, cleared=True, person="p")["ae_attendances"].after == 1


def test_what_comes_after_the_day_asked_about_is_not_known(place: Place) -> None:
    place.person("p")
    place.strain("p", "ae_attendance", date(2026, 12, 1), "hosp#1")
    answer = place.ask(Metrics(person="p", split=date(2026, 9, 1)))
    assert {row.after for row in answer.rows if row.measure == "ae_attendances"} == {0}
    assert any("only told up to 2026-10-31" in told for told in answer.unseen)


def test_no_side() -> None:
    with pytest.raises(QuestionError):
        Metrics(months=0)
