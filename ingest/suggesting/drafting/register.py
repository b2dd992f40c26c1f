"""A draft for a register of organisations: their names, numbers and what they do."""

from collections.abc import Sequence

from ingest.suggesting import keys
from ingest.suggesting.draft import Draft, NodeDraft, Said
from ingest.suggesting.happened import of
from ingest.suggesting.meaning import Meaning
from ingest.suggesting.opening import Table
from ingest.suggesting.values import said


def draft(table: Table, meanings: Sequence[Meaning | None], source: str) -> Draft | None:
    """A mapping of organisations; None where no column names them."""
    known = [one for one in meanings if one is not None]
    name = next((one for one in known if one.field in ("offer_name", "full_name")), None)
    if name is None:
        return None
    made = Draft(source, table.reading, "an organisation", private=False, required=[name.name])
    made.key = keys.named_by(known, ("charity_number", "record_id", "company_number", "org_id")) or Said(
        [name.name], keys.told(name.column)
    )
    shouted = name.column.filled and sum(value.isupper() for value in name.column.filled) > 0.5 * len(name.column.filled)
    props = {"full_name": said([name], "uncapitalised_name" if shouted else "organisation_name")}
    for prop, field, clean in (
        ("description", "description", "text"),
        ("charity_number", "charity_number", "charity_number"),
        ("company_number", "company_number", "company_number"),
        ("org_id", "org_id", None),
        ("url", "website", "web_address"),
    ):
        if found := of(known, field)[:1]:
            props[prop] = said(found, clean)
    if of(known, "charity_number"):
        props["kind"] = Said({"const": "charity"}, "they have charity numbers")
    made.nodes["organisation"] = NodeDraft("Organisation", props)
    return made
