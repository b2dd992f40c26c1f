"""Who is one person and who stays apart."""

from dataclasses import replace
from datetime import date

from graph.linkage import Mention, cluster

ANN = Mention("a", "Ann Lee", None, date(2015, 2, 1), "3", None, None, None, None, "annlee|2015-02-01|ZX1 1AA")


def groups(*mentions: Mention, apart: set[frozenset[str]] | None = None) -> set[frozenset[str]]:
    """Who is taken for one, by uid."""
    return {frozenset(mention.uid for mention, _ in group) for group in cluster(mentions, apart or set())}


def test_the_same_name_birth_and_address_is_one_person() -> None:
    assert groups(ANN, replace(ANN, uid="b")) == {frozenset("ab")}


def test_an_address_known_by_its_postcode_alone_agrees() -> None:
    assert groups(ANN, replace(ANN, uid="b", house=None)) == {frozenset("ab")}


def test_another_house_of_the_postcode_is_another_person() -> None:
    assert groups(ANN, replace(ANN, uid="b", house="5")) == {frozenset("a"), frozenset("b")}


def test_twins_stay_two() -> None:
    twin = replace(ANN, uid="b", full_name="Amy Lee", name_key="amylee|2015-02-01|ZX1 1AA")
    assert groups(ANN, twin) == {frozenset("a"), frozenset("b")}


def test_a_name_alone_joins_nobody() -> None:
    bare = replace(ANN, dob=None, name_key=None)
    assert groups(bare, replace(bare, uid="b")) == {frozenset("a"), frozenset("b")}


def test_the_same_valid_number_joins_over_a_slip_in_the_name() -> None:
    one = replace(ANN, nhs="9991001018", name_key=None)
    other = replace(one, uid="b", full_name="Anne Leigh")
    assert groups(one, other) == {frozenset("ab")}


def test_a_mothers_number_on_her_childs_row_joins_nobody() -> None:
    child = replace(ANN, nhs="9991001018")
    mother = Mention("m", "Bea Lee", None, date(1990, 1, 1), "3", None, "9991001018", None, None, None)
    assert groups(child, mother) == {frozenset("a"), frozenset("m")}


def test_two_different_valid_numbers_are_never_one() -> None:
    assert groups(replace(ANN, nhs="9991001018"), replace(ANN, uid="b", nhs="9991001123")) == {frozenset("a"), frozenset("b")}


def test_a_third_row_joins_no_two_that_contradict() -> None:
    first, second = replace(ANN, nhs="9991001018"), replace(ANN, uid="b", nhs="9991001123")
    found = groups(first, second, replace(ANN, uid="c"))
    assert not any({"a", "b"} <= group for group in found)


def test_a_persons_word_parts_what_rules_would_join() -> None:
    assert groups(ANN, replace(ANN, uid="b"), apart={frozenset("ab")}) == {frozenset("a"), frozenset("b")}


def test_the_order_of_rows_changes_nothing() -> None:
    rows = [replace(ANN, uid=uid, nhs=nhs) for uid, nhs in (("a", None), ("b", "9991001018"), ("c", "9991001123"), ("d", None))]
    assert groups(*rows) == groups(*reversed(rows))
