"""Who knows a family: how sure, and what holds of a worker whom records name in several ways."""

from datetime import date

from queries.acquaintance import Acquaintance
from queries.who_knows_family import WhoKnowsFamily
from tests.queries.family.graph import Household

JUNE, SEPTEMBER = date(2026, 6, 12), date(2026, 9, 1)


def known(household: Household) -> dict[str, Acquaintance]:
    return {one.practitioner or "": one for one in household.ask(WhoKnowsFamily(family="f")).rows}


def test_several_records_make_it_surer(household: Household) -> None:
    household.family("f", "ada")
    household.worker("w", "Ann Lee", "Early Help")
    household.supports("w", "ada", SEPTEMBER, sure=0.7)
    assert known(household)["w"].sure == 0.7
    household.supports("w", "ada", SEPTEMBER, sure=0.6)
    assert known(household)["w"].sure == 0.88
    household.supports("w", "ada", SEPTEMBER)
    assert known(household)["w"].sure == 1.0


def test_what_ended_under_one_name_ended_under_the_other_unless_they_met_after(household: Household) -> None:
    household.family("f", "ada")
    household.worker("w", "Ann Lee", "Northton Early Help")
    household.worker("v", "A Lee", "Early Help")
    household.supports("w", "ada", JUNE, ended=JUNE)
    household.supports("v", "ada", JUNE)
    found = known(household)
    assert (found["v"].status, found["v"].ended, found["v"].perhaps_also) == ("ended", JUNE, ("w",))
    household.supports("v", "ada", SEPTEMBER)
    assert known(household)["v"].status == "current"


def test_two_of_one_surname_at_two_employers_are_two(household: Household) -> None:
    household.family("f", "ada")
    household.worker("w", "Ann Lee", "Early Help")
    household.worker("v", "Ann Lee", "Police")
    household.supports("w", "ada", JUNE, ended=JUNE)
    household.supports("v", "ada", JUNE)
    assert known(household)["v"].status == "current" and known(household)["v"].perhaps_also == ()
