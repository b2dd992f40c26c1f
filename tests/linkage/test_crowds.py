"""A key that a crowd bears says nothing, whenever it became one, and says it again when the crowd is gone."""

import random
from datetime import date
from typing import Any

import pytest

from graph import linkage
from graph.store import Store
from linkage import crowds
from tests.linkage.test_residents import EDGES, groups, say

PLACEHOLDER = "9999999999"
ALSO = {"address": "3 Mill Lane", "postcode": "ZX1 1AA"}


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """A crowd that a test can gather."""
    monkeypatch.setattr(crowds, "CROWD", 4)


def person(number: int, **props: Any) -> dict[str, Any]:
    """Somebody unlike the others of another number."""
    given, family = (
        ["Ann", "Bea", "Cyd", "Dee", "Eve", "Fay", "Gwen", "Hope"][number],
        ["Ash", "Birch", "Cole", "Dunn", "Eden", "Frost", "Grant", "Hale"][number],
    )
    return {"full_name": f"{given} {family}", "dob": date(1950 + 3 * number, 1 + number, 2 + 2 * number), **props}


def test_a_number_that_a_crowd_bears_is_a_placeholder(store: Store) -> None:
    linkage.link(store, [say(store, str(n), **person(n, nhs=PLACEHOLDER)) for n in range(4)])
    assert len(store.read(EDGES)) == 6
    linkage.link(store, [say(store, "4", **person(4, nhs=PLACEHOLDER))])
    assert store.read(EDGES) == []
    assert len(groups(store)) == 5


def test_the_many_records_of_one_person_are_no_crowd(store: Store) -> None:
    linkage.link(store, [say(store, str(n), **person(0, nhs="9991001018")) for n in range(9)])
    assert len(groups(store)) == 1


def test_numbers_alone_are_one_person_and_names_alone_are_many(store: Store) -> None:
    linkage.link(store, [say(store, f"n{n}", nhs="9991001018") for n in range(9)])
    assert len(groups(store)) == 1
    linkage.link(store, [say(store, f"a{n}", full_name="Ann Ash", **ALSO) for n in range(9)])
    assert len(groups(store)) == 10
    assert [row for row in store.read(EDGES) if row["a"].startswith("a")] == []


@pytest.mark.parametrize("series", range(6))
def test_the_order_in_which_a_crowd_comes_changes_nothing(store: Store, series: int) -> None:
    rng = random.Random(series)
    people = {}
    for n in range(24):
        number = {"nhs": rng.choice([PLACEHOLDER, "9991001018", "9991001123"])} if rng.random() < 0.6 else {}
        people[f"m{n:02}"] = person(rng.randrange(8), **number, **(ALSO if rng.random() < 0.5 else {}))
    left = list(people)
    rng.shuffle(left)
    while left:
        part = [left.pop() for _ in range(min(len(left), rng.randrange(1, 7)))]
        linkage.link(store, [say(store, uid, **people[uid]) for uid in part])
    piecemeal = store.read(EDGES), groups(store)
    linkage.link(store, people)
    assert (store.read(EDGES), groups(store)) == piecemeal
