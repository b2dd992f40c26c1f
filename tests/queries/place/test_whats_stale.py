"""What is stale is what nobody confirmed within the months asked about, by whose it is."""

from datetime import date

import pytest

from graph.errors import QuestionError
from graph.store import Store
from queries.whats_stale import WhatsStale
from tests.queries.place.graph import Place


@pytest.fixture
def place(store: Store) -> Place:
    """Services confirmed lately, long ago and never, an asset, and a source that fell silent."""
    made = Place(store)
    made.area("B")
    made.area("W1", "B")
    made.node("Source", "directory", agency="CVS")
    for uid, day in (("fresh", date(2026, 9, 1)), ("old", date(2025, 9, 1)), ("never", None)):
        made.service(uid, "food", "W1", **({"confirmed_on": day} if day else {}))
        made.edge("Record", f"list-{uid}", "FROM", "Source", "directory")
    made.service("shut", "food", "W1", status="inactive")
    made.asset("hall", "food", "B")
    made.node("Organisation", "o", full_name="Harbour")
    made.edge("Organisation", "o", "PROVIDES", "Service", "old")
    made.node("Source", "roll", agency="Schools")
    made.edge("Record", made.record("roll#1", recorded_on=date(2025, 1, 1)), "FROM", "Source", "roll")
    return made


def stale(place: Place, **given: object) -> set[tuple[str, str, str]]:
    return {(row.owner, row.uid, row.status) for row in place.ask(WhatsStale(**given)).rows}  # type: ignore[arg-type]


def test_by_owner_and_how_long(place: Place) -> None:
    assert stale(place) == {
        ("Harbour", "old", "stale"),
        ("CVS", "never", "never"),
        ("nobody named", "hall", "never"),
        ("Schools", "roll", "stale"),
        ("CVS", "directory", "never"),
    }
    assert ("Harbour", "old", "stale") not in stale(place, months=24)


def test_each_tells_since_when_and_whom_to_ask(place: Place) -> None:
    (row,) = place.ask(WhatsStale(owner="harb")).rows
    assert (row.days, row.ask, {one.record for one in row.evidence}) == (425, ("CVS",), {"list-old"})
    assert row.told == "confirmed last on 2025-09-01, 425 days ago"


def test_of_an_area(place: Place) -> None:
    assert {uid for _, uid, _ in stale(place, area="W1")} == {"old", "never", "hall"}


def test_no_months() -> None:
    with pytest.raises(QuestionError):
        WhatsStale(months=0)
