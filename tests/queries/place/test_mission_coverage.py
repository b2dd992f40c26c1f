"""A mission is covered by active services that meet its needs; who is in scope is counted as many."""

from datetime import date
from pathlib import Path

import pytest

from graph.errors import QuestionError
from graph.store import Store
from queries.mission_coverage import MissionCoverage
from tests.queries.place.graph import Place


@pytest.fixture
def place(store: Store) -> Place:
    """Two wards, one outreach service in one of them, one that closed, and a breakfast."""
    made = Place(store)
    for area, within in (("B", None), ("W1", "B"), ("W2", "B")):
        made.area(area, within)
    made.service("outreach", "rough_sleeping", "W1", postcode="ZX1 2AA")
    made.service("shut", "leaving_care", "B", status="inactive")
    made.service("club", "youth_activity", "B")
    made.asset("breakfast", "rough_sleeping", "W2")
    made.node("Organisation", "harbour", full_name="Harbour")
    made.edge("Organisation", "harbour", "PROVIDES", "Service", "outreach")
    return made


def test_services_assets_partners_and_gaps(place: Place) -> None:
    (row,) = place.ask(MissionCoverage(mission="homelessness")).rows
    assert [one.uid for one in row.services] == ["outreach"]
    assert [one.uid for one in row.assets] == ["breakfast"]
    assert row.partners == ("Harbour",)
    assert set(row.gaps) == {
        "homelessness prevention: Area W1, Area W2",
        "rough sleeping: Area W2",
        "leaving care: Area W1, Area W2",
    }
    assert {one.record for one in row.evidence} == {"list-outreach", "list-breakfast"}


def test_people_in_scope_are_counted_by_month(place: Place) -> None:
    for number in range(9):
        place.person(f"p{number}", "ZX1 2AB")
        place.strain(f"p{number}", "sofa_surfing", date(2026, 9, 5), f"x#{number}")
    place.person("other", "ZX1 2AB")
    place.strain("other", "bullying", date(2026, 9, 5), "x#other")
    (row,) = place.ask(MissionCoverage(mission="Nobody without a settled home")).rows
    assert row.people == 10
    assert [(one.month, one.people) for one in row.measures][-2:] == [("2026-09", 10), ("2026-10", 0)]


def test_an_area_narrows_services_and_gaps(place: Place) -> None:
    (row,) = place.ask(MissionCoverage(mission="homelessness", area="W2")).rows
    assert (row.services, [one.uid for one in row.assets]) == ((), ["breakfast"])


def test_a_place_names_its_own_missions(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = "version: ours\nmissions:\n  youth: {label: Something to do, needs: [youth_activity], strains: [bullying]}\n"
    (tmp_path / "missions.yaml").write_text(told, "utf-8")
    monkeypatch.setenv("KITH_RULES", str(tmp_path))
    (row,) = place.ask(MissionCoverage()).rows
    assert (row.mission, [one.uid for one in row.services]) == ("youth", ["club"])
    with pytest.raises(QuestionError, match="youth"):
        place.ask(MissionCoverage(mission="homelessness"))
