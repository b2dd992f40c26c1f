"""Who is best placed: every part with its reason and weight, and what speaks against somebody said and not hidden in a number."""

from datetime import date

import pytest

from graph.errors import QuestionError
from queries.best_placed_key_worker import BestPlacedKeyWorker, Candidate
from tests.queries.family.graph import Household

JUNE, SEPTEMBER, OCTOBER = date(2026, 6, 1), date(2026, 9, 1), date(2026, 10, 1)


@pytest.fixture
def known(household: Household) -> Household:
    """Ann sees all of the family, Bo one of them."""
    household.family("f", "ada", "bob")
    household.worker("ann", "Ann Lee", "Early Help")
    household.worker("bo", "Bo Day", "Health")
    for person in ("ada", "bob"):
        household.supports("ann", person, OCTOBER, first=date(2025, 1, 1))
    household.supports("bo", "ada", OCTOBER, first=JUNE)
    return household


def ranked(household: Household, **given: object) -> list[Candidate]:
    return list(household.ask(BestPlacedKeyWorker(family="f", **given)).rows)  # type: ignore[arg-type]


def parts(one: Candidate) -> dict[str, float]:
    return {part.part: part.value for part in one.parts}


def test_whoever_knows_more_of_the_family_comes_first(known: Household) -> None:
    first, second = ranked(known)
    assert (first.practitioner, second.practitioner) == ("ann", "bo")
    assert (parts(first)["people"], parts(second)["people"]) == (1.0, 0.5)
    assert all(part.why for one in (first, second) for part in one.parts)
    weight = sum(part.weight for part in first.parts)
    assert first.score == pytest.approx(sum(part.value * part.weight for part in first.parts) / weight, abs=1e-3)


def test_trust_that_a_record_tells_counts_and_is_quoted(known: Household) -> None:
    known.supports("bo", "ada", OCTOBER, words="Ada says Bo is the only one she trusts")
    bo = next(one for one in ranked(known) if one.practitioner == "bo")
    (trust,) = [part for part in bo.parts if part.part == "trust"]
    assert (trust.value, "only one" in trust.why) == (1.0, True)


def test_weights_are_the_callers_to_set(known: Household) -> None:
    known.supports("bo", "ada", date(2026, 10, 30), words="trusts Bo")
    given = "people=0, years=0, relationship=0, lead=0, caseload=0"
    assert ranked(known, weights=given)[0].practitioner == "bo"


@pytest.mark.parametrize(("weights", "told"), [("luck=1", "no part 'luck'"), ("trust=much", "gives trust no weight")])
def test_a_weight_that_is_none_is_told(known: Household, weights: str, told: str) -> None:
    with pytest.raises(QuestionError, match=told):
        ranked(known, weights=weights)


@pytest.mark.parametrize(
    ("told", "against"),
    [
        ({"capacity": "income officer", "first": JUNE}, "enforce"),
        ({"strength": "incidental"}, "passing"),
        ({}, "one day"),
    ],
)
def test_what_speaks_against_somebody_is_said_and_they_come_last(known: Household, told: dict[str, object], against: str) -> None:
    known.worker("cy", "Cy Moss", "Homes")
    known.supports("cy", "ada", OCTOBER, **told)
    last = ranked(known)[-1]
    assert (last.practitioner, last.proposed) == ("cy", False)
    assert any(against in reason for reason in last.against)


def test_support_that_is_to_end_speaks_against_whose_it_is_alone(known: Household) -> None:
    known.worker("cy", "Cy Moss", "Harbour Welcome")
    known.supports("cy", "ada", OCTOBER, first=JUNE)
    known.shows("ada", "support_ending", SEPTEMBER, words="everything stops when Harbour goes in November")
    assert {one.practitioner for one in ranked(known) if any("to end" in why for why in one.against)} == {"cy"}


def test_whoever_ended_is_no_candidate(known: Household) -> None:
    known.worker("cy", "Cy Moss", "Homes")
    known.supports("cy", "ada", JUNE, ended=JUNE)
    assert {one.practitioner for one in ranked(known)} == {"ann", "bo"}


def test_several_names_of_one_worker_are_one_candidate(known: Household) -> None:
    known.worker("a2", "A Lee", "Northton Early Help")
    known.supports("a2", "ada", date(2026, 10, 20), first=JUNE)
    first = ranked(known)[0]
    assert (first.practitioner, first.last_contact) == ("ann", date(2026, 10, 20))


def test_capabilities_count_where_strains_ask_for_them(known: Household) -> None:
    known.node("Capability", "debt_money", full_name="Money")
    known.edge("Practitioner", "bo", "OFFERS", "Capability", "debt_money", record="roster")
    known.shows("ada", "debt", SEPTEMBER)
    by_uid = {one.practitioner: parts(one) for one in ranked(known)}
    assert by_uid["bo"]["capabilities"] == 1.0 and "capabilities" not in by_uid["ann"]


def test_neighbours_are_links_and_said_to_be(known: Household) -> None:
    known.worker("sal", "Sal Poe", informal=True)
    known.supports("sal", "ada", OCTOBER)
    assert [one.informal for one in ranked(known) if one.practitioner == "sal"] == [True]


def test_whoever_would_tell_where_restricted_people_are_is_not_named(household: Household) -> None:
    household.family("f", "ada", restricted=True)
    household.worker("ann", "Ann Lee", "Fernhill School")
    household.supports("ann", "ada", OCTOBER)
    answer = household.ask(BestPlacedKeyWorker(family="f"))
    assert answer.rows == () and "Ann" not in str(answer.as_json())
    assert len(household.ask(BestPlacedKeyWorker(family="f"), cleared=True).rows) == 1
