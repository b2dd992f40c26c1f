"""Who works with whom is counted from records, once each, whatever they call the bodies; and what that makes of them."""

from datetime import date

import networkx as nx
import pytest

from graph.errors import QuestionError
from graph.store import Store
from queries.network import LARGE, betweenness, standings
from queries.partner_links import PartnerLinks
from queries.partner_network import PartnerNetwork
from tests.queries.place.graph import Place

DAY = date(2026, 9, 1)


@pytest.fixture
def place(store: Store) -> Place:
    """A council's housing options, a trust and a charity that provides a service."""
    made = Place(store)
    for uid, name in (
        ("council", "Northton Council Housing Options"),
        ("trust", "Vale Community NHS Trust"),
        ("charity", "Harbour"),
    ):
        made.node("Organisation", uid, full_name=name)
    made.service("s", "debt_money", "A")
    made.node("Practitioner", "ann", full_name="Ann Lee", organisation="Northton Council Housing Options")
    made.edge("Practitioner", "ann", "WORKS_FOR", "Organisation", "council")
    made.node("Practitioner", "bo", full_name="Bo Day", organisation="Vale Community NHS Trust")
    made.edge("Practitioner", "bo", "WORKS_FOR", "Organisation", "trust")
    made.edge("Organisation", "charity", "PROVIDES", "Service", "s")
    return made


def refer(place: Place, uid: str, one: str, other: str, **props: object) -> None:
    """A referral in a register, from one body to another."""
    place.node("Referral", uid, referred_on=DAY, **props)
    place.edge("Referral", uid, "FROM", "Organisation", one)
    place.edge("Referral", uid, "TO", "Organisation", other)
    place.edge("Record", place.record(f"refs#{uid}"), "SAYS", "Referral", uid)


def together(place: Place, record: str, *workers: str, **props: object) -> None:
    """A record that names workers with one family."""
    place.person(record)
    place.node("Record", f"r-{record}", recorded_on=DAY, **props)
    for worker in workers:
        place.edge("Practitioner", worker, "SUPPORTS", "Mention", f"m-{record}", record=f"r-{record}", last=DAY)


def links(place: Place, cleared: bool = False, **given: object) -> set[tuple[str, str, int]]:
    rows = place.ask(PartnerLinks(**given), cleared=cleared).rows  # type: ignore[arg-type]
    return {(row.name_a, row.name_b, row.times) for row in rows}


def test_occasions_are_counted_in_both_ways_and_by_kind(place: Place) -> None:
    refer(place, "R1", "council", "trust", outcome="accepted")
    refer(place, "R2", "trust", "council")
    together(place, "taf", "ann", "bo")
    place.edge(
        "Organisation",
        "council",
        "PARTNERS_WITH",
        "Organisation",
        "trust",
        record=place.record("n#1", source="notes"),
        words="rang Bo",
    )
    (row,) = place.ask(PartnerLinks()).rows
    assert (row.times, row.meetings, row.referrals_to_a, row.referrals_to_b, row.accepted, row.notes) == (4, 1, 1, 1, 1, 1)
    assert row.told == "1 meeting, 2 referrals both ways, 1 note"
    assert {one.record for one in row.evidence} == {"refs#R1", "refs#R2", "r-taf", "n#1"}


def test_a_team_counts_for_the_body_that_runs_it(place: Place) -> None:
    for uid, name in (
        ("t1", "Housing Options front door"),
        ("t2", "CAMHS"),
        ("t3", "Harbour Youth Night"),
        ("t4", "Elsewhere Lodge"),
    ):
        place.node("Organisation", uid, full_name=name)
    refer(place, "R1", "t1", "t2")
    refer(place, "R2", "t2", "t3")
    refer(place, "R3", "t1", "t4")
    assert links(place) == {
        ("Northton Council Housing Options", "Vale Community NHS Trust", 1),
        ("Harbour", "Vale Community NHS Trust", 1),
        ("Elsewhere Lodge", "Northton Council Housing Options", 1),
    }
    assert links(place, organisation="CAMHS") == {row for row in links(place) if "Vale Community NHS Trust" in row}


def test_teams_within_one_body_are_no_partners(place: Place) -> None:
    place.node("Organisation", "t1", full_name="Housing Options")
    refer(place, "R1", "t1", "council")
    assert links(place) == set()


def test_a_bound_and_a_day(place: Place) -> None:
    refer(place, "R1", "council", "trust")
    assert links(place, least=2) == set()
    assert links(place, since=date(2026, 10, 1)) == set()
    assert place.ask(PartnerLinks(), as_of=date(2026, 8, 31)).rows == ()
    with pytest.raises(QuestionError):
        PartnerLinks(least=0)


def test_what_restricted_records_tell_counts_for_a_cleared_caller(place: Place) -> None:
    together(place, "taf", "ann", "bo", restricted=True)
    assert links(place) == set()
    assert len(links(place, cleared=True)) == 1


def test_a_network_in_words(place: Place) -> None:
    place.node("Organisation", "alone", full_name="Quiet Hall")
    place.edge("Record", place.record("hall"), "SAYS", "Organisation", "alone")
    refer(place, "R1", "council", "trust")
    refer(place, "R2", "trust", "charity")
    rows = {row.full_name: row for row in place.ask(PartnerNetwork()).rows}
    assert rows["Vale Community NHS Trust"].broker
    assert rows["Vale Community NHS Trust"].cuts_off in (("Harbour",), ("Northton Council Housing Options",))
    assert rows["Quiet Hall"].told.startswith("alone")
    assert rows["Quiet Hall"].apart


def test_a_body_that_only_restricted_records_name_is_told_to_the_cleared_alone(place: Place) -> None:
    place.node("Organisation", "haven", full_name="Haven")
    place.person("ola", restricted=True)
    place.edge("Record", "r-ola", "SAYS", "Organisation", "haven")
    refer(place, "R1", "council", "trust")
    assert "Haven" not in {row.full_name for row in place.ask(PartnerNetwork()).rows}
    assert "Haven" in {row.full_name for row in place.ask(PartnerNetwork(), cleared=True).rows}
    place.edge("Record", place.record("listed"), "SAYS", "Organisation", "haven")
    assert "Haven" in {row.full_name for row in place.ask(PartnerNetwork()).rows}


def test_betweenness_is_the_same_by_both_libraries() -> None:
    graph = nx.gnm_random_graph(LARGE + 20, 900, seed=3)
    plain = nx.betweenness_centrality(graph)
    assert betweenness(graph) == pytest.approx(plain)


def test_groups_are_numbered_from_the_largest() -> None:
    found = standings({("a", "b"): 1, ("b", "c"): 1, ("x", "y"): 1}, frozenset("z"))
    assert (found["a"].part, found["x"].part, found["z"].part) == (1, 2, 3)
    assert found["b"].cuts_off in (("a",), ("c",))
