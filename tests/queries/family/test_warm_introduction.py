"""Ways to somebody who knows the person: shortest and strongest first, each step with its reason."""

from datetime import date

import pytest

from graph.errors import QuestionError
from queries.warm_introduction import Introduction, WarmIntroduction
from tests.queries.family.graph import Household

OCTOBER = date(2026, 10, 1)


@pytest.fixture
def town(household: Household) -> Household:
    """Ann and Bo sit in one team; Bo works with Ada; Cy was named in one record with Bo, and Dee works with Ada, too."""
    household.family("f", "ada")
    household.family("g", "gus")
    household.worker("ann", "Ann Lee", "Housing")
    household.worker("bo", "Bo Day", "Health")
    household.worker("cy", "Cy Moss", "Police")
    household.node("Team", "t", full_name="Westside team")
    household.record("roster")
    for worker in ("ann", "bo"):
        household.edge("Practitioner", worker, "IN_TEAM", "Team", "t", record="roster")
    household.supports("bo", "ada", OCTOBER)
    key = household.supports("cy", "gus", OCTOBER)
    household.supports("bo", "gus", OCTOBER, record=key)
    return household


def ways(household: Household, cleared: bool = False, **given: object) -> list[Introduction]:
    return list(household.ask(WarmIntroduction(**given), cleared=cleared).rows)  # type: ignore[arg-type]


def steps(way: Introduction) -> list[str]:
    return [step.practitioner for step in way.steps]


def test_a_colleague_of_the_team_introduces(town: Household) -> None:
    (way,) = ways(town, worker="ann", person="ada")
    assert steps(way) == ["ann", "bo"]
    assert way.steps[1].why == "one team: Westside team"
    assert way.strength == pytest.approx(way.steps[1].worth * way.worth, abs=1e-3)  # type: ignore[operator]
    assert {one.record for one in way.evidence} and way.person == "ada"


def test_whoever_was_named_with_them_introduces_and_further_steps_cost(town: Household) -> None:
    (two,) = ways(town, worker="cy", person="ada")
    assert steps(two) == ["cy", "bo"]
    town.worker("dee", "Dee Fox", "Council")
    town.node("Team", "u", full_name="Eastside team")
    for worker in ("dee", "ann"):
        town.edge("Practitioner", worker, "IN_TEAM", "Team", "u", record="roster")
    (three,) = ways(town, worker="dee", person="ada")
    assert steps(three) == ["dee", "ann", "bo"]
    assert three.strength < two.strength


def test_somebody_who_knows_them_needs_no_introduction(town: Household) -> None:
    first = ways(town, worker="bo", person="ada")[0]
    assert steps(first) == ["bo"]


def test_a_contact_more_never_makes_a_way_weaker(town: Household) -> None:
    before = ways(town, worker="ann", family="f")[0].strength
    town.supports("bo", "ada", date(2026, 10, 20))
    assert ways(town, worker="ann", family="f")[0].strength >= before


def test_whoever_may_have_to_enforce_introduces_badly(town: Household) -> None:
    before = ways(town, worker="ann", person="ada")[0].strength
    town.supports("bo", "ada", OCTOBER, capacity="income officer")
    way = ways(town, worker="ann", person="ada")[0]
    assert way.strength < before and "may have to enforce" in way.known_as


def test_two_names_of_one_worker_are_one(town: Household) -> None:
    town.worker("a2", "A Lee", "Northton Housing")
    assert [steps(way) for way in ways(town, worker="a2", person="ada")] == [["ann", "bo"]]


def test_a_team_may_ask(town: Household) -> None:
    assert steps(ways(town, team="t", person="ada")[0]) == ["bo"]


def test_no_way_leads_through_whoever_would_tell_where_restricted_people_are(household: Household) -> None:
    household.family("f", "ada", restricted=True)
    household.worker("ann", "Ann Lee", "Fernhill School")
    household.worker("bo", "Bo Day", "Fernhill School")
    household.supports("bo", "ada", OCTOBER)
    answer = household.ask(WarmIntroduction(worker="ann", person="ada"))
    assert answer.rows == ()
    assert any("withheld" in told for told in answer.unseen)
    assert ways(household, cleared=True, worker="ann", person="ada")


def test_a_record_of_restricted_people_ties_nobody_for_an_ordinary_caller(town: Household) -> None:
    town.family("h", "hal", restricted=True)
    key = town.supports("cy", "hal", OCTOBER)
    town.worker("eve", "Eve Hart", "Charity")
    town.supports("eve", "hal", OCTOBER, record=key)
    shown = [step for way in ways(town, worker="eve", person="ada") for step in way.steps]
    assert all(one.record != f"file.csv#{key}" for step in shown for one in step.evidence)


@pytest.mark.parametrize("given", [{"worker": "ann"}, {"person": "ada"}])
def test_somebody_must_ask_and_be_asked_about(given: dict[str, str]) -> None:
    with pytest.raises(QuestionError, match="nobody is named"):
        WarmIntroduction(**given)
