"""Open Referral UK 3.0 and 1.x and HSDS 3.0, in every form they are published in."""

import json
import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest

from graph.errors import SourceError
from graph.statement import uid_of
from graph.store import Store
from ingest.load import ingest
from ingest.place import single
from tests.ingest.directory import service, service_of_old, uuid
from tests.ingest.published import ABSENT, AS_OF, HSDS, MOCKS, PROFILE, edges, mapped, mapping, properties, said, write

published = pytest.mark.skipif(not PROFILE.is_dir(), reason=ABSENT)
SERVICE = uid_of("Service", uuid(1))


def test_every_item_of_a_list_counts(tmp_path: Path) -> None:
    found = said("open_referral_uk_3", write(tmp_path / "service.json", service()))
    told = properties(found, "Service")
    assert told["opens"] == [
        "FREQ=WEEKLY;BYDAY=MO,TU 09:00-12:00 -/-",
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1SA 10:00-11:00 -/-",
    ]
    assert told["meets_when"] == "Mon, Tue 09:00-12:00; last Sat of the month 10:00-11:00 every 2 months"
    assert (told["charge"], told["phone"]) == ("Adults: £2.50; Children: free", "01234567890")
    assert edges(found) == {
        ("PROVIDES", "Organisation", "Service", SERVICE),
        ("AT", "Service", "Location", uid_of("Location", uuid(22))),
        ("AT", "Service", "Location", uid_of("Location", uuid(32))),
        ("COVERS", "Service", "Area", "E05000650"),
        ("COVERS", "Service", "Area", "E08000009"),
        ("MEETS", "Service", "Need", "food"),
        ("MEETS", "Service", "Need", "loneliness"),
    }
    assert {edge.properties["meets_when"] for one in found for edge in one.edges if edge.type == "AT"} == {"Wed 13:00-14:00"}


def test_an_area_that_is_no_code_and_no_known_name_stays_in_its_own_words(tmp_path: Path) -> None:
    found = said("open_referral_uk_3", write(tmp_path / "service.json", service()))
    assert properties(found, "Service")["serves"] == "Trafford; Moon"


def test_places_and_bodies_keep_their_numbers(tmp_path: Path) -> None:
    found = said("open_referral_uk_3", write(tmp_path / "service.json", service()))
    place = properties(found, "Location")
    assert (place["uprn"], place["access"], place["postcode"]) == ("10092008082", "Ramp; Loop", "ZX2 2BB")
    body = properties(found, "Organisation")
    assert (body["org_id"], body["charity_number"], body["published_id"]) == ("GB-CHC-1110767", "1110767", uuid(900))


@pytest.mark.parametrize("form", ["one", "list", "page", "page of 1.x", "long page"])
def test_each_form_of_a_document_is_known(tmp_path: Path, form: str) -> None:
    two = [service(1), service(2)]
    documents = {
        "one": service(1),
        "list": two,
        "page": {"total_items": 2, "contents": two},
        "page of 1.x": {"totalElements": 2, "content": two},
        "long page": {"first": "x" * 70, "contents": [service(n) for n in range(40)]},
    }
    names = {one.uid.split("#")[1] for one in said("open_referral_uk_3", write(tmp_path / "feed.json", documents[form]))}
    assert names == {uuid(n) for n in {"one": [1], "long page": range(40)}.get(form, [1, 2])}


def test_a_service_of_1x(tmp_path: Path) -> None:
    found = said("open_referral_uk_1", write(tmp_path / "services.json", {"content": [service_of_old()]}))
    told = properties(found, "Service")
    assert {name: told[name] for name in ("minimum_age", "maximum_age", "meets_when", "charge", "languages", "postcode")} == {
        "minimum_age": 0,
        "maximum_age": 4,
        "meets_when": "Mon 09:00-11:00",
        "charge": "£3",
        "languages": "Urdu",
        "postcode": "M33 1AA",
    }
    assert ("MEETS", "Service", "Need", "parenting") in edges(found)


def test_a_number_is_a_key_in_its_own_feed_alone(tmp_path: Path) -> None:
    """Two councils both have a service 1; a UUID is one service wherever it stands."""
    file = write(tmp_path / "services.json", {"content": [service_of_old(1)]})
    here, there = (mapping("open_referral_uk_1").model_copy(update={"source": name}) for name in ("sale", "leeds"))
    keys = {node.uid for used in (here, there) for one in mapped(used, file)[0] if one.said for node in one.said.nodes}
    assert len([key for key in keys if key.startswith("service-")]) == 2


def test_what_has_no_place_is_kept_and_told(tmp_path: Path) -> None:
    found, counts = mapped(mapping("open_referral_uk_1"), write(tmp_path / "service.json", service_of_old()))
    assert ("fundings[].source", "text", 1) in counts.left_over()
    assert found[0].said is not None
    assert json.loads(str(found[0].said.properties["unplaced"]))["fundings"] == [{"id": uuid(12), "source": "Council"}]


def test_services_are_written_with_their_places(store: Store, tmp_path: Path) -> None:
    file = write(tmp_path / "services.json", {"contents": [service(1), service(2)]})
    ingest(store, single(file, mapping("open_referral_uk_3"), AS_OF))
    at = "MATCH (s:Service)-[a:AT]->(l:Location) RETURN s.full_name AS service, l.full_name AS place, a.opens AS opens ORDER BY service, place"
    rows = store.read(at)
    assert [(row["service"], row["place"]) for row in rows] == [
        ("Welcome Café 1", "Church Hall"),
        ("Welcome Café 1", "Mill Lane Hall"),
        ("Welcome Café 2", "Church Hall"),
        ("Welcome Café 2", "Mill Lane Hall"),
    ]
    assert {tuple(row["opens"]) for row in rows} == {("FREQ=WEEKLY;BYDAY=WE 13:00-14:00 -/-",)}


def test_a_place_goes_when_no_service_is_there_any_more(store: Store, tmp_path: Path) -> None:
    file = write(tmp_path / "services.json", {"contents": [service(n) for n in range(1, 8)]})
    ingest(store, single(file, mapping("open_referral_uk_3"), AS_OF))
    bare = [service(n, service_at_locations=[]) for n in range(1, 8)]
    write(file, {"contents": bare})
    ingest(store, single(file, mapping("open_referral_uk_3"), AS_OF))
    assert store.read("MATCH (l:Location) RETURN l.uid AS uid ORDER BY uid") == []


def package(folder: Path) -> Path:
    """Tables of one service with a phone of its contact, one place, and a schedule of no service."""
    folder.mkdir(exist_ok=True)
    tables = {
        "services.csv": f"id,organization_id,name,status,minimum_age\n{uuid(1)},{uuid(900)},Café,active,16\n",
        "organizations.csv": f"id,name,description\n{uuid(900)},Brickworks,A hall\n",
        "contacts.csv": f"id,service_id,name\n{uuid(2)},{uuid(1)},Ann Lee\n",
        "phones.csv": f"id,contact_id,number\n{uuid(3)},{uuid(2)},01234567890\n",
        "service_at_location.csv": f"id,service_id,location_id\n{uuid(4)},{uuid(1)},{uuid(5)}\n",
        "locations.csv": f"id,name,location_type,latitude\n{uuid(5)},Hall,physical,53.4\n",
        "schedules.csv": f"id,service_id,byday\n{uuid(6)},{uuid(77)},MO\n",
        "weather.csv": "id,sun\n1,yes\n",
    }
    for name, text in tables.items():
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize("form", ["folder", "zip"])
def test_a_package_of_tables_is_put_together(tmp_path: Path, form: str) -> None:
    path = package(tmp_path / "tables")
    if form == "zip":
        path = Path(shutil.make_archive(str(tmp_path / "tables"), "zip", path))
    found, counts = mapped(mapping("hsds_3"), path)
    told = [one.said for one in found if one.said]
    assert properties(told, "Service")["phone"] == "01234567890"
    assert (properties(told, "Location")["lat"], properties(told, "Organisation")["full_name"]) == (53.4, "Brickworks")
    assert {one.problems[0].code for one in found if not one.said} == {"belongs_to_nothing", "unknown_table"}
    assert (counts.read, counts.accepted, counts.quarantined) == (3, 1, 2)


def test_a_zip_cannot_write_outside_or_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = tmp_path / "bomb.zip"
    with ZipFile(bomb, "w", compression=8) as opened:
        opened.writestr("../../services.csv", "id,name,status\n" + "1,a,active\n" * 200_000)
    assert not (tmp_path.parent / "services.csv").exists()
    monkeypatch.setattr("ingest.readers.package.MOST_BYTES", 100_000)
    with pytest.raises(SourceError, match="unpacks to over 100000 bytes"):
        mapped(mapping("hsds_3"), bomb)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{", "is no JSON"),
        ("12", "no object, list or page"),
        ('{"id": ' + "[" * 500 + "]" * 500 + "}", "no object, list or page"),
    ],
)
def test_a_document_of_no_form_is_refused(tmp_path: Path, text: str, why: str) -> None:
    (tmp_path / "feed.json").write_text(text, "utf-8")
    with pytest.raises(SourceError, match=why):
        mapped(mapping("open_referral_uk_3"), tmp_path / "feed.json")


@published
@pytest.mark.parametrize(
    ("name", "file", "read"),
    [
        ("open_referral_uk_3", "examples/service_full.json", 1),
        ("open_referral_uk_3", "examples/service_list.json", 1),
        ("open_referral_uk_3_organizations", "examples/organization_full.json", 1),
        ("open_referral_uk_3_locations", "examples/service_at_location_full.json", 1),
        ("open_referral_uk_3_taxonomies", "examples/taxonomy.json", 1),
        ("open_referral_uk_3_taxonomy_terms", "examples/taxonomy_term_list.json", 1),
    ],
)
def test_the_profile_s_own_examples_depart_from_it_nowhere(name: str, file: str, read: int) -> None:
    _, counts = mapped(mapping(name), PROFILE / file)
    assert (counts.read, counts.accepted, dict(counts.deviations)) == (read, read, {})


@published
@pytest.mark.parametrize("file", ["service_full.json", "service_list.json", "csv", "tabular.json"])
def test_a_service_of_hsds_is_the_same_from_object_and_tables(file: str) -> None:
    told = properties(said("hsds_3", HSDS / "examples" / file), "Service")
    assert (told["full_name"], told["minimum_age"], told["how_to_apply"][:16]) == (
        "Community Counselling",
        12,
        "If you are an NH",
    )


@published
def test_a_list_of_organisations_that_departs_from_the_standard() -> None:
    """The validator's own mock has identifiers that are none, in three kinds of object."""
    _, counts = mapped(mapping("open_referral_uk_3_organizations"), MOCKS / "organization_list.json")
    assert (counts.read, counts.accepted) == (10, 10)
    assert {path.split(" is ")[1] for path in counts.deviations} <= {"not a UUID", "missing"}
