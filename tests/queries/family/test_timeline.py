"""Everything known of a family in order: once each, filtered, and nothing that a day could not know."""

from datetime import date

import pytest

from graph.errors import QuestionError
from queries.timeline import Timeline
from tests.queries.family.graph import Household

MARCH, APRIL, MAY = date(2026, 3, 1), date(2026, 4, 1), date(2026, 5, 1)


@pytest.fixture
def told(household: Household) -> Household:
    """A contact that began and ended, a referral, an assessment and a strain that was said not to be."""
    household.family("f", "ada", "bob")
    household.worker("w", "Ann Lee", "Northton Council")
    household.supports("w", "ada", APRIL, first=MARCH, ended=MAY, capacity="visitor", words="seen at home")
    household.supports("w", "bob", APRIL, first=MARCH, ended=MAY, capacity="visitor")
    household.refers("ada", "School", "CAMHS", APRIL, "declined")
    household.assesses("ada", "Housing", "housing needs", MAY)
    household.shows("bob", "fall", MARCH, polarity="absent")
    return household


def test_events_stand_in_order_and_once(told: Household) -> None:
    rows = told.ask(Timeline(family="f")).rows
    assert [(row.happened_on, row.kind, row.what, row.people) for row in rows] == [
        (MARCH, "contact", "visitor", ("Ada", "Bob")),
        (MARCH, "strain", "Falls (not so)", ("Bob",)),
        (APRIL, "contact", "visitor", ("Ada", "Bob")),
        (APRIL, "referral", "to CAMHS: declined", ("Ada",)),
        (MAY, "ending", "visitor", ("Ada", "Bob")),
        (MAY, "assessment", "housing needs", ("Ada",)),
    ]
    assert all(row.evidence for row in rows)


@pytest.mark.parametrize(
    ("given", "count"),
    [({"kind": "referral"}, 1), ({"since": APRIL}, 4), ({"until": MARCH}, 2), ({"since": APRIL, "until": APRIL}, 2)],
)
def test_it_is_filtered(told: Household, given: dict[str, object], count: int) -> None:
    assert len(told.ask(Timeline(family="f", **given)).rows) == count  # type: ignore[arg-type]


def test_a_day_knows_nothing_later(told: Household) -> None:
    assert [row.happened_on for row in told.ask(Timeline(family="f"), as_of=MARCH).rows] == [MARCH, MARCH]


def test_a_kind_that_there_is_not_is_told() -> None:
    with pytest.raises(QuestionError, match="no kind 'party'"):
        Timeline(family="f", kind="party")


def test_of_restricted_people_no_words_and_no_place(household: Household) -> None:
    household.family("f", "ada", restricted=True)
    household.worker("w", "Ann Lee", "Fernhill School")
    household.supports("w", "ada", APRIL, words="at 3 Elm Way", capacity="pastoral lead, Fernhill")
    shown = str(household.ask(Timeline(family="f")).as_json())
    assert not any(secret in shown for secret in ("Fernhill", "Elm", "Ann Lee"))
    assert "Somebody at a school" in shown
