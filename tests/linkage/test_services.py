"""Listings of one service, apart from others at its site and from overlaps."""

from linkage.schedule import when_of
from linkage.service import likenesses, listing, one_service

LUNCH = {
    "name": "Luncheon club",
    "description": "A hot dinner and company for the over sixties.",
    "provider": "St Bede's Church",
    "postcode": "ZX1 2AG",
    "when": "Thursdays 12-2",
    "minimum_age": 60,
    "needs": ["social_isolation"],
}


def same(*rows: dict[str, object]) -> bool:
    """Whether two listings of two directories are one service."""
    listings = [listing(row) for row in rows]
    return len(one_service(listings, likenesses(listings, [0, 1]), [0, 1])) == 1


def test_one_offering_under_two_names() -> None:
    assert same(LUNCH, {**LUNCH, "name": "Thursday dinner at St Bede's", "provider": "St Bede's PCC", "when": "Thu 12:00-14:00"})


def test_two_offerings_in_one_building_are_two() -> None:
    youth = {**LUNCH, "name": "Youth night", "description": "Pool, music and hot food.", "minimum_age": 11, "maximum_age": 18}
    assert not same(LUNCH, {**youth, "needs": ["youth_activity"], "when": "Mondays 6-9"})


def test_the_same_words_in_another_place_are_another_service() -> None:
    assert not same(LUNCH, {**LUNCH, "postcode": "ZX4 7HA", "when": "Tuesdays 12-2"})


def test_two_trades_at_one_place_whose_names_tell_the_place_are_two() -> None:
    pharmacy = {"name": "Mill Lane Pharmacy", "provider": "Mill Lane Pharmacy", "postcode": "ZX1 2AG", "needs": ["medicines"]}
    assert not same(pharmacy, {**pharmacy, "name": "Mill Lane Dental", "provider": "Mill Lane Dental", "needs": ["teeth"]})


def test_the_web_site_of_a_register_is_nobody_s_own() -> None:
    names = ("Ashgrove", "Birches", "Cedars", "Dunmore", "Elmfield", "Fernlea")
    homes = [
        {"name": f"{name} Home", "provider": f"{name} Limited", "postcode": "ZX1 2AG", "url": f"https://register.example/{name}"}
        for name in names
    ]
    assert max(one.reasons["provider"] for one in likenesses([listing(home) for home in homes], [*range(6)])) <= 0
    assert likenesses([listing(home) for home in homes[:2]], [0, 1])[0].reasons["provider"] > 0


def test_hours_are_read_as_directories_write_them() -> None:
    assert when_of("MO 09:00 17:00").hours == (9.0, 17.0)
    assert when_of("2nd & 4th Tues 2-4").hours == (14.0, 16.0)
    assert when_of("Mon; Wed pm & eve").days == {0, 2}
    assert when_of("24/7 helpline").days == frozenset()
