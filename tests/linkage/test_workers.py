"""Workers and organisations that may be one are shown with reasons, and joined by nobody but a person."""

from datetime import date
from typing import Any

import pytest

from graph import cypher
from graph.errors import QuestionError
from graph.store import Store
from linkage.bodies import bodies_alike
from linkage.judgements import take_back
from linkage.node_judgements import judge_nodes
from linkage.workers import workers_alike

DAY = date(2026, 10, 31)


def put(store: Store, label: str, **rows: dict[str, Any]) -> None:
    """Nodes of a label by uid."""
    written = [{"uid": uid, "props": {"uid": uid, **props}} for uid, props in rows.items()]
    store.write((cypher.replace_nodes(label), written))


def found(store: Store) -> set[frozenset[str]]:
    """The workers that may be one, by uid."""
    return {frozenset((pair.uid_a, pair.uid_b)) for pair in workers_alike(store)}


def test_a_worker_under_two_spellings_is_shown_and_two_workers_are_not(store: Store) -> None:
    put(
        store,
        "Practitioner",
        a={"full_name": "Zofia Wren", "organisation": "North Dale NHS Trust"},
        b={"full_name": "Z Wren", "organisation": "North Dale Community NHS Trust"},
        c={"full_name": "Aidan Wren", "organisation": "North Dale NHS Trust"},
        d={"full_name": "Wren"},
    )
    assert found(store) == {frozenset("ab")}
    (pair,) = workers_alike(store)
    assert pair.verdict == "review"
    assert pair.reasons["employer"] > 0


def test_a_verdict_on_workers_is_kept_and_can_be_taken_back(store: Store) -> None:
    put(store, "Practitioner", a={"full_name": "Zofia Wren"}, b={"full_name": "Zofia Wren", "organisation": "Homes"})
    uid = judge_nodes(store, "b", "a", "different", "a manager", "two women", DAY)
    assert [(pair.verdict, pair.judged) for pair in workers_alike(store)] == [("different", True)]
    take_back(store, uid, "a manager", DAY)
    assert [(pair.verdict, pair.judged) for pair in workers_alike(store)] == [("review", False)]


def test_organisations_are_shown_by_name_and_number_and_two_charities_are_two(store: Store) -> None:
    place = {"postcode": "ZX1 1AA", "address": "3 Mill Lane", "phone": "01632 960001"}
    put(
        store,
        "Organisation",
        a={"full_name": "The Brickworks Trust", "charity_number": "1110767", **place},
        b={"full_name": "Brickworks Trust Ltd", **place},
        c={"full_name": "Brickworks Trust (Wharf)", "charity_number": "1999999", **place},
        d={"full_name": "Moor Road Surgery", "postcode": "ZX4 7HA"},
    )
    pairs = {frozenset((pair.uid_a, pair.uid_b)) for pair in bodies_alike(store)}
    assert frozenset("ab") in pairs
    assert frozenset("ac") not in pairs
    assert not any("d" in pair for pair in pairs)


@pytest.mark.parametrize(("other", "said"), [("o", "Name two of one kind"), ("z", "there is no service"), ("a", "Name two")])
def test_what_cannot_be_judged_is_told(store_embedded: Store, other: str, said: str) -> None:
    put(store_embedded, "Practitioner", a={"full_name": "Zofia Wren"})
    put(store_embedded, "Organisation", o={"full_name": "Zofia Wren"})
    with pytest.raises(QuestionError, match=said):
        judge_nodes(store_embedded, "a", other, "same", "a manager", "", DAY)
