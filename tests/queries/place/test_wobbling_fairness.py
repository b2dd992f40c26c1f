"""How evenly the rules pick people out is told of groups large enough, and of nobody."""

from datetime import date

import pytest

from graph.store import Store
from queries.wobbling_fairness import Evenness, WobblingFairness
from tests.queries.place.graph import Place

LATE = date(2026, 10, 1)


@pytest.fixture
def place(store: Store) -> Place:
    """A ward of 20 children, all in trouble, 40 adults who are not, and 2 old people who are."""
    made = Place(store)
    made.area("B")
    made.area("W1", "B")
    made.service("s1", "food", "W1", postcode="ZX1 2AA")
    for group, count, born, troubled in (("child", 20, 2015, True), ("adult", 40, 1990, False), ("old", 2, 1940, True)):
        for number in range(count):
            uid = f"{group}{number}"
            made.person(uid, "ZX1 2AB", dob=date(born, 1, 1))
            made.node("Mention", f"m-{uid}", sex="F" if number % 2 else "M")
            if troubled:
                made.strain(uid, "exploitation", LATE, f"x#{uid}")
    return made


def rows(place: Place) -> dict[tuple[str, str], Evenness]:
    return {(row.by, row.full_name): row for row in place.ask(WobblingFairness()).rows}


def test_shares_beside_everybodys(place: Place) -> None:
    found = rows(place)
    assert (found["everybody", "everybody"].people, found["everybody", "everybody"].picked) == (60, 20)
    children = found["age", "11-17"]
    assert (children.share, children.uneven, children.times_as_often) == (1.0, True, 3.0)
    assert not found["sex", "F"].uneven
    assert found["area", "Area W1"].people == 60


def test_a_small_group_is_not_told(place: Place) -> None:
    old = rows(place)["age", "65+"]
    assert (old.people, old.picked, old.share, old.told) == (None, None, None, "too few to tell")


def test_restricted_people_are_counted_nowhere(place: Place) -> None:
    before = rows(place)["everybody", "everybody"]
    for number in range(10):
        place.person(f"hidden{number}", "ZX1 2AB", restricted=True)
        place.strain(f"hidden{number}", "exploitation", LATE, f"h#{number}")
    assert rows(place)["everybody", "everybody"] == before
