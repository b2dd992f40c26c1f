"""How often a family told its story: one telling a day and agency, and what each could have read."""

from datetime import date

from queries.story_repetition import StoryRepetition
from tests.queries.family.graph import Household

MARCH, APRIL, MAY = date(2026, 3, 1), date(2026, 4, 1), date(2026, 5, 1)


def test_rows_of_one_agency_and_day_are_one_telling(household: Household) -> None:
    household.family("f", "ada", "bob")
    first = household.assesses("ada", "Social Care", "C&F", MARCH)
    second = household.assesses("bob", "Social Care", "S47", MARCH)
    household.assesses("ada", "Housing", "housing needs", APRIL)
    told = household.ask(StoryRepetition(family="f")).rows
    assert [(row.number, row.kind, row.people) for row in told] == [
        (1, "C&F / S47", ("Ada", "Bob")),
        (2, "housing needs", ("Ada",)),
    ]
    assert {one.record for one in told[0].evidence} == {f"file.csv#{first}", f"file.csv#{second}"}
    assert told[1].could_have_read == ("C&F / S47, Social Care, 2026-03-01",)


def test_what_was_told_long_ago_could_not_have_been_reused(household: Household) -> None:
    household.family("f", "ada")
    household.assesses("ada", "Social Care", "C&F", date(2020, 1, 1))
    household.assesses("ada", "Housing", "housing needs", APRIL)
    assert [row.could_have_read for row in household.ask(StoryRepetition(family="f")).rows] == [(), ()]


def test_whoever_leads_counts_for_their_own_employer(household: Household) -> None:
    household.family("f", "ada")
    household.worker("w", "Ann Lee", "Early Help")
    household.worker("v", "Ann Lee", "Fernhill School")
    key = household.assesses("ada", "Early Help", "Early Help assessment", MARCH, worker="w")
    household.supports("v", "ada", MARCH, record=key)
    (row,) = household.ask(StoryRepetition(family="f")).rows
    assert (row.organisation, row.kept_by, row.told_to) == ("Fernhill School", "Early Help", "Ann Lee")


def test_their_own_count_is_told_beside_and_is_no_telling(household: Household) -> None:
    household.family("f", "ada")
    household.assesses("ada", "Housing", "housing needs", APRIL)
    household.shows("ada", "story_repetition", MAY, words="told it to six of you")
    rows = household.ask(StoryRepetition(family="f")).rows
    assert [(row.number, row.evidence[0].words) for row in rows] == [(1, None), (None, "told it to six of you")]


def test_of_restricted_people_whose_worker_it_was_is_withheld(household: Household) -> None:
    household.family("f", "ada", restricted=True)
    household.worker("w", "Ann Lee", "Fernhill School")
    household.assesses("ada", "Fernhill School", "plan", MARCH, worker="w")
    answer = household.ask(StoryRepetition(family="f"))
    assert "Fernhill" not in str(answer.as_json()) and "Ann Lee" not in str(answer.as_json())
    assert any("Restricted" in told for told in answer.unseen)


def test_a_telling_after_the_day_is_not_known(household: Household) -> None:
    household.family("f", "ada")
    household.assesses("ada", "Housing", "housing needs", MARCH)
    before = household.ask(StoryRepetition(family="f"), as_of=MARCH).rows
    household.assesses("ada", "Social Care", "C&F", APRIL)
    assert household.ask(StoryRepetition(family="f"), as_of=MARCH).rows == before
