"""A starting point counts people as many, lists offers with their records, and quotes what strategies and surveys say."""

from datetime import date

import pytest

from graph.store import Store
from queries.baseline import Baseline, Finding
from tests.queries.place.graph import Place


@pytest.fixture
def place(store: Store) -> Place:
    """Two wards with a service, a strategy's priority, a survey's answer and a grant."""
    made = Place(store)
    for area, within in (("B", None), ("W1", "B"), ("W2", "B")):
        made.area(area, within)
    made.service("s1", "food", "W1", postcode="ZX1 2AA")
    made.service("shut", "food", "W1", status="inactive")
    for uid, props in (
        ("t1", {"kind": "strategy", "topic": "Homes", "words": "nobody sleeps out by 2030"}),
        ("t2", {"kind": "staff survey", "topic": "Trust", "words": "I know who to ring", "share": 0.42, "asked": 120}),
    ):
        made.node("Statement", uid, said_on=date(2026, 3, 1), **props)
        made.edge("Record", made.record(f"plan#{uid}"), "SAYS", "Statement", uid)
    made.node("Grant", "g", full_name="Warm hall", amount=5000.0, awarded_on=date(2026, 2, 1))
    made.edge("Record", made.record("grants#g"), "SAYS", "Grant", "g")
    made.edge("Grant", "g", "COVERS", "Area", "W2")
    return made


def lines(place: Place, **given: object) -> dict[tuple[str, str], Finding]:
    return {(row.section, row.item): row for row in place.ask(Baseline(**given)).rows}  # type: ignore[arg-type]


def test_people_are_counted_as_many_and_restricted_ones_nowhere(place: Place) -> None:
    for number in range(12):
        place.person(f"p{number}", "ZX1 2AB", dob=date(2015, 1, 1))
    place.person("hidden", "ZX1 2AB", restricted=True, dob=date(1990, 1, 1))
    found = lines(place)
    assert found["people", "whom records know"].figure == 10
    assert found["people", "aged 11-17"].told == "about 10"
    assert ("people", "aged 25-64") not in found
    assert lines(place, area="W2")["people", "whom records know"].figure == 0


def test_offers_statements_and_spend_with_their_records(place: Place) -> None:
    found = lines(place)
    assert found["services", "food"].told == "1 active"
    assert found["strategy", "Homes"].evidence[0].words == "nobody sleeps out by 2030"
    assert found["staff survey", "Trust"].told == "42% of 120 asked: I know who to ring"
    assert (found["spend", "Warm hall"].figure, found["spend", "Warm hall"].evidence[0].record) == (5000, "grants#g")
    assert ("spend", "Warm hall") not in lines(place, area="W1")
    assert {section for section, _ in lines(place, section="strategy")} == {"strategy"}


def test_what_was_never_taken_in_is_said(place: Place) -> None:
    assert any("No spend" in told for told in place.ask(Baseline(area="W1")).unseen)
    assert not any("No strategy" in told for told in place.ask(Baseline()).unseen)
    assert place.ask(Baseline(section="strategy"), as_of=date(2026, 1, 1)).rows == ()
