"""What the rows of a table are about, told by its columns: one small table of each sort."""

from pathlib import Path

import pytest

from tests.ingest.suggesting.files import drafted

TABLES = {
    "people": (
        ["Client ID,Client Name,Date of Birth,Adviser", "1,Ann Lee,01/02/1980,Jo Reid", "2,Bea Fox,03/04/1975,Jo Reid"],
        {"Mention", "Practitioner"},
    ),
    "referrals": (
        [
            "Ref,Date Received,From Agency,Child Name,Child DOB,Reason,Passed To,Outcome",
            "R1,01/02/2026,Mill School,Ann Lee,01/02/2015,bruise,Early Help,accepted",
            "R2,02/02/2026,Police,Bea Fox,03/04/2012,missing,Early Help,signposted",
        ],
        {"Referral", "Mention", "Organisation"},
    ),
    "workers": (
        ["Name,Role,Team,Employer", "Jo Reid,Social Worker,North,Council", "Al Dean,PCSO,North,Police"],
        {"Practitioner", "Team", "Organisation"},
    ),
    "services": (
        ["Service,Run by,For ages,Opening times,Postcode", "Lunch Club,Mill Trust,60+,Thurs 12-2,ZX1 2AC", "Boxing,Moor ABC,8-16,Mon 5-7,ZX4 4EE"],
        {"Service", "Organisation", "Need"},
    ),
    "assets": (
        ["Hall name,Address,Postcode,Ward", "Scout Hut,Chapel Brow,ZX3 2AE,Thornlea", "Parish Room,High Street,ZX3 4RA,Thornlea"],
        {"Asset", "Organisation", "Area", "Need"},
    ),
    "organisations": (
        ["Charity number,Charity name,Charity activities", "9990001,MILL SHED,Woodwork", "9990002,MOOR WELCOME,Advice"],
        {"Organisation"},
    ),
    "areas": (
        ["WD23CD,WD23NM,LAD23CD,LAD23NM", "E05099001,Millbrook,E08099001,Harrowdale", "E05099002,Wharf,E08099001,Harrowdale"],
        {"Area"},
    ),
    "grants": (
        ["Grant ref,Awarded to,Project,Amount (£),Date paid", "G1,Mill Shed,Lathe,450,01/02/2025", "G2,Moor ABC,Gloves,200,02/03/2025"],
        {"Grant", "Organisation"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("sort", TABLES)
def test_a_row_is_taken_for_what_it_is(tmp_path: Path, sort: str) -> None:
    lines, labels = TABLES[sort]
    draft = drafted(tmp_path, *lines)
    assert {node.label for node in draft.mapping().nodes.values()} == labels, draft.about


def test_crimes_by_street_are_about_nothing_that_the_vocabulary_has(tmp_path: Path) -> None:
    lines = ["Crime ID,Month,Reported by,Longitude,Latitude,LSOA name,Crime type"]
    lines += [f"a{n},2026-01,Westmoor Police,-2.6{n},53.5{n},Harrowdale 00{n}A,Burglary" for n in range(5)]
    assert drafted(tmp_path, *lines).mapping().nodes == {}


def test_events_are_a_delta_and_a_register_is_a_snapshot(tmp_path: Path) -> None:
    visits = ["Session date,First name,Surname,Worker", "01/02/2026,Ann,Lee,Jo Reid", "08/02/2026,Ann,Lee,Jo Reid"]
    register = ["Client ID,First name,Surname,Worker", "1,Ann,Lee,Jo Reid", "2,Bea,Fox,Jo Reid"]
    assert drafted(tmp_path, *visits).mapping().mode == "delta"
    assert drafted(tmp_path, *register).mapping().mode == "snapshot"


def test_a_document_with_lists_of_people_maps_each_item(tmp_path: Path) -> None:
    text = """{"cases": [
      {"case_id": "c1", "opened": "2026-01-02", "lead_professional": {"name": "Jo Reid"},
       "family_members": [{"name": "Ann Lee", "dob": "1980-02-01", "relationship": "mother"}, {"name": "Bea Lee", "dob": "2015-03-04", "relationship": "child"}]},
      {"case_id": "c2", "opened": "2026-02-03", "lead_professional": {"name": "Al Dean"},
       "family_members": [{"name": "Cal Roe", "dob": "1971-05-06", "relationship": "father"}]}]}"""
    mapping = drafted(tmp_path, text, name="cases.json").mapping()
    assert (mapping.reads.path, mapping.key) == ("cases", ["case_id"])
    assert mapping.nodes["family_members"].each is not None
    assert mapping.nodes["family_members"].field == "family_members:{name}"
    assert mapping.nodes["lead_professional"].label == "Practitioner"
