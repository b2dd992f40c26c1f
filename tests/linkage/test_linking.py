"""Who is joined and who stays apart in files of a few rows, and of many."""

from random import Random
from typing import Any

from benchmarks.linkage.crowd import rows_of
from linkage.linking import link
from linkage.measures import score
from linkage.settings import settings_of

ANN = {
    "first_name": "Annabel",
    "surname": "Leigh",
    "dob": "2015-02-03",
    "address": "3 Mill Lane",
    "postcode": "ZX1 1AA",
    "phone": "01632 960001",
    "sex": "F",
}
PERSON = settings_of("person")


def joined(*rows: dict[str, Any], **options: Any) -> set[frozenset[int]]:
    """Which rows are one, by their place."""
    return {frozenset(group) for group in link(PERSON, rows, **options).groups}


def one(*rows: dict[str, Any]) -> bool:
    """Whether all rows are taken for one person."""
    return len(joined(*rows)) == 1


def test_the_same_person_with_slips_is_one() -> None:
    assert one(ANN, {**ANN, "surname": "Liegh", "dob": "03/02/2015", "address": "3, Mill La.", "phone": None})
    assert one(ANN, {**ANN, "dob": "2015-03-02"})  # day and month changed over
    assert one(ANN, {**ANN, "first_name": "Bella"})
    assert one(ANN, {**ANN, "first_name": "Leigh", "surname": "Annabel"})


def test_a_household_is_not_a_person() -> None:
    assert not one(ANN, {**ANN, "first_name": "Oscar", "dob": "2012-07-19", "sex": "M"})


def test_twins_stay_two() -> None:
    assert not one(ANN, {**ANN, "first_name": "Amina"})


def test_father_and_son_of_one_name_stay_two() -> None:
    senior = {**ANN, "first_name": "George", "sex": "M", "dob": "1958-11-30"}
    assert not one(senior, {**senior, "dob": "1989-04-02"})


def test_senior_and_junior_stay_two() -> None:
    senior = {**ANN, "first_name": "George", "surname": "Leigh Snr", "sex": "M"}
    assert not one(senior, {**senior, "surname": "Leigh Jnr"})
    assert one(senior, {**senior, "surname": "Leigh"})


def test_a_number_under_two_forenames_joins_nobody() -> None:
    assert not one({**ANN, "nhs": "9991001018"}, {**ANN, "first_name": "Oscar", "nhs": "9991001018"})


def test_two_valid_numbers_that_differ_are_never_one() -> None:
    assert one({**ANN, "nhs": "9991001018"}, {**ANN, "nhs": "999 100 1018"})
    assert not one({**ANN, "nhs": "9991001018"}, {**ANN, "nhs": "9991001123"})
    third = {**ANN, "nhs": None}
    assert all(not {0, 1} <= group for group in joined({**ANN, "nhs": "9991001018"}, {**ANN, "nhs": "9991001123"}, third))


def test_missing_columns_are_lived_with() -> None:
    assert one(
        {"first_name": "Annabel", "surname": "Leigh", "dob": "2015-02-03"}, {"full_name": "LEIGH, Annabel", "dob": "03.02.15"}
    )
    assert joined({}, {"first_name": "Annabel"}) == {frozenset({0}), frozenset({1})}
    assert joined() == set()
    assert joined(ANN) == {frozenset({0})}


def test_what_must_be_together_or_apart_is() -> None:
    other = {**ANN, "first_name": "Oscar", "dob": "2012-07-19"}
    assert joined(ANN, other, together=[(0, 1)]) == {frozenset({0, 1})}
    assert joined(ANN, ANN, apart=[(0, 1)]) == {frozenset({0}), frozenset({1})}


def test_files_free_of_duplicates_give_pairs() -> None:
    groups = joined(ANN, ANN, ANN, files=[0, 0, 1], distinct=True)
    assert all(len(group) <= 2 and not {0, 1} <= group for group in groups)


def test_a_place_teaches_itself() -> None:
    rows = list(rows_of(3000, seed=11))
    found = link(PERSON, rows)
    assert found.model.records == len(rows)
    scored = score(found.cluster_of, [row["cluster"] for row in rows])
    assert scored.precision > 0.98
    assert scored.f1 > 0.93
    assert found.model.housemates > 0.5, "the families are seen"


def test_the_order_of_rows_changes_nothing() -> None:
    rows = list(rows_of(400, seed=2))
    order = list(range(len(rows)))
    Random(1).shuffle(order)
    straight = {frozenset(rows[one]["unique_id"] for one in group) for group in link(PERSON, rows).groups}
    shuffled = link(PERSON, [rows[at] for at in order]).groups
    assert {frozenset(rows[order[one]]["unique_id"] for one in group) for group in shuffled} == straight
