"""Grants, charities and areas as their publishers write them."""

from pathlib import Path

import pytest

from ingest.readers import READERS
from tests.ingest.published import ABSENT, SHARED, edges, mapped, mapping, properties, said, write

published = pytest.mark.skipif(not (SHARED / "giving360").is_dir(), reason=ABSENT)
CHARITY = {
    "date_of_extract": "2026-10-01T00:00:00",
    "organisation_number": 1,
    "registered_charity_number": 9990001,
    "linked_charity_number": 0,
    "charity_name": "THE HARROWDALE FUND",
    "charity_registration_status": "Registered",
    "charity_contact_postcode": "ZX1 1AA",
    "charity_company_registration_number": "7597525",
}
GRANT = {
    "id": "360G-x-1",
    "title": "A grant",
    "description": "For a hall",
    "currency": "GBP",
    "amountAwarded": 100,
    "awardDate": "2026-01-01T00:00:00+00:00",
    "plannedDates": [{"startDate": "2026-02", "endDate": "2026-12-31"}],
    "fundingOrganization": [{"id": "GB-CHC-1110767", "name": "Fund"}],
    "recipientOrganization": [{"id": "GB-COH-7597525", "name": "Brickworks"}, {"id": "360G-x-hall", "name": "Hall"}],
    "beneficiaryLocation": [{"geoCode": "E05000650"}, {"geoCode": "E05000651"}],
    "grantProgramme": [{"title": "Halls"}, {"title": "Food"}],
}


def test_a_grant_reaches_all_its_recipients_and_areas(tmp_path: Path) -> None:
    found = said("giving360_json", write(tmp_path / "grants.json", {"grants": [GRANT]}))
    assert properties(found, "Grant")["programme"] == "Halls; Food"
    assert sorted((kind, end) for kind, _, _, end in edges(found) if kind == "COVERS") == [
        ("COVERS", "E05000650"),
        ("COVERS", "E05000651"),
    ]
    assert len([1 for kind, *_ in edges(found) if kind == "TO"]) == 2
    bodies = {str(node.properties.get("org_id")) for one in found for node in one.nodes if node.label == "Organisation"}
    assert bodies == {"GB-CHC-1110767", "GB-COH-07597525", "360G-x-hall"}


def test_charities_of_one_name_stay_apart(tmp_path: Path) -> None:
    two = [CHARITY, {**CHARITY, "organisation_number": 2, "registered_charity_number": 9990002}]
    found = said("charity_commission_json", write(tmp_path / "publicextract.charity.json", two))
    assert len({node.uid for one in found for node in one.nodes}) == 2
    told = properties(found, "Organisation")
    assert (told["org_id"], told["company_number"], told["full_name"]) == ("GB-CHC-9990002", "07597525", "The Harrowdale Fund")


def test_a_linked_charity_has_a_number_of_its_own(tmp_path: Path) -> None:
    linked = {**CHARITY, "linked_charity_number": 3}
    told = properties(said("charity_commission_json", write(tmp_path / "x.json", [linked])), "Organisation")
    assert (told["charity_number"], told.get("org_id")) == ("9990001-3", None)


def test_the_register_as_a_table(tmp_path: Path) -> None:
    names = [
        *CHARITY,
        "charity_type",
        "charity_activities",
        "charity_contact_phone",
        "charity_contact_email",
        "charity_contact_web",
    ]
    names += [f"charity_contact_address{n}" for n in range(1, 6)]
    row = "\t".join(str(CHARITY.get(name, "")) for name in names)
    (tmp_path / "publicextract.charity.txt").write_text("\t".join(names) + "\n" + row + "\n", "utf-8-sig")
    told = properties(said("charity_commission", tmp_path / "publicextract.charity.txt"), "Organisation")
    assert told["org_id"] == "GB-CHC-9990001"


LSOAS = "LSOA21CD,LSOA21NM,MSOA21CD,MSOA21NM,LAD24CD,LAT,LONG\nE01000001,City 1A,E02000001,City 1,E09000001,51.5,-0.1\n"


def test_areas_of_any_year_and_what_they_lie_in(tmp_path: Path) -> None:
    (tmp_path / "lsoas.csv").write_text(LSOAS, "utf-8")
    found = said("ons_lsoas", tmp_path / "lsoas.csv")
    told = properties(found, "Area")
    assert told == {"full_name": "City 1A", "kind": "LSOA", "lat": 51.5, "lon": -0.1}
    assert {(e.start, e.end) for one in found for e in one.edges} == {("E01000001", "E02000001"), ("E02000001", "E09000001")}


def test_a_heading_is_taken_without_its_year_only_where_that_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "lsoas.csv").write_text(LSOAS, "utf-8")
    plain = mapping("ons_lsoas").reads.model_copy(update={"headings": "as they are"})
    assert "LSOA21CD" in next(READERS["csv"](tmp_path / "lsoas.csv", plain)).values


@published
@pytest.mark.parametrize(
    ("name", "file", "read", "warned"),
    [
        ("giving360_json", "giving360/a002400000OiDBQAA3.json", 4116, 10),
        ("giving360_csv", "greater_manchester/vcse_grants.csv", 555, 0),
        ("ons_wards", "geography/wards.csv", 430, 0),
        ("ons_wards", "geography/ward_points.csv", 247, 0),
        ("ons_local_authorities", "geography/local_authorities.csv", 415, 0),
        ("ons_msoas", "geography/msoa_points.csv", 10_404, 0),
    ],
)
def test_published_files_are_taken_in_whole(name: str, file: str, read: int, warned: int) -> None:
    _, counts = mapped(mapping(name), SHARED / file)
    assert (counts.read, counts.accepted, counts.warned) == (read, read, warned)


@published
def test_the_first_grant_of_a_foundation() -> None:
    first = said("giving360_json", SHARED / "giving360" / "a002400000OiDBQAA3.json")[0]
    told = properties([first], "Grant")
    assert (told["amount"], str(told["awarded_on"]), str(told["ends_on"])) == (15000.0, "2015-06-10", "2016-06-30")
    assert properties([first], "Organisation")["postcode"].startswith("LE")
