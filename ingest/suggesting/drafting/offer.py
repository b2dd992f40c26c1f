"""What a directory says of one service or asset: its name, its words, where, when, for whom and at what price."""

from collections.abc import Sequence

from ingest.suggesting.draft import Said
from ingest.suggesting.drafting.times import meets_when
from ingest.suggesting.happened import of
from ingest.suggesting.meaning import Meaning
from ingest.suggesting.sorts import Sort
from ingest.suggesting.values import address, because, first_of, said, value

CONTACTS = ("contact", "phone", "email")
AGES = {"minimum_age": "minimum_age", "maximum_age": "maximum_age"}


def offer_props(
    label: str, sort: Sort | None, known: Sequence[Meaning], name: Meaning, category: list[Meaning]
) -> dict[str, Said]:
    """The properties of a service or an asset that the columns tell."""
    told: dict[str, Said | None] = {"full_name": _named(sort, name)}
    told["description"] = _words(known, "description")
    told["status"] = (
        said(found, "text") if (found := of(known, "status")[:1]) else Said({"const": "active"}, "no column says otherwise")
    )
    told["url"] = _links(known)
    told["meets_when"] = meets_when(known)
    told["contact"] = said(found, "text") if (found := _filled(of(known, *CONTACTS))) else None
    told["address"], told["postcode"] = address(known), said(found[:1], "postcode") if (found := of(known, "postcode")) else None
    for prop, field in (("lat", "latitude"), ("lon", "longitude")):
        told[prop] = said(found[:1], "number") if (found := of(known, field)) else None
    told |= _service(known, category) if label == "Service" else _asset(known, sort, category)
    return {prop: value for prop, value in told.items() if value is not None}


def _named(sort: Sort | None, name: Meaning) -> Said:
    """A name as it stands; where lists of the sort give the town alone and this one does, with the sort's word."""
    if sort and sort.named and not any(sort.sort in written.lower() for written in name.column.counted):
        return Said(value([name.name], sort.named), f"{name.why}; the names are of places and lack the word {sort.sort}")
    return said([name], "text")


def _words(known: Sequence[Meaning], field: str) -> Said | None:
    found = _filled(of(known, field))
    return said(found, "text") if found else None


def _filled(found: list[Meaning]) -> list[Meaning]:
    """Of several columns those with a value; a lone one also without."""
    return [one for one in found if one.column.filled] or found[:1]


def _links(known: Sequence[Meaning]) -> Said | None:
    found = _filled(of(known, "website"))
    return Said(first_of([value([one.name], "web_address") for one in found]), because(found)) if found else None


def _service(known: Sequence[Meaning], category: list[Meaning]) -> dict[str, Said | None]:
    """What only a service has: ages, whom it is for, what it costs, when it was confirmed."""
    told: dict[str, Said | None] = {}
    for prop, cleaner in AGES.items():
        if own := of(known, prop)[:1]:
            told[prop] = said(own, "whole")
        elif span := of(known, "age_range")[:1]:
            told[prop] = said(span, cleaner)
    whom = of(known, "eligibility")
    several = [one for one in category if _differs(one) and not of(known, "description")]
    told["eligibility"] = said([*several, *whom], "text") if several or whom else None
    told["charge"] = _words(known, "price")
    told["confirmed_on"] = said(found[:1], "date") if (found := of(known, "checked_date")) else None
    return told


def _differs(category: Meaning) -> bool:
    """Whether a column of sorts tells the rows apart: not where nearly all are of one."""
    return bool(category.column.filled) and category.column.counted.most_common(1)[0][1] < 0.9 * len(category.column.filled)


def _asset(known: Sequence[Meaning], sort: Sort | None, category: list[Meaning]) -> dict[str, Said | None]:
    """What only an asset has: its kind. A column of kinds describes it where nothing else does."""
    if category and (sort is None or sort.sort == "asset" or of(known, "description")):
        return {"kind": said(category)}
    told: dict[str, Said | None] = {"kind": Said({"const": sort.sort}, "after the sort of list")} if sort else {}
    return told | ({"description": said(category)} if category and not of(known, "description") else {})
