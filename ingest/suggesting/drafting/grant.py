"""A draft for a list of grants: how much, for what, from whom, to whom."""

from collections.abc import Sequence

from ingest.suggesting import keys
from ingest.suggesting.draft import AGENCY, Draft, EdgeDraft, NodeDraft, Said
from ingest.suggesting.happened import of
from ingest.suggesting.meaning import Meaning
from ingest.suggesting.opening import Table
from ingest.suggesting.values import said


def draft(table: Table, meanings: Sequence[Meaning | None], source: str) -> Draft | None:
    """A mapping of grants with funder and recipient; None where no column tells an amount."""
    known = [one for one in meanings if one is not None]
    amount = of(known, "amount")[:1]
    if not amount:
        return None
    made = Draft(source, table.reading, "a grant", private=False)
    recipient = _body(known, "recipient")
    made.key = (
        keys.named_by(known, ("record_id",))
        or _pair(recipient, known)
        or Said([], "no column names a grant, so its own content does")
    )
    props = {prop: said(found[:1], clean) for prop, field, clean in _PROPS if (found := of(known, field))}
    props.setdefault("currency", Said({"const": "GBP"}, "amounts are taken to be in pounds"))
    made.nodes["grant"] = NodeDraft("Grant", props, key=list(made.key.value) or None)
    if day := of(known, "award_date")[:1]:
        made.recorded_on = said(day, "date")
    _add_bodies(made, known, recipient)
    return made


_PROPS = (
    ("full_name", "grant_title", "text"),
    ("description", "grant_purpose", "text"),
    ("amount", "amount", "number"),
    ("currency", "currency", None),
    ("awarded_on", "award_date", "date"),
)


def _body(known: Sequence[Meaning], role: str) -> Meaning | None:
    return next((one for one in known if one.role and one.role.role == role and one.field == "full_name"), None)


def _pair(recipient: Meaning | None, known: Sequence[Meaning]) -> Said | None:
    days = of(known, "award_date")[:1]
    if recipient and days and keys.together(recipient.column, days[0].column):
        return Said(
            [recipient.name, days[0].name], "the file has no number of its own: who was given it and when tell one from the next"
        )
    return None


def _add_bodies(made: Draft, known: Sequence[Meaning], recipient: Meaning | None) -> None:
    funder = _body(known, "funder")
    name = (
        said([funder], "organisation_name")
        if funder
        else Said({"const": AGENCY}, "no column says who gives; say the name here too")
    )
    made.nodes["funder"] = NodeDraft("Organisation", {"full_name": name})
    made.edges.append(EdgeDraft("grant", "FROM", "funder"))
    if recipient is None:
        return
    node = NodeDraft("Organisation", {"full_name": said([recipient], "organisation_name")})
    for prop, clean in (
        ("charity_number", "charity_number"),
        ("company_number", "company_number"),
        ("org_id", None),
        ("website", "web_address"),
    ):
        if found := [one for one in of(known, prop) if one.role is None or one.role.role == "recipient"][:1]:
            node.props["url" if prop == "website" else prop] = said(found, clean)
    made.nodes["recipient"] = node
    made.edges.append(EdgeDraft("grant", "TO", "recipient"))
