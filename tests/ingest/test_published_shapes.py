"""The mappings of ingest/sources, each on files of the standard it is for."""

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph.statement import RecordSaid, uid_of
from graph.store import Store
from ingest.cleaners import Context
from ingest.load import ingest
from ingest.mapper import Mapper
from ingest.mapping import Mapping, load_mapping
from ingest.place import single
from ingest.readers import READERS

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("KITH_SHARED") or ROOT.parent / "shared" / "data")
EXAMPLES = SHARED / "open_referral" / "uk-profile-3.0" / "examples"
MOCKS = SHARED / "open_referral" / "validator_mocks" / "V3.0-UK-Default"
pytestmark = pytest.mark.skipif(not EXAMPLES.is_dir(), reason=f"no published data in {SHARED}; set KITH_SHARED to have them")
AS_OF = date(2026, 1, 1)
AREAS = {"trafford": "E08000009"}
COUNSELLING = uid_of("Service", "ac148810-d857-441c-9679-408f346de14b")


def mapping(name: str) -> Mapping:
    """A mapping of ingest/sources."""
    return load_mapping(ROOT / "ingest" / "sources" / f"{name}.yaml")


def said(name: str, file: Path) -> list[RecordSaid]:
    """What every row of a file says by a mapping."""
    used = mapping(name)
    mapper = Mapper(used, file.name, Context(AS_OF, areas=AREAS))
    mapped = [mapper.map(row) for row in READERS[used.reads.format](file, used.reads)]
    return [one.said for one in mapped if one.said is not None]


def properties(records: list[RecordSaid], label: str) -> set[tuple[str, Any]]:
    """Names and values of the properties of every node of a label."""
    return {item for record in records for node in record.nodes if node.label == label for item in node.properties.items()}


def edges(records: list[RecordSaid]) -> set[tuple[str, str, str, str]]:
    """Edges as type, label of start, label of end, end."""
    return {(edge.type, edge.start_label, edge.end_label, edge.end) for record in records for edge in record.edges}


def page(folder: Path, service: dict[str, Any]) -> Path:
    """One service as a page of /services."""
    file = folder / "services.json"
    file.write_text(json.dumps({"contents": [service]}), "utf-8")
    return file


def test_a_page_of_services_in_short() -> None:
    """A list has no taxonomy terms: its needs come from its own words."""
    found = said("open_referral_uk_3", EXAMPLES / "service_list.json")
    assert {(name, value) for name, value in properties(found, "Service") if name != "description"} == {
        ("full_name", "Community Counselling"),
        ("status", "active"),
        ("minimum_age", 12),
        ("maximum_age", 100),
        ("url", "http://example.com/counselling"),
        ("charge", "fees_description"),
        ("contact", "email@example.com"),
        ("confirmed_on", date(2005, 1, 1)),
    }
    assert edges(found) == {
        ("PROVIDES", "Organisation", "Service", COUNSELLING),
        ("MEETS", "Service", "Need", "adult_mental_health"),
    }


def test_a_service_in_full(tmp_path: Path) -> None:
    """Place, hours, charge and taxonomy terms; an area that is no code and no known name is left out."""
    full = json.loads((EXAMPLES / "service_full.json").read_text("utf-8"))
    found = said("open_referral_uk_3", page(tmp_path, full))
    assert {
        ("address", "MyCity Civic Center, 1-30 Main Street, MyCity"),
        ("lat", 100.0),
        ("lon", 101.0),
        ("charge", "Under 18s and Over 60s 35 per 1 hour session fees_description"),
        ("contact", "Ann Persona Reception Manager email@example.com"),
    } <= properties(found, "Service")
    assert {("org_id", "GB-COH-1234567"), ("url", "http://example.com")} <= properties(found, "Organisation")
    assert edges(found) == {("PROVIDES", "Organisation", "Service", COUNSELLING), ("MEETS", "Service", "Need", "name")}


def test_a_service_area_by_code_or_by_name(tmp_path: Path) -> None:
    """The extent may be a GSS code; else the area is known by its name, never by the service's."""
    full = json.loads((EXAMPLES / "service_full.json").read_text("utf-8"))
    places = [{"id": "1", "extent": "E05015251"}, {"id": "2", "name": "Trafford"}, {"id": "3"}]
    found = said("open_referral_uk_3", page(tmp_path, {**full, "name": "Salford", "service_areas": places}))
    assert {end for kind, _, _, end in edges(found) if kind == "COVERS"} == {"E05015251", "E08000009"}


@pytest.mark.parametrize("file", [EXAMPLES / "service_list.json", MOCKS / "service_list.json"], ids=["profile", "validator"])
def test_a_feed_that_leaves_nothing_out(file: Path, store_embedded: Store) -> None:
    """The standard's own examples depart from it nowhere."""
    (counts,) = ingest(store_embedded, single(file, mapping("open_referral_uk_3"), AS_OF)).counts
    assert (counts.read, counts.accepted, dict(counts.deviations)) == (1, 1, {})


def test_required_fields_left_out_are_counted(tmp_path: Path, store_embedded: Store) -> None:
    """A service without status, and an organisation without description, are taken in and told of."""
    full = json.loads((EXAMPLES / "service_full.json").read_text("utf-8"))
    del full["status"], full["organization"]["description"]
    (counts,) = ingest(store_embedded, single(page(tmp_path, full), mapping("open_referral_uk_3"), AS_OF)).counts
    assert (counts.accepted, dict(counts.deviations)) == (1, {"status is missing": 1, "organization.description is missing": 1})


def test_grants_as_json() -> None:
    """One foundation's grants: each from the funder, to a recipient with its charity number."""
    found = said("giving360_json", SHARED / "giving360" / "a002400000OiDBQAA3.json")
    assert len(found) == 4116
    first = [record for record in found if record.uid.endswith("360G-LBFEW-114001")]
    assert {item for item in properties(first, "Grant") if item[0] != "description"} == {
        ("full_name", "Grant to Women's Aid Leicestershire"),
        ("amount", 15000.0),
        ("currency", "GBP"),
        ("awarded_on", date(2015, 6, 10)),
    }
    assert properties(first, "Organisation") == {
        ("full_name", "Lloyds Bank Foundation for England and Wales"),
        ("org_id", "GB-CHC-327114"),
        ("charity_number", "327114"),
        ("full_name", "Women's Aid Leicestershire"),
        ("org_id", "GB-CHC-1136419"),
        ("charity_number", "1136419"),
        ("url", "http://wa-leicester.org.uk"),
    }
    assert {(kind, start, end) for kind, start, end, _ in edges(found)} == {
        ("FROM", "Grant", "Organisation"),
        ("TO", "Grant", "Organisation"),
    }


def test_grants_as_csv() -> None:
    """One council's grants: a company's number is told by its identifier."""
    found = said("giving360_csv", SHARED / "greater_manchester" / "vcse_grants.csv")
    assert len(found) == 555
    assert {("org_id", "GB-LAE-TRF"), ("org_id", "GB-COH-07597525"), ("company_number", "07597525")} <= properties(
        found, "Organisation"
    )
