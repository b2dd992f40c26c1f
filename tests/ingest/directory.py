"""A fictional service of Open Referral UK 3.0, in full, and of 1.x."""

from typing import Any


def uuid(number: int) -> str:
    """A UUID that tells its number."""
    return f"00000000-0000-4000-8000-{number:012}"


def service(number: int = 1, **other: Any) -> dict[str, Any]:
    """A service with two schedules, two places, two phones and two prices."""
    return {
        "id": uuid(number),
        "name": f"Welcome Café {number}",
        "description": "Hot meals for anybody who is hungry.",
        "status": "active",
        "minimum_age": 16,
        "email": "cafe@example.org",
        "assured_date": "2026-03-02",
        "last_modified": "2026-03-02T10:00:00.000Z",
        "organization": {
            "id": uuid(900),
            "name": "Brickworks",
            "description": "A community hall.",
            "organization_identifiers": [
                {"id": uuid(901), "identifier_scheme": "GB-CHC", "identifier_type": "Charity number", "identifier": "1110767"}
            ],
        },
        "contacts": [{"id": uuid(1), "name": "Ann Lee", "phones": [{"id": uuid(2), "number": "01234 567 890"}]}],
        "schedules": [
            {"id": uuid(3), "freq": "WEEKLY", "byday": "MO,TU", "opens_at": "09:00:00", "closes_at": "12:00:00"},
            {"id": uuid(4), "freq": "MONTHLY", "interval": 2, "byday": "-1SA", "opens_at": "10:00", "closes_at": "11:00"},
        ],
        "cost_options": [
            {"id": uuid(5), "option": "Adults", "amount": 2.5},
            {"id": uuid(6), "option": "Children", "amount": 0},
        ],
        "service_areas": [
            {"id": uuid(7), "extent": "E05000650"},
            {"id": uuid(8), "name": "Trafford"},
            {"id": uuid(9), "name": "Moon"},
        ],
        "service_at_locations": [place(20, "ZX1 1AA", "Mill Lane Hall"), place(30, "ZX2 2BB", "Church Hall")],
        "attributes": [attribute(40, "Food"), attribute(50, "Loneliness")],
        **other,
    }


def place(number: int, postcode: str, name: str) -> dict[str, Any]:
    """A service at a location, open at hours of its own."""
    return {
        "id": uuid(number),
        "schedules": [{"id": uuid(number + 1), "freq": "WEEKLY", "byday": "WE", "opens_at": "13:00", "closes_at": "14:00"}],
        "location": {
            "id": uuid(number + 2),
            "location_type": "physical",
            "name": name,
            "latitude": 53.4,
            "longitude": -2.3,
            "external_identifier": "10092008082",
            "external_identifier_type": "UPRN",
            "accessibility": [{"id": uuid(number + 3), "description": "Ramp"}, {"id": uuid(number + 4), "description": "Loop"}],
            "addresses": [
                {
                    "id": uuid(number + 5),
                    "address_1": "1 Mill Lane",
                    "city": "Millbrook",
                    "state_province": "Harrowdale",
                    "postal_code": postcode,
                    "country": "GB",
                    "address_type": "physical",
                }
            ],
        },
    }


def attribute(number: int, term: str) -> dict[str, Any]:
    """A taxonomy term of a service."""
    return {"id": uuid(number), "taxonomy_term": {"id": uuid(number + 1), "name": term, "description": term}}


def service_of_old(number: int = 1) -> dict[str, Any]:
    """A service of Open Referral UK 1.x, with a number where a UUID should be."""
    return {
        "id": str(number),
        "name": "Toddler Group",
        "description": "Play and talk.",
        "status": "active",
        "assured_date": "02/03/2026 00:00:00",
        "attending_access": "referral",
        "organization": {"id": uuid(900), "name": "Brickworks"},
        "contacts": [{"id": uuid(1), "name": "Ann Lee", "phones": [{"id": uuid(2), "number": "01234567890"}]}],
        "eligibilitys": [{"id": uuid(3), "eligibility": "Parents", "minimum_age": 0, "maximum_age": 4}],
        "regular_schedules": [{"id": uuid(4), "byday": "MO", "opens_at": "09:00", "closes_at": "11:00"}],
        "cost_options": [{"id": uuid(5), "amount": 3}],
        "languages": [{"id": uuid(6), "language": "Urdu"}],
        "service_taxonomys": [{"id": uuid(7), "taxonomy": {"id": "x:1", "name": "Parenting", "vocabulary": "x"}}],
        "service_areas": [{"id": uuid(8), "service_area": "Trafford"}],
        "service_at_locations": [
            {
                "id": uuid(9),
                "location": {
                    "id": uuid(10),
                    "latitude": 53.4,
                    "longitude": -2.3,
                    "physical_addresses": [
                        {"id": uuid(11), "address_1": "1 Mill Lane", "city": "Sale", "postal_code": "M33 1AA"}
                    ],
                },
            }
        ],
        "fundings": [{"id": uuid(12), "source": "Council"}],
    }
