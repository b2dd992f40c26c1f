"""A gap is a need in an area that no active service meets; an asset is a lead and no cover."""

from datetime import date

import pytest

from graph.errors import QuestionError
from graph.store import Store
from queries.service_gaps import ServiceGaps
from tests.queries.place.graph import Place


@pytest.fixture
def place(store: Store) -> Place:
    """A borough of two wards: food in one, youth clubs in both, one of them closed."""
    made = Place(store)
    for area, within in (("B", None), ("W1", "B"), ("W2", "B")):
        made.area(area, within)
    made.service("pantry", "food", "W1", postcode="ZX1 2AA")
    made.service("club", "youth", "W1", minimum_age=11, maximum_age=17)
    made.service("shut", "youth", "W2", status="inactive", postcode="ZX2 2AA")
    made.service("advice", "debt_money", "B")
    made.asset("fridge", "food", "W2")
    return made


def gaps(place: Place, **given: object) -> set[tuple[str, str, str]]:
    return {(row.need, row.area, row.ages) for row in place.ask(ServiceGaps(**given)).rows}  # type: ignore[arg-type]


def test_no_active_service_is_a_gap_and_a_borough_wide_one_covers_every_ward(place: Place) -> None:
    assert gaps(place) == {("food", "W2", "all"), ("youth", "W2", "all")}
    assert gaps(place, need="food") == {("food", "W2", "all")}
    assert gaps(place, area="W1") == set()


def test_a_service_for_other_ages_leaves_a_gap(place: Place) -> None:
    assert ("youth", "W1", "all") in gaps(place, age=8)
    assert ("youth", "W1", "all") not in gaps(place, age=12)
    assert ("youth", "W1", "5-10") in gaps(place, by_age=True)


def test_a_gap_shows_what_is_near_what_closed_and_what_the_community_has(place: Place) -> None:
    food = next(row for row in place.ask(ServiceGaps(need="food")).rows)
    youth = next(row for row in place.ask(ServiceGaps(need="youth")).rows)
    assert (food.elsewhere, food.leads, food.closed) == (("Service pantry",), ("Asset fridge",), ())
    assert youth.closed == ("Service shut",)
    assert {one.record for one in food.evidence} == {"list-pantry", "list-fridge"}


def test_people_in_need_are_counted_only_as_many(place: Place) -> None:
    for number in range(12):
        place.person(f"p{number}", "ZX2 2AB")
        place.strain(f"p{number}", "food_insecurity", date(2026, 10, 1), f"x#{number}")
    place.person("hidden", "ZX2 2AB", restricted=True)
    place.strain("hidden", "food_insecurity", date(2026, 10, 1), "x#h")
    (row,) = place.ask(ServiceGaps(need="food")).rows
    assert (row.people, row.people_told) == (10, "about 10")


def test_few_people_in_need_are_not_told(place: Place) -> None:
    place.person("p", "ZX2 2AB")
    place.strain("p", "food_insecurity", date(2026, 10, 1), "x#1")
    (row,) = place.ask(ServiceGaps(need="food")).rows
    assert (row.people, row.people_told) == (None, "1 to 7")


def test_an_age_that_nobody_has() -> None:
    with pytest.raises(QuestionError):
        ServiceGaps(age=-1)
