"""The line of sight from a family to whoever governs, and the first link of it that is missing."""

from datetime import date

import pytest

from graph.errors import QuestionError
from graph.store import Store
from queries.accountability import Accountability
from tests.queries.place.graph import Place

LATE, LONG_AGO = date(2026, 10, 1), date(2025, 10, 1)


@pytest.fixture
def place(store: Store) -> Place:
    """One worker with all that a line of sight needs."""
    made = Place(store)
    made.node("Practitioner", "ann", full_name="Ann Lee")
    made.node("Practitioner", "head", full_name="Jo Head")
    made.node("Organisation", "council", full_name="Council")
    made.node("Board", "board", full_name="Place board")
    made.edge("Practitioner", "ann", "WORKS_FOR", "Organisation", "council")
    made.node("Practitioner", "bo", full_name="Bo Day")
    return made


def supports(place: Place, worker: str, person: str, **props: object) -> None:
    place.edge("Practitioner", worker, "SUPPORTS", "Mention", f"m-{person}", record=f"r-{person}", **{"last": LATE, **props})


def lines(place: Place, cleared: bool = False, **given: object) -> dict[str, str | None]:
    rows = place.ask(Accountability(**given), cleared=cleared).rows  # type: ignore[arg-type]
    return {row.family: row.broken_at for row in rows}


def test_the_first_missing_link(place: Place) -> None:
    place.person("p")
    supports(place, "ann", "p", lead=True, capacity="social worker")
    assert lines(place) == {"f-p": "professional lead"}
    place.edge("Practitioner", "ann", "LED_BY", "Practitioner", "head", record="x")
    assert lines(place) == {"f-p": "governance group"}
    place.edge("Organisation", "council", "ANSWERS_TO", "Board", "board", record="x")
    (row,) = place.ask(Accountability()).rows
    assert (row.broken_at, row.key_workers[0].boards, row.told) == (None, ("Place board",), "Ann Lee leads")
    assert {(one.record, one.said_on, one.capacity) for one in row.evidence} == {("r-p", LATE, "social worker")}


def test_a_worker_who_does_not_lead_or_has_gone_is_no_key_worker(place: Place) -> None:
    for person, props in (("beside", {}), ("ended", {"lead": True, "ended": LATE}), ("old", {"lead": True, "last": LONG_AGO})):
        place.person(person)
        supports(place, "ann", person, **props)
    assert lines(place) == dict.fromkeys(("f-beside", "f-ended", "f-old"), "key-worker")
    known = {row.family: row.known_to for row in place.ask(Accountability()).rows}
    assert known == {"f-beside": ("Ann Lee",), "f-ended": (), "f-old": ()}
    assert lines(place, broken_at="governance group") == {}


def test_two_who_lead_are_told(place: Place) -> None:
    place.person("p")
    supports(place, "ann", "p", lead=True)
    supports(place, "bo", "p", lead=True)
    (row,) = place.ask(Accountability(family="f-p")).rows
    assert "several lead" in row.told


def test_restricted_families_are_for_a_cleared_caller(place: Place) -> None:
    place.person("p")
    place.node("Family", "f-p", restricted=True)
    supports(place, "ann", "p", lead=True)
    assert lines(place) == {}
    assert set(lines(place, cleared=True)) == {"f-p"}


def test_a_link_that_there_is_not() -> None:
    with pytest.raises(QuestionError):
        Accountability(broken_at="mayor")
