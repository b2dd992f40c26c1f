"""Mentions that tell the very same go where the first of them goes, however they came and whatever is judged."""

import random
from datetime import date
from typing import Any

import pytest

from graph import linkage
from graph.store import Store
from linkage import residents
from linkage.judgements import judge, take_back
from tests.linkage.test_residents import DAY, EDGES, groups, say

CHILD = {"full_name": "Ann Leigh", "dob": date(2015, 2, 3), "postcode": "ZX1 1AA"}
NEAR = {**CHILD, "full_name": "Anne Leigh"}
RULES = (
    "MATCH (m:Mention)-[s:SAME_AS]->(p:Person) RETURN m.uid AS uid, p.uid AS person, s.rule AS rule, s.sure AS sure ORDER BY uid"
)


def state(store: Store) -> Any:
    """All that linkage leaves."""
    return store.read(EDGES), store.read(RULES)


def test_a_child_who_is_named_every_day_has_no_pairs_with_herself(store: Store) -> None:
    linkage.link(store, [say(store, f"d{n}", **CHILD) for n in range(9)] + [say(store, "x", **NEAR)])
    assert [(edge["a"], edge["b"]) for edge in store.read(EDGES)] == [("d0", "x")]
    assert len(groups(store)) == 1
    assert {(row["rule"], row["sure"]) for row in store.read(RULES) if row["uid"] != "x"} == {("forename and birth", 1.0)}


def test_a_name_alone_is_never_the_same_by_being_said_twice(store: Store) -> None:
    linkage.link(store, [say(store, f"d{n}", full_name="Ann Leigh", postcode="ZX1 1AA") for n in range(3)])
    assert len(groups(store)) == 3


def test_one_that_comes_before_all_takes_the_place_of_the_first(store: Store) -> None:
    linkage.link(store, [say(store, "d5", **CHILD), say(store, "x", **NEAR)])
    linkage.link(store, [say(store, "d1", **CHILD)])
    assert [(edge["a"], edge["b"]) for edge in store.read(EDGES)] == [("d1", "x")]
    assert len(groups(store)) == 1


def test_two_who_tell_the_same_may_be_judged_two_and_are_one_again_when_it_is_taken_back(store: Store) -> None:
    linkage.link(store, [say(store, uid, **CHILD) for uid in ("a", "b", "c")] + [say(store, "x", **NEAR)])
    before = state(store)
    uid = judge(store, "a", "b", "different", "a worker", "cousins of one name", DAY)
    assert not any({"a", "b"} <= group for group in groups(store))
    take_back(store, uid, "a worker", DAY)
    assert state(store) == before


def test_a_judgement_on_one_of_them_is_one_on_all(store: Store) -> None:
    linkage.link(store, [say(store, uid, **CHILD) for uid in ("a", "b")] + [say(store, "x", **NEAR)])
    uid = judge(store, "b", "x", "different", "a worker", "a cousin", DAY)
    assert groups(store) == {frozenset("ab"), frozenset("x")}
    assert [edge["band"] for edge in store.read(EDGES)] == ["different"]
    take_back(store, uid, "a worker", DAY)
    assert len(groups(store)) == 1


@pytest.mark.parametrize("series", range(8))
def test_the_order_in_which_they_come_changes_nothing(store: Store, series: int, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = random.Random(series)
    if series % 2:
        monkeypatch.setattr(residents, "AT_ONCE", 3)
        monkeypatch.setattr(residents, "SLICE", 2)
    kinds = [CHILD, NEAR, {**CHILD, "nhs": "9991001018"}, {"nhs": "9991001018"}, {**NEAR, "nhs": "9991001123"}]
    said = {f"m{n:02}": rng.choice(kinds) for n in range(16)}
    left = list(said)
    rng.shuffle(left)
    while left:
        part = [left.pop() for _ in range(min(len(left), rng.randrange(1, 6)))]
        linkage.link(store, [say(store, uid, **said[uid]) for uid in part])
    piecemeal = state(store)
    store.write(("UNWIND $rows AS row MATCH (n) DETACH DELETE n", [{}]))
    linkage.link(store, [say(store, uid, **props) for uid, props in said.items()])
    assert state(store) == piecemeal
