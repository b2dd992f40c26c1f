"""Where a feed departs from the standard it says it follows: counted and told, never a reason to drop a row."""

from collections.abc import Iterator, Mapping
from typing import Any

LOCATIONS = "service_at_locations.location"
REQUIRED: dict[str, dict[str, tuple[str, ...]]] = {
    "open_referral_uk_3": {
        "": ("id", "name", "status", "organization"),
        "organization": ("id", "name", "description"),
        "service_at_locations": ("id",),
        LOCATIONS: ("id", "location_type"),
        f"{LOCATIONS}.addresses": ("id", "address_1", "city", "state_province", "postal_code", "country", "address_type"),
        "schedules": ("id",),
        "service_areas": ("id",),
        "cost_options": ("id",),
        "attributes": ("id",),
        "attributes.taxonomy_term": ("id", "name", "description"),
        "contacts": ("id",),
        "phones": ("id", "number"),
    },
    "giving360": {
        "": ("id", "title", "description", "currency", "amountAwarded", "awardDate"),
        "recipientOrganization": ("id", "name"),
        "fundingOrganization": ("id", "name"),
    },
}
"""Required fields by path, after the published JSON schemas (Open Referral UK 3.0, 360Giving 1.4)."""


def deviations(standard: str | None, values: Mapping[str, Any]) -> Iterator[str]:
    """The required fields that an object leaves out, as `path.field is missing`."""
    for path, names in REQUIRED.get(standard or "", {}).items():
        for item in _at(values, path):
            for name in names:
                if item.get(name) in (None, "", []):
                    yield f"{path + '.' if path else ''}{name} is missing"


def _at(values: Any, path: str) -> Iterator[Mapping[str, Any]]:
    if isinstance(values, list):
        for item in values:
            yield from _at(item, path)
    elif isinstance(values, Mapping):
        head, _, rest = path.partition(".")
        if not head:
            yield values
        elif head in values:
            yield from _at(values[head], rest)
