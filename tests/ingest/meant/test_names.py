"""What one may call whom, and how sure that makes us."""

import pytest

from ingest.meant.kin import relation
from ingest.meant.names import by_initials, how_well, works_as
from ingest.meant.roles import in_role

ORDER = [
    ("Joanna Marsh", "Joanna Marsh", None),
    ("Jo", "Joanna Marsh", "Jo"),
    ("J Marsh", "Joanna Marsh", None),
    ("Joanna", "Joanna Marsh", None),
    ("Joan", "Joanna Marsh", None),
]


def test_the_fuller_the_surer() -> None:
    scores = [how_well(*row) for row in ORDER]
    assert scores == sorted(scores, reverse=True) and len(set(scores)) == len(scores)


@pytest.mark.parametrize(
    ("name", "full_name"),
    [("Marsh", "Joanna Marsh"), ("J M", "Joanna Marsh"), ("Sam Marsh", "Joanna Marsh"), ("", "Joanna Marsh")],
)
def test_a_surname_two_initials_or_another_forename_are_not_enough(name: str, full_name: str) -> None:
    assert how_well(name, full_name, None) == 0.0


def test_a_slip_in_a_forename_beside_the_surname() -> None:
    assert 0.7 < how_well("Katharine Marsh", "Katherine Marsh", None) < 0.9


def test_practitioners_known_by_title() -> None:
    assert works_as("Anne Marsh", "Dr Marsh") and not works_as("Anne Marsh", "Dr Moss")
    assert by_initials("AM", "Anne Marsh") and not by_initials("AM", "Anne")


@pytest.mark.parametrize(
    ("written", "told"),
    [("Mum's partner", "mothers_partner"), ("Grandmother (SG)", "grandmother"), ("Step 3", None), ("carer", "carer")],
)
def test_relations_as_records_write_them(written: str, told: str | None) -> None:
    assert relation(written) == told


def test_a_role_in_short_is_the_same_role() -> None:
    helpers = [{"capacity": "Health Visitor"}, {"capacity": "social worker (children)"}, {"capacity": None}]
    assert in_role("HV", helpers) == helpers[:1]
    assert in_role("the SW", helpers) == helpers[1:2]
    assert in_role("midwife", helpers) == []
