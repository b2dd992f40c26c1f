"""Whose a column is: the subject's, a parent's, a contact's, by header, number and neighbours."""

from pathlib import Path

from ingest.mapping import Mapping
from tests.ingest.suggesting.files import drafted


def placed(mapping: Mapping) -> set[tuple[str, str, str]]:
    """Node, property and column of every property that one column tells."""
    return {
        (alias, prop, value.column) for alias, node in mapping.nodes.items() for prop, value in node.props.items() if value.column
    }


def test_each_parent_has_their_own_columns(tmp_path: Path) -> None:
    found = placed(
        drafted(
            tmp_path,
            "Pupil,DOB,Parent 1,P1 Rel,P1 Tel,Parent 2,P2 Rel,P2 Tel",
            "Ann Lee,01/02/2015,Bea Lee,Mother,07700 900101,Cal Lee,Father,07700 900102",
            "Dan Roe,03/04/2014,Eve Roe,Mother,07700 900103,,,",
        ).mapping()
    )
    assert found >= {
        ("pupil", "full_name", "Pupil"),
        ("parent_1", "phone", "P1 Tel"),
        ("parent_2", "full_name", "Parent 2"),
        ("parent_2", "phone", "P2 Tel"),
    }


def test_a_number_under_another_word_joins_the_contact_of_that_number(tmp_path: Path) -> None:
    mapping = drafted(
        tmp_path,
        "Surname,Forename,DOB,Priority 1,P1 Relationship,P1 Mobile",
        "Lee,Ann,01/02/2015,Bea Lee,Mother,07700 900101",
        "Roe,Dan,03/04/2014,Eve Roe,Aunt,07700 900103",
    ).mapping()
    assert ("contact_1", "phone", "P1 Mobile") in placed(mapping)
    assert [edge.props["kin"].column for edge in mapping.edges if edge.type == "RELATED_TO"] == ["P1 Relationship"]


def test_a_telephone_behind_a_relative_is_theirs_and_elsewhere_the_subjects(tmp_path: Path) -> None:
    behind = [
        "Surname,Forename,DOB,Next of kin,Tel",
        "Lee,Ann,01/02/1935,Bea Lee,07700 900101",
        "Roe,Dan,03/04/1940,Eve Roe,07700 900102",
    ]
    before = ["Surname,Forename,Tel,DOB,Postcode,Next of kin", "Lee,Ann,07700 900101,01/02/1935,ZX1 2AB,Bea Lee", "Roe,Dan,07700 900102,03/04/1940,ZX1 2AC,Eve Roe"]  # fmt: skip
    assert ("next_of_kin", "phone", "Tel") in placed(drafted(tmp_path, *behind).mapping())
    assert ("subject", "phone", "Tel") in placed(drafted(tmp_path, *before).mapping())


def test_joint_tenants_share_the_home_and_parents_need_not(tmp_path: Path) -> None:
    mapping = drafted(
        tmp_path,
        "Ten Ref,Main Tenant,DOB,Joint Tenant,Mother,Address,Postcode",
        "T1,Ann Lee,01/02/1980,Cal Lee,Bea Lee,1 Low St,ZX1 2AB",
        "T2,Dan Roe,03/04/1979,Eve Roe,Fay Roe,2 Low St,ZX1 2AC",
    ).mapping()
    assert "postcode" in mapping.nodes["joint_tenant"].props
    assert "postcode" not in mapping.nodes["mother"].props


def test_a_witness_is_not_whom_an_officer_came_to_know(tmp_path: Path) -> None:
    mapping = drafted(
        tmp_path,
        "Inc No,Line,Occurred,Class,Nominal,Nominal DOB,Role,OIC",
        'W1,1,09/08/2026 23:41,BURGLARY,"LEE, ANN",14/03/1991,VICTIM,PC 4471 RIGBY',
        'W1,2,09/08/2026 23:41,BURGLARY,"ROE, DAN",30/07/1989,WITNESS,PC 4471 RIGBY',
        'W2,1,10/08/2026 10:00,THEFT,"FOX, EVE",01/01/1970,SUS,PC 1180 PATEL',
    ).mapping()
    assert mapping.key == ["Inc No", "Line"]
    (edge,) = mapping.edges
    assert edge.when is not None
    assert edge.when.negation is not None
    assert edge.when.negation.is_in == ["WITNESS"]


def test_a_second_worker_of_a_role_goes_by_the_header(tmp_path: Path) -> None:
    mapping = drafted(
        tmp_path,
        "Name,DOB,Arresting Officer,Investigating Officer",
        "Ann Lee,01/02/1980,PC 12 Hall,DC 14 Patel",
        "Dan Roe,03/04/1979,PC 13 Cole,DC 14 Patel",
    ).mapping()
    assert {"officer_in_the_case", "investigating_officer"} <= set(mapping.nodes)
