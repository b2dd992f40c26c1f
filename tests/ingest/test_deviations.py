"""Where a feed departs from its standard is told by path, over all items, and never by value."""

import json
from pathlib import Path
from typing import Any

import pytest

from graph.store import Store
from ingest.deviations import deviations
from ingest.load import ingest
from ingest.place import single
from ingest.readers.reading import Reading
from ingest.standard import objects, standards
from tests.ingest.directory import place, service, service_of_old, uuid
from tests.ingest.published import ABSENT, AS_OF, PROFILE, mapping, write

UK = Reading(format="open_referral", standard="open_referral_uk_3")


def found(values: dict[str, Any], reading: Reading = UK) -> list[str]:
    """The deviations of one object."""
    return sorted(deviations(reading, values))


def test_a_whole_service_departs_nowhere() -> None:
    assert found(service()) == []
    assert found({**service_of_old(), "id": uuid(1)}, Reading(format="json", standard="open_referral_uk_1")) == []


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ({"status": None}, "status is missing"),
        ({"status": "Open"}, "status is not on its list of values"),
        ({"minimum_age": "16"}, "minimum_age is no number"),
        ({"url": "www.example.org"}, "url is not a web address with its scheme"),
        ({"assured_date": "01/02/2026"}, "assured_date is not a date as YYYY-MM-DD"),
        ({"last_modified": "2026-01-01"}, "last_modified is not a date and time with its zone"),
        ({"id": "1502"}, "id is not a UUID"),
        ({"email": "nobody"}, "email is not an e-mail address"),
        ({"schedules": {"id": uuid(1)}}, "schedules is no list"),
        ({"schedules": [{"id": uuid(1), "opens_at": "9am"}]}, "schedules[].opens_at is not of the form it must have"),
    ],
)
def test_each_kind_of_deviation_has_its_words(other: dict[str, Any], told: str) -> None:
    assert found({**service(), **other}) == [told]


def test_a_field_left_out_of_the_second_item_is_seen() -> None:
    """Deep inside, in whichever item of whichever list."""
    second = place(30, "ZX2 2BB", "Church Hall")
    del second["location"]["addresses"][0]["city"]
    second["location"]["location_type"] = "tent"
    assert found({**service(), "service_at_locations": [place(20, "ZX1 1AA", "Hall"), second]}) == [
        "service_at_locations[].location.addresses[].city is missing",
        "service_at_locations[].location.location_type is not on its list of values",
    ]


def test_a_grant_goes_to_an_organisation_or_to_an_individual() -> None:
    grant = {
        "id": "360G-x-1",
        "title": "A grant",
        "description": "For a hall",
        "currency": "GBP",
        "amountAwarded": 100,
        "awardDate": "2026-01-01",
        "fundingOrganization": [{"id": "GB-CHC-1110767", "name": "Brickworks"}],
    }
    reading = Reading(format="json", standard="giving360")
    assert found(grant, reading) == ["none of recipientOrganization, recipientIndividual is there"]
    assert found({**grant, "recipientIndividual": [{"id": "1", "name": "One person"}]}, reading) == []


def test_they_are_counted_and_the_row_is_taken_in(tmp_path: Path, store_embedded: Store) -> None:
    without = service(2)
    del without["organization"]["description"]
    file = write(tmp_path / "services.json", {"contents": [service(1, status="Open"), without]})
    (counts,) = ingest(store_embedded, single(file, mapping("open_referral_uk_3"), AS_OF)).counts
    assert (counts.accepted, dict(counts.deviations)) == (
        2,
        {"status is not on its list of values": 1, "organization.description is missing": 1},
    )


@pytest.mark.parametrize("name", standards())
def test_every_object_a_standard_names_is_there(name: str) -> None:
    known = objects(name)
    named = {part.split("/")[-1] for part in json.dumps(known).split('"') if part.startswith("#/$defs/")}
    assert named <= set(known)


def shape(said: dict[str, Any]) -> tuple[Any, ...]:
    """A field of a schema: what it is, of which object, and its list of values."""
    inner = said.get("items", said)
    if "$ref" in inner:
        return ("list" if "items" in said else "object", Path(inner["$ref"]).stem)
    return (said.get("type"), tuple(said.get("enum") or ()))


@pytest.mark.skipif(not PROFILE.is_dir(), reason=ABSENT)
def test_the_uk_profile_is_as_published() -> None:
    """Field for field; ours adds where compiled objects nest each other, and formats that the schemas leave to words."""
    added = {("contact", "phones"), ("organization", "services"), ("service_at_location", "service")}
    for name, ours in objects("open_referral_uk_3").items():
        theirs = json.loads((PROFILE / "schema" / f"{name}.json").read_text("utf-8"))
        assert set(ours["required"]) == set(theirs.get("required", [])), name
        fields = {field: shape(said) for field, said in ours["properties"].items() if (name, field) not in added}
        assert fields == {field: shape(said) for field, said in theirs["properties"].items()}, name
        formats = {field: said["format"] for field, said in theirs["properties"].items() if said.get("format")}
        assert formats.items() <= {field: said.get("format") for field, said in ours["properties"].items()}.items(), name
