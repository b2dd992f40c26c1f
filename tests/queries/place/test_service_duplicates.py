"""Listings that are one service are told as such, and are no overlap, until somebody says otherwise."""

from datetime import date

import pytest

from graph import linkage
from graph.store import Store
from linkage.judgements import take_back
from linkage.node_judgements import judge_nodes
from queries.service_duplicates import ServiceDuplicates
from queries.service_overlaps import ServiceOverlaps
from tests.queries.place.graph import Place

DAY = date(2026, 10, 31)
LUNCH = {"description": "A hot dinner and company for the over sixties", "minimum_age": 60, "meets_when": "Thursdays 12-2"}


@pytest.fixture
def place(store: Store) -> Place:
    """A luncheon club that two directories list under two providers, and a pharmacy and a dentist at one place."""
    made = Place(store)
    made.area("W1")
    made.area("W2")
    for uid, source, name, provider in (
        ("service-a", "council", "Luncheon club", "St Bede's Church"),
        ("service-b", "charities", "Thursday luncheon club", "Bede Kitchen CIC"),
    ):
        _listed(made, uid, source, provider, "social_isolation", full_name=name, postcode="ZX1 2AG", **LUNCH)
    for uid, source, need in (("service-p", "pharmacies", "medicines"), ("service-q", "dentists", "teeth")):
        _listed(made, uid, source, f"Mill Lane {need}", need, full_name=f"Mill Lane {need}", postcode="ZX1 3AA")
    linkage.compare_services(store)
    return made


def _listed(place: Place, uid: str, source: str, provider: str, need: str, **props: object) -> None:
    place.service(uid, need, "W1", **props)
    place.record(f"list-{uid}", source=source)
    place.node("Organisation", f"o-{provider}", full_name=provider)
    place.edge("Organisation", f"o-{provider}", "PROVIDES", "Service", uid)


def pairs(place: Place, **given: object) -> list[tuple[str, str, str, bool]]:
    found = place.ask(ServiceDuplicates(**given)).rows  # type: ignore[arg-type]
    return [(row.service_a, row.service_b, row.verdict, row.judged) for row in found]


def test_a_service_under_two_names_is_told_with_its_reasons_and_is_no_overlap(place: Place) -> None:
    (row,) = place.ask(ServiceDuplicates()).rows
    assert (row.service_a, row.service_b, row.verdict) == ("service-a", "service-b", "same")
    assert {"words", "place", "when"} <= set(row.speaks_for)
    assert {one.record for one in row.evidence} == {"list-service-a", "list-service-b"}
    assert row.says_otherwise == ()
    told = place.ask(ServiceOverlaps())
    assert told.rows == ()
    assert told.unseen == ("1 pair is one service listed twice, and no overlap: see `service_duplicates`",)


def test_two_trades_at_one_place_are_no_duplicates(place: Place) -> None:
    assert not any("service-p" in pair for pair in pairs(place))


def test_what_somebody_judges_holds_until_it_is_taken_back(place: Place) -> None:
    uid = judge_nodes(place.store, "service-b", "service-a", "overlaps", "a commissioner", "two kitchens", DAY)
    assert pairs(place) == []
    (row,) = place.ask(ServiceOverlaps()).rows
    assert (row.name_a, row.area_names, row.perhaps_one) == ("Luncheon club", ("Area W1",), False)
    take_back(place.store, uid, "a commissioner", DAY)
    assert pairs(place) == [("service-a", "service-b", "same", False)]


def test_only_of_an_area_and_only_of_a_verdict(place: Place) -> None:
    assert pairs(place, area="W2") == pairs(place, verdict="review") == []
    assert len(pairs(place, area="W1", verdict="same")) == 1


def test_comparing_again_writes_nothing(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(place.store), "write", lambda *_: pytest.fail("something was written"))
    linkage.compare_services(place.store)
