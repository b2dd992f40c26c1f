"""Chains of referrals: what a note tells again, what leads back, what it came to; and which services turn people away."""

from datetime import date

from queries.pillar_to_post import Chain, PillarToPost
from queries.thresholds import Thresholds
from tests.queries.family.graph import Household

MARCH, APRIL, MAY = date(2026, 3, 1), date(2026, 4, 1), date(2026, 5, 1)


def chain(household: Household, **given: object) -> Chain:
    (found,) = household.ask(PillarToPost(person="ada"), **given).rows  # type: ignore[arg-type]
    return found


def test_a_way_that_leads_back_is_a_loop(household: Household) -> None:
    household.family("f", "ada")
    household.refers("ada", "GP (Mill Lane)", "Memory clinic", MARCH, "did_not_meet_threshold")
    household.refers("ada", "GP (Mill Lane)", "Adult Social Care front door", APRIL, "did_not_meet_threshold")
    household.refers("ada", "Adult Social Care", "Carers Centre", APRIL, "signposted")
    household.refers("ada", "Carers Centre Northton", "GP", MAY, "signposted")
    found = chain(household)
    assert found.loop
    assert [step.in_loop for step in found.steps] == [False, True, True, True]
    assert (found.ended_in, found.turned_away, found.days) == ("nothing", 2, (date(2026, 10, 31) - MARCH).days)
    assert [step.days for step in found.steps] == [None, 31, 0, 30]


def test_asking_one_service_twice_is_no_loop(household: Household) -> None:
    household.family("f", "ada")
    household.refers("ada", "School", "CAMHS", MARCH, "declined")
    household.refers("ada", "School", "CAMHS", APRIL, "no_response")
    household.refers("ada", "School", "Youth club", MAY, "accepted")
    found = chain(household)
    assert not found.loop
    assert (found.ended_in, found.days) == ("accepted", (MAY - MARCH).days)


def test_what_a_note_tells_again_is_one_step_and_what_it_alone_tells_another(household: Household) -> None:
    household.family("f", "ada")
    known = household.refers("ada", "School", "CAMHS", MARCH, "did_not_meet_threshold")
    again = household.refers("ada", "", "CAMHS", APRIL, "declined", form="note")
    alone = household.refers("ada", "", "Food bank", MAY, "signposted", form="note")
    found = chain(household)
    assert [{one.record for one in step.evidence} for step in found.steps] == [
        {f"file.csv#{known}", f"file.csv#{again}"},
        {f"file.csv#{alone}"},
    ]


def test_taken_on_before_a_later_refusal_is_no_good_end(household: Household) -> None:
    household.family("f", "ada")
    household.refers("ada", "School", "Youth club", MARCH, "accepted")
    household.refers("ada", "Youth club", "CAMHS", APRIL, "declined")
    assert chain(household).ended_in == "nothing"


def test_the_chain_as_of_a_day_knows_nothing_later(household: Household) -> None:
    household.family("f", "ada")
    household.refers("ada", "School", "CAMHS", MARCH, "declined")
    before = chain(household, as_of=MARCH)
    household.refers("ada", "CAMHS", "School", APRIL, "signposted")
    assert chain(household, as_of=MARCH) == before
    assert len(chain(household).steps) == 2


def test_of_restricted_people_no_word_and_no_body_that_tells_a_place(household: Household) -> None:
    household.family("f", "ada", restricted=True)
    household.refers("ada", "Fernhill Primary School", "Northton Council Social Care", MARCH, "accepted", reason="at 3 Elm Way")
    told = str(household.ask(PillarToPost(person="ada")).as_json())
    assert "Fernhill" not in told and "Elm" not in told and "file.csv" not in told
    assert "Northton Council Social Care" in told
    assert "Fernhill" in str(household.ask(PillarToPost(person="ada"), cleared=True).as_json())


def test_words_that_give_somebody_else_away_are_withheld(household: Household) -> None:
    household.family("f", "ada")
    household.refers("ada", "School", "CAMHS", MARCH, "declined", reason="lives with a cousin", guarded=True)
    assert "cousin" not in str(household.ask(PillarToPost(person="ada")).as_json())
    assert "cousin" in str(household.ask(PillarToPost(person="ada"), cleared=True).as_json())


def test_thresholds_count_people_and_say_where_they_went_next(household: Household) -> None:
    household.family("f", "ada")
    household.family("g", "bea")
    for person in ("ada", "bea"):
        household.refers(person, "School", "CAMHS", MARCH, "did_not_meet_threshold", reason="sleep")
    household.refers("ada", "CAMHS", "School", APRIL, "signposted")
    household.refers("bea", "School", "Youth club", APRIL, "accepted")
    rows = {row.service: row for row in household.ask(Thresholds()).rows}
    camhs = rows["CAMHS"]
    assert (camhs.referrals, camhs.refused, camhs.people, camhs.in_loops) == (2, 2, 2, 1)
    assert (camhs.went_next, camhs.asked_by, camhs.reasons) == (("School", "Youth club"), ("School",), ("sleep",))
    assert "Youth club" not in rows


def test_thresholds_leave_restricted_people_to_the_cleared(household: Household) -> None:
    household.family("f", "ada", restricted=True)
    household.refers("ada", "School", "CAMHS", MARCH, "declined")
    answer = household.ask(Thresholds())
    assert answer.rows == ()
    assert any("left out" in told for told in answer.unseen)
    assert len(household.ask(Thresholds(), cleared=True).rows) == 1
