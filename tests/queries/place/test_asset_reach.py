"""An asset reaches whom records show there, and could reach whoever near it needs what it has."""

from datetime import date

import pytest

from graph.store import Store
from queries.asset_reach import AssetReach
from tests.queries.place.graph import Place

LATE = date(2026, 10, 1)


@pytest.fixture
def place(store: Store) -> Place:
    """A pantry and a choir in one ward, with a volunteer who signs people in."""
    made = Place(store)
    for area, within in (("B", None), ("W1", "B"), ("W2", "B")):
        made.area(area, within)
    made.service("s1", "primary_care", "W1", postcode="ZX1 2AA")
    for uid, name, need in (("pantry", "Harbour Pantry", "food"), ("choir", "Harbour Choir", "social_isolation")):
        made.asset(uid, need, "W1")
        made.node("Asset", uid, full_name=name)
    made.node("Practitioner", "vol", full_name="Vi", organisation="Harbour", informal=True)
    return made


def signs_in(place: Place, person: str, what: str, **props: object) -> None:
    place.person(person, "ZX1 2AB", **props)
    place.edge("Practitioner", "vol", "SUPPORTS", "Mention", f"m-{person}", record=f"r-{person}", capacity=what, last=LATE)
    place.node("Record", f"r-{person}", file="signins.csv")


def test_a_contact_is_the_assets_whose_telling_word_it_was_for(place: Place) -> None:
    for number in range(9):
        signs_in(place, f"p{number}", "pantry shop")
    signs_in(place, "hidden", "pantry", restricted=True)
    rows = {row.asset: row for row in place.ask(AssetReach()).rows}
    assert (rows["pantry"].reached, rows["pantry"].last_seen, rows["pantry"].seen_in) == (10, LATE, ("signins.csv",))
    assert (rows["choir"].reached, rows["choir"].last_seen) == (0, None)
    assert place.ask(AssetReach(), as_of=date(2026, 9, 1)).rows[0].reached == 0


def test_few_are_not_told_and_no_row_of_theirs_is_evidence(place: Place) -> None:
    signs_in(place, "p", "pantry")
    row = next(row for row in place.ask(AssetReach(asset="pantry")).rows)
    assert (row.reached, row.reached_told) == (None, "1 to 7")
    assert {one.record for one in row.evidence} == {"list-pantry"}


def test_whoever_needs_it_and_was_not_there_could_be_reached(place: Place) -> None:
    for number in range(11):
        place.person(f"p{number}", "ZX1 2AB")
        place.strain(f"p{number}", "food_insecurity", LATE, f"x#{number}")
    rows = {row.asset: row for row in place.ask(AssetReach()).rows}
    assert (rows["pantry"].could_reach, rows["choir"].could_reach) == (10, 0)


def test_assets_that_nobody_refers_to(place: Place) -> None:
    place.node("Referral", "R1", referred_on=LATE)
    place.node("Organisation", "o", full_name="Harbour choir")
    place.edge("Referral", "R1", "TO", "Organisation", "o")
    assert [row.asset for row in place.ask(AssetReach(unreferred=True)).rows] == ["pantry"]
    assert place.ask(AssetReach(area="W2")).rows == ()
