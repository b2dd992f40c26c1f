"""What holds of the rules of wobbling whatever records tell."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from queries.place_rules import rules_of
from queries.question import Row
from queries.strains import Verdict, WobblingRules, judged
from tests.queries.place.graph import DAY

CODES = (
    "sofa_surfing",
    "housing_arrears",
    "isolation",
    "school_absence",
    "exploitation",
    "hospital_admission",
    "carer_strain",
    "pregnancy",
)
STATUSES = ("neither", "wobbling", "crisis")


def strain(code: str, back: int, record: int, value: float | None) -> Row:
    """A strain as the text of the question gives it."""
    told = {"code": code, "observed_on": DAY - timedelta(days=back), "recorded_on": None, "record": f"r#{record}", "value": value}
    return {**told, "polarity": "measured" if value is not None else "present", "words": None, "guarded": None}


strains = st.builds(
    strain, st.sampled_from(CODES), st.integers(0, 400), st.integers(1, 4), st.none() | st.floats(0, 100, allow_nan=False)
)
later = st.builds(strain, st.sampled_from(CODES), st.integers(-400, -1), st.integers(1, 4), st.none())


def verdict(rows: list[Row], day: date = DAY) -> Verdict:
    return judged(rows, rules_of(WobblingRules, "wobbling"), day, cleared=True)


@settings(deadline=None)
@given(st.lists(strains, max_size=6), st.randoms())
def test_the_order_of_records_changes_nothing(rows: list[Row], shuffle: object) -> None:
    mixed = list(rows)
    shuffle.shuffle(mixed)  # type: ignore[attr-defined]
    assert (verdict(mixed).status, verdict(mixed).why) == (verdict(rows).status, verdict(rows).why)


@settings(deadline=None)
@given(st.lists(strains, max_size=6), later)
def test_what_is_told_later_was_not_known_yet(rows: list[Row], one: Row) -> None:
    assert verdict([*rows, one]) == verdict(rows)


@settings(deadline=None)
@given(st.lists(strains, max_size=6), strains)
def test_a_strain_more_never_makes_anybody_better_off(rows: list[Row], one: Row) -> None:
    assert STATUSES.index(verdict([*rows, one]).status) >= STATUSES.index(verdict(rows).status)


@settings(deadline=None)
@given(st.lists(strains, max_size=6))
def test_whoever_is_picked_out_is_so_by_strains_that_are_shown(rows: list[Row]) -> None:
    found = verdict(rows)
    assert bool(found.why) == (found.status != "neither")
    assert found.status == "neither" or found.strains
    assert (found.status == "crisis") == any(one.acute for one in found.strains)
