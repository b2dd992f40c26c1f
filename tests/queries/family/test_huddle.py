"""The sheet of a huddle: who is on it and why, whom to invite, what nobody has answered, and what was agreed."""

from datetime import date, timedelta

import pytest

from graph.actions import finish_action, record_action
from graph.errors import QuestionError
from queries.huddle import Huddle, HuddleFamily
from tests.queries.family.graph import Household
from tests.queries.place.graph import DAY

SEPTEMBER, OCTOBER, LATE = date(2026, 9, 1), date(2026, 10, 1), date(2026, 10, 20)


@pytest.fixture
def ward(household: Household) -> Household:
    """A ward with a family in crisis, whom Ann knows; a family next door with nothing new."""
    household.area("W")
    household.service("s", "debt", "W", postcode="ZX1 2AA")
    for family, person in (("f", "ada"), ("g", "gus")):
        household.family(family, person)
        home = household.record_of(person, SEPTEMBER)
        household.node("Mention", f"m-{home}", postcode="ZX1 2AB")
    household.worker("ann", "Ann Lee", "Northton Council")
    household.supports("ann", "ada", OCTOBER, first=LATE - timedelta(30), capacity="early help lead")
    household.shows("ada", "homelessness", LATE, words="sleeping in the car")
    return household


def sheet(household: Household, cleared: bool = False, **given: object) -> dict[str, HuddleFamily]:
    rows = household.ask(Huddle(area="W", **given), cleared=cleared).rows  # type: ignore[arg-type]
    return {row.family: row for row in rows}


def test_families_with_something_new_are_on_it_with_whom_to_invite(ward: Household) -> None:
    found = sheet(ward, from_=OCTOBER, to=DAY)
    assert set(found) == {"f"}
    (ada,) = found["f"].people
    assert (ada.person, ada.status) == ("ada", "crisis") and any("sleeping in the car" in told for told in ada.new)
    assert [one.full_name for one in found["f"].known_to] == ["Ann Lee"]
    assert found["f"].evidence


def test_what_is_not_new_is_not_on_it(ward: Household) -> None:
    assert sheet(ward, from_=date(2026, 10, 21), to=DAY) == {}


def test_who_came_and_who_went_is_told(ward: Household) -> None:
    ward.worker("bo", "Bo Day", "Northton Council")
    ward.supports("bo", "ada", OCTOBER, ended=LATE, capacity="visitor")
    changed = sheet(ward, from_=SEPTEMBER, to=DAY)["f"].changed
    assert changed == ("2026-09-20: Ann Lee began (early help lead)", "2026-10-20: Bo Day ended (visitor)")


def test_what_nobody_has_answered_is_asked(ward: Household) -> None:
    ward.refers("ada", "School", "Speech therapy", OCTOBER, "no_response")
    ward.refers("ada", "School", "CAMHS", OCTOBER, "declined")
    questions = sheet(ward, from_=SEPTEMBER, to=DAY)["f"].questions
    assert set(questions) == {
        "Who takes Ada on, whom CAMHS turned away on 2026-10-01?",
        "What does Speech therapy say to the referral of Ada of 2026-10-01?",
    }


def test_a_family_that_nobody_leads_for_is_asked_about(ward: Household) -> None:
    ward.shows("gus", "homelessness", LATE)
    assert any("Nobody has been in touch" in told for told in sheet(ward, from_=OCTOBER)["g"].questions)


def test_what_was_agreed_is_followed_up_until_it_is_done(ward: Household) -> None:
    uid = record_action(ward.store, ("Family", "g"), "ring the landlord", "chair", SEPTEMBER, owner="Ann Lee", due_on=OCTOBER)
    assert (
        record_action(ward.store, ("Family", "g"), "ring the landlord", "chair", SEPTEMBER, owner="Ann Lee", due_on=OCTOBER)
        == uid
    )
    (agreed,) = sheet(ward, from_=LATE)["g"].agreed
    assert (agreed.action, agreed.owner, agreed.overdue, agreed.decided_by) == (uid, "Ann Lee", True, "chair")
    finish_action(ward.store, uid, "Ann Lee", LATE, "he will wait")
    (done,) = sheet(ward, from_=LATE)["g"].agreed
    assert (done.overdue, done.done_on, done.came_of) == (False, LATE, "he will wait")
    assert "g" not in sheet(ward, from_=date(2026, 10, 21))
    with pytest.raises(QuestionError, match="was done on"):
        finish_action(ward.store, uid, "Ann Lee", LATE, "again")


def test_the_sheet_goes_back_to_the_last_huddle(ward: Household) -> None:
    ward.shows("ada", "debt", date(2026, 9, 20))
    record_action(ward.store, ("Person", "ada"), "visit", "chair", date(2026, 9, 15), due_on=DAY)
    assert any("2026-09-20" in told for one in sheet(ward)["f"].people for told in one.new)


def test_before_it_was_agreed_nothing_is_known_of_it(ward: Household) -> None:
    record_action(ward.store, ("Family", "g"), "ring", "chair", LATE)
    assert ward.ask(Huddle(area="W", from_=SEPTEMBER), as_of=OCTOBER).rows == ()


def test_restricted_families_are_on_the_sheet_of_the_cleared_alone(ward: Household) -> None:
    ward.node("Family", "f", restricted=True)
    ward.node("Person", "ada", restricted=True)
    record_action(ward.store, ("Family", "f"), "change the lock at 3 Elm Way", "chair", LATE)
    assert sheet(ward, from_=OCTOBER) == {}
    assert set(sheet(ward, cleared=True, from_=OCTOBER)) == {"f"}


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"words": " "}, "nothing is said"),
        ({"kind": "party"}, "no kind"),
        ({"due_on": SEPTEMBER}, "before it was agreed"),
        ({"about": ("Family", "nobody")}, "no family nobody"),
    ],
)
def test_what_cannot_be_kept_is_told(ward: Household, given: dict[str, object], told: str) -> None:
    said: dict[str, object] = {"about": ("Family", "f"), "words": "ring", "by": "chair", "on": OCTOBER, **given}
    with pytest.raises(QuestionError, match=told):
        record_action(ward.store, **said)  # type: ignore[arg-type]


def test_days_in_the_wrong_order_are_told() -> None:
    with pytest.raises(QuestionError, match="is after"):
        Huddle(area="W", from_=LATE, to=OCTOBER)
