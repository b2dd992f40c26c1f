"""Services and assets for a need: for an age and an area, how far, how fresh; of a refuge never where it is."""

from datetime import date

import pytest

from graph.errors import QuestionError
from queries.assets_for_need import AssetsForNeed
from queries.services_for_need import ServicesForNeed
from tests.queries.family.graph import Household


@pytest.fixture
def offers(household: Household) -> Household:
    """Two wards a kilometre apart in a borough, with services in both."""
    household.area("B")
    household.area("W1", "B")
    household.area("W2", "B")
    household.node("Area", "W1", full_name="Westside", lat=53.5, lon=-2.6)
    household.node("Area", "W2", full_name="Eastside", lat=53.509, lon=-2.6)
    household.service("far", "debt", "W2", full_name="Far", minimum_age=18, confirmed_on=date(2026, 10, 1))
    household.service(
        "near", "debt", "W1", full_name="Near", lat=53.5, lon=-2.6, description="Help with letters. Two places free."
    )
    household.service("shut", "debt", "W1", full_name="Shut", status="inactive")
    household.service("haven", "debt", "B", full_name="Refuge", address="3 Elm Way", postcode="ZX1 1AA", lat=53.5, lon=-2.6)
    household.asset("club", "debt", "W1", full_name="Club", contact="neighbour (Sal)", lat=53.5, lon=-2.6)
    return household


def names(rows: tuple[object, ...]) -> list[str]:
    return [row.full_name for row in rows]  # type: ignore[attr-defined]


def test_the_lately_confirmed_come_first_then_the_near(offers: Household) -> None:
    rows = offers.ask(ServicesForNeed(need="debt", near="Westside")).rows
    assert names(rows) == ["Far", "Near", "Refuge"]
    far, near, _ = rows
    assert (far.km, far.walk_minutes, far.distance_about, far.lately_confirmed) == (1.0, 12, True, True)
    assert (far.areas, far.area_names) == (("W2",), ("Eastside",))
    assert (near.km, near.lately_confirmed, near.room) == (0.0, None, "Two places free")


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"age": 16}, ["Near", "Refuge"]),
        ({"area": "W1"}, ["Near", "Refuge"]),
        ({"near": "Westside", "within_km": 0.5}, ["Near", "Refuge"]),
    ],
)
def test_ages_areas_and_distances_bound_the_answer(offers: Household, given: dict[str, object], found: list[str]) -> None:
    assert names(offers.ask(ServicesForNeed(need="debt", **given)).rows) == found  # type: ignore[arg-type]


def test_a_day_of_the_week_leaves_out_what_is_on_on_others_and_puts_what_is_on_first(offers: Household) -> None:
    offers.service("fri", "debt", "W1", full_name="Friday desk", meets_when="Mon-Fri 10-4")
    offers.service("sat", "debt", "W1", full_name="Saturday desk", meets_when="Sat 10-12")
    offers.service("daily", "debt", "W1", full_name="Weekend desk", meets_when="daily except Mon to Fri")
    told = offers.ask(ServicesForNeed(need="debt", area="W1", weekday="Fridays"))
    assert names(told.rows) == ["Friday desk", "Near", "Refuge"]
    assert "3 say no day of the week, and may be on: ask them" in told.unseen
    assert names(offers.ask(AssetsForNeed(need="debt", weekday="sun")).rows) == ["Club"]
    with pytest.raises(QuestionError, match="'Funday' is no day of the week"):
        offers.ask(AssetsForNeed(need="debt", weekday="Funday"))


def test_a_refuge_is_never_placed(offers: Household) -> None:
    told = str(offers.ask(ServicesForNeed(need="debt", near="Westside"), cleared=True).as_json())
    assert "Elm" not in told and "ZX1 1AA" not in told
    (haven,) = [row for row in offers.ask(ServicesForNeed(need="debt", near="Westside")).rows if row.full_name == "Refuge"]
    assert haven.km is None


def test_assets_say_who_to_ask_for_and_how_far(offers: Household) -> None:
    (club,) = offers.ask(AssetsForNeed(need="debt", near="Eastside", within_km=2)).rows
    assert (club.neighbourly, club.km, club.distance_about) == (True, 1.0, True)
    assert offers.ask(AssetsForNeed(need="debt", near="Eastside", within_km=0.5)).rows == ()


def test_where_nobody_knows_is_told(offers: Household) -> None:
    with pytest.raises(QuestionError, match="nothing here tells where 'Atlantis' is"):
        offers.ask(ServicesForNeed(need="debt", near="Atlantis"))
