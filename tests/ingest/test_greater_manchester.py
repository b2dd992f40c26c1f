"""A place of real published files, made of mapping files alone."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from graph.caller import Caller
from graph.export import digest
from graph.opening import open_store
from graph.store import Store
from ingest.load import Outcome, ingest
from ingest.place import Place, load_place
from queries.overlap import Overlap
from queries.reader import Reader
from queries.service_overlaps import ServiceOverlaps

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("KITH_SHARED") or ROOT.parent / "shared" / "data")
pytestmark = pytest.mark.skipif(
    not (SHARED / "greater_manchester").is_dir(), reason=f"no published data in {SHARED}; set KITH_SHARED to have them"
)


@pytest.fixture(scope="module")
def place() -> Place:
    """The place, its data found where KITH_SHARED or the shared folder has them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KITH_SHARED", str(SHARED.resolve()))
        return load_place(ROOT / "examples" / "greater_manchester", date.today())


@pytest.fixture(scope="module")
def manchester(place: Place, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Outcome]]:
    """The place taken in once, and what the run counted."""
    store = open_store(str(tmp_path_factory.mktemp("manchester")))
    yield store, ingest(store, place)
    store.close()


def ask(store: Store, **parameters: object) -> tuple[Overlap, ...]:
    """Overlaps, for a commissioner."""
    return Reader(store, Caller("test", "planning")).ask(ServiceOverlaps(**parameters)).rows  # type: ignore[arg-type]


def test_every_row_is_accounted_for(manchester: tuple[Store, Outcome]) -> None:
    """Sums add up, source by source; of practices listed twice the repeats are dropped, or kept aside where they differ."""
    _, outcome = manchester
    assert {(c.source, c.read, c.accepted, c.quarantined, c.duplicates) for c in outcome.counts} == {
        ("local_authorities", 415, 415, 0, 0),
        ("wards", 430, 430, 0, 0),
        ("ward_points", 247, 247, 0, 0),
        ("pharmacies", 631, 631, 0, 0),
        ("dentists", 539, 521, 8, 10),
        ("general_practices", 26, 26, 0, 0),
        ("care_homes", 56, 56, 0, 0),
        ("mental_health_services", 60, 60, 0, 0),
        ("food_banks", 171, 171, 0, 0),
        ("jobcentres", 26, 26, 0, 0),
        ("schools", 103, 103, 0, 0),
        ("childrens_centres", 2, 2, 0, 0),
        ("leisure_centres", 9, 9, 0, 0),
        ("community_hubs", 6, 6, 0, 0),
        ("sports_clubs", 140, 140, 0, 0),
        ("charities", 736, 736, 0, 0),
        ("giving360_csv", 555, 555, 0, 0),
        ("giving360_json", 4116, 4116, 0, 0),
    }
    assert all(c.read == c.accepted + c.quarantined + c.duplicates for c in outcome.counts)


def test_what_is_damaged_is_said(manchester: tuple[Store, Outcome]) -> None:
    """Codes that lost a digit, postcodes with O for nought, numbers of no register, and where grants leave their standard."""
    _, outcome = manchester
    assert {(c.source, code, many) for c in outcome.counts for code, many in (c.problems + c.deviations).items()} == {
        ("dentists", "gss_code_repaired", 474),
        ("dentists", "duplicate_row", 10),
        ("dentists", "repeated_key", 8),
        ("care_homes", "gss_code_repaired", 56),
        ("mental_health_services", "postcode_shape", 1),
        ("charities", "company_number_shape", 1),
        ("charities", "postcode_shape", 1),
        ("giving360_json", "charity_number_shape", 2),
        ("giving360_json", "org_id_number", 2),
        ("giving360_json", "postcode_shape", 8),
        ("giving360_json", "description is missing", 5),
        ("giving360_json", "fromOpenCall is not on its list of values", 4116),
        ("giving360_json", "recipientOrganization[].url is not a web address with its scheme", 2005),
    }


def test_every_service_and_asset_has_an_area_and_a_provider(manchester: tuple[Store, Outcome]) -> None:
    """None is placeless; hubs alone have no provider, for their list names none."""
    store, _ = manchester
    for label in ("Service", "Asset"):
        assert (
            store.read(f"MATCH (n:{label}) WHERE NOT EXISTS {{ (n)-[:COVERS]->(:Area) }} RETURN n.uid AS uid ORDER BY uid") == []
        )
    orphaned = store.read(
        "MATCH (r:Record)-[:SAYS]->(n) WHERE (n:Service OR n:Asset) AND NOT EXISTS { (n)<-[:PROVIDES]-(:Organisation) } "
        "RETURN DISTINCT r.source AS source ORDER BY source"
    )
    assert [row["source"] for row in orphaned] == ["community_hubs"]


def test_a_ward_lies_in_its_borough_county_and_region(manchester: tuple[Store, Outcome]) -> None:
    """Areas nest by code, and each has a name."""
    store, _ = manchester
    chain = store.read(
        "MATCH (w:Area {uid: 'E05015251'})-[:PART_OF]->(b:Area)-[:PART_OF]->(c:Area)-[:PART_OF]->(r:Area) "
        "RETURN w.full_name AS ward, b.full_name AS borough, c.full_name AS combined, r.full_name AS region ORDER BY ward"
    )
    assert {tuple(row.values()) for row in chain} == {("Lostock & Barton", "Trafford", "Greater Manchester", "North West")}


def test_files_meet_in_one_organisation(manchester: tuple[Store, Outcome]) -> None:
    """A charity in capitals, a grant's recipient and a service's provider are one by name."""
    store, _ = manchester
    said = store.read(
        "MATCH (r:Record)-[:SAYS]->(o:Organisation {full_name: 'Age UK Trafford'})-[:PROVIDES]->(s:Service) "
        "RETURN DISTINCT r.source AS source, o.charity_number AS number, s.full_name AS service ORDER BY source"
    )
    assert {tuple(row.values()) for row in said} == {
        ("charities", "1109047", "Age UK Trafford (Dementia Service)"),
        ("giving360_csv", "1109047", "Age UK Trafford (Dementia Service)"),
    }


def test_trafford_overlaps_are_of_two_providers(manchester: tuple[Store, Outcome]) -> None:
    """Pairs are there, none of one provider; the care homes listed under two providers come out as perhaps one."""
    store, _ = manchester
    found = ask(store, area="Trafford", most=5000)
    assert found
    assert {pair.provider_a == pair.provider_b for pair in found} == {False}
    assert {"Oakfield Croft", "Halecroft Grange"} <= {pair.name_a for pair in found if pair.perhaps_one}


def test_overlaps_for_one_need_are_what_a_commissioner_would_compare(manchester: tuple[Store, Outcome]) -> None:
    """Dementia and long-term illness in Trafford, pair by pair."""
    store, _ = manchester
    pairs = {need: ask(store, area="Trafford", need=need) for need in ("dementia", "long_term_illness")}
    named = {(need, *sorted((pair.name_a, pair.name_b))) for need, found in pairs.items() for pair in found}
    assert {
        ("dementia", "Age UK Trafford (Dementia Service)", "Alzheimers Society Trafford"),
        ("long_term_illness", "Being There", "MacMillan Wellbeing Centre"),
    } <= named


def test_taking_it_in_twice_changes_nothing(manchester: tuple[Store, Outcome], place: Place) -> None:
    """A second run finds every record as it was."""
    store, _ = manchester
    before = digest(store.export())
    again = ingest(store, place)
    assert {(c.new, c.changed, c.withdrawn) for c in again.counts} == {(0, 0, 0)}
    assert digest(store.export()) == before
