"""Offers over GraphQL: registered by few words, shown as unconfirmed, moderated, withdrawn."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph.store import Store
from queries.services_for_need import ServicesForNeed
from tests.api.serving import client_of
from tests.ingest.offers.hollow import LUNCH, offer, rows, take_in

REGISTER = """mutation ($offer: OfferForm!) {
  registerOffer(offer: $offer, on: "2026-11-01") { offer record standing told } }"""
MODERATE = """mutation ($offer: String!, $verdict: String!, $why: String) {
  moderateOffer(offer: $offer, verdict: $verdict, why: $why, on: "2026-11-02") { standing record } }"""
WITHDRAW = 'mutation ($offer: String!) { withdrawOffer(offer: $offer, on: "2026-11-03") { standing } }'
ASK = '{ servicesForNeed(need: "food") { edges { node { fullName unconfirmed } } } }'
FORM = {"organisation": "Low Moor Lunch Club", "fullName": "Friday lunch", "kind": "service", "needs": ["Food"]}
Say = Callable[..., dict[str, Any]]


@pytest.fixture
def say(store: Store, tmp_path: Path) -> Say:
    take_in(store, tmp_path / "place")

    def said(query: str, **variables: object) -> dict[str, Any]:
        with client_of(store) as client:
            found: dict[str, Any] = client.post("/graphql", json={"query": query, "variables": variables}).json()
        return found

    return said


def shown(store: Store) -> list[tuple[str, bool, date | None]]:
    found = rows(store, ServicesForNeed(need="food"))
    return [(row.full_name, row.unconfirmed, row.confirmed_on) for row in found if row.full_name != "Council meals"]


@pytest.mark.parametrize("store", ["embedded"], indirect=True)
def test_what_is_unconfirmed_is_told_so(say: Say) -> None:
    say(REGISTER, offer=FORM)
    nodes = [edge["node"] for edge in say(ASK)["data"]["servicesForNeed"]["edges"]]
    assert [(node["fullName"], node["unconfirmed"]) for node in nodes] == [("Council meals", False), ("Friday lunch", True)]


def test_registered_confirmed_and_withdrawn(say: Say, store: Store) -> None:
    kept = say(REGISTER, offer=FORM | {"areas": ["Low Moor"], "capacity": "12"})["data"]["registerOffer"]
    assert kept["standing"] == "unconfirmed" and kept["record"].endswith(f"#{kept['offer']}")
    assert shown(store) == [("Friday lunch", True, None)]
    assert say(MODERATE, offer=kept["offer"], verdict="confirm")["data"]["moderateOffer"]["standing"] == "confirmed"
    assert shown(store) == [("Friday lunch", False, date(2026, 11, 2))]
    assert say(WITHDRAW, offer=kept["offer"])["data"]["withdrawOffer"]["standing"] == "withdrawn"
    assert shown(store) == []


def test_mistakes_are_one_message_and_write_nothing(say: Say, store: Store) -> None:
    before = list(store.export())
    (wrong,) = say(REGISTER, offer=FORM | {"needs": ["xyzzy"], "postcode": "here"})["errors"]
    assert "there is no need 'xyzzy'" in wrong["message"] and "postcode: 'here' is none" in wrong["message"]
    (unknown,) = say(MODERATE, offer="offer-0000000000000000", verdict="confirm")["errors"]
    assert "there is no offer" in unknown["message"]
    assert list(store.export()) == before


def test_a_refusal_has_a_reason(say: Say, store: Store) -> None:
    uid = say(REGISTER, offer=FORM)["data"]["registerOffer"]["offer"]
    (silent,) = say(MODERATE, offer=uid, verdict="refuse")["errors"]
    assert "nothing says why" in silent["message"]
    assert say(MODERATE, offer=uid, verdict="refuse", why="closed")["data"]["moderateOffer"] == {
        "standing": "refused",
        "record": None,
    }
    assert shown(store) == []


def test_several_at_once_are_all_taken_in(say: Say, store: Store) -> None:
    """On a server each request waits in a thread of its own, and one writes at a time."""
    if store.engine == "embedded":
        kept = [offer(store, name=f"Lunch {number}") for number in range(5)]
    else:
        with ThreadPoolExecutor(5) as threads:
            kept = list(threads.map(lambda number: offer(store, LUNCH, name=f"Lunch {number}"), range(5)))
    assert {one.standing for one in kept} == {"unconfirmed"}
    assert len(shown(store)) == 5
