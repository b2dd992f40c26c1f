"""A draft for a table of referrals: who asked whom to take somebody on, and what came of it."""

from collections.abc import Sequence

from ingest.suggesting import happened, keys
from ingest.suggesting.draft import Draft, EdgeDraft, NodeDraft, Said
from ingest.suggesting.drafting.person import add_people
from ingest.suggesting.drafting.workers import add_workers
from ingest.suggesting.meaning import Meaning
from ingest.suggesting.opening import Table
from ingest.suggesting.people import cast_of
from ingest.suggesting.values import said, value, worker_name


def draft(table: Table, meanings: Sequence[Meaning | None], source: str) -> Draft | None:
    """A mapping of referrals with their sender, their receiver and whom they are for."""
    known = [one for one in meanings if one is not None]
    made = Draft(
        source, table.reading, "a referral from one service to another", mode=Said("delta", "referrals are only ever added")
    )
    made.key = keys.named_by(known, ("record_key", "person_id"), ("ref_date", "event_date")) or Said([])
    days = happened.of(known, "ref_date", "event_date", "date_opened", "checked_date")[:1]
    props: dict[str, Said] = {"referred_on": said(days, "date")} if days else {}
    for name, fields, clean in (
        ("reason", ("reason", "plan", "notes"), "text"),
        ("outcome", ("outcome", "case_status"), "outcome"),
    ):
        if found := happened.of(known, *fields)[: 2 if name == "reason" else 1]:
            props[name] = said([one for one in found if one.field == found[0].field], clean)
    made.recorded_on = said(days, "date") if days else None
    made.nodes["referral"] = NodeDraft("Referral", props)
    _add_subject(made, table, meanings)
    for role, edge in (("sender", "FROM"), ("receiver", "TO")):
        if body := _body(known, role):
            made.nodes[role] = NodeDraft("Organisation", {"full_name": said([body], "organisation_name")})
            made.edges.append(EdgeDraft("referral", edge, role))
    _add_referrer(made, known)
    return made


def _add_subject(made: Draft, table: Table, meanings: Sequence[Meaning | None]) -> None:
    """Whom the referral is for: by name, or by a number in another file."""
    known = [one for one in meanings if one is not None]
    cast = cast_of([one for one in meanings if one is None or one.name not in made.key.value or one.field != "person_id"])
    files, numbers = happened.of(known, "other_file")[:1], happened.of(known, "person_id")[:1]
    if files and numbers:
        local = Said(
            value([files[0].name, numbers[0].name], "local_reference"), "a number in the system of the file that is named"
        )
        made.nodes["person"] = NodeDraft("Mention", {"local": local})
        made.edges.append(EdgeDraft("referral", "ABOUT", "person"))
    elif cast is not None:
        add_people(made, cast)
        made.edges.append(EdgeDraft("referral", "ABOUT", cast.subject.alias))
        add_workers(made, cast, [one for one in known if one.role is None or one.role.group != "referrers"])


def _body(known: Sequence[Meaning], role: str) -> Meaning | None:
    return next((one for one in known if one.role and one.role.role == role and one.field == "full_name"), None)


def _add_referrer(made: Draft, known: Sequence[Meaning]) -> None:
    """The person who referred, within the service that did."""
    named = [
        one for one in known if one.role and one.role.group == "referrers" and one.field in ("full_name", "forename", "surname")
    ]
    about = next((edge.end for edge in made.edges if edge.type == "ABOUT"), None)
    if not named or about is None or named[0].column.share("person") < 0.5:
        return
    name = worker_name(named)
    assert name is not None
    made.nodes["referrer"] = NodeDraft("Practitioner", {"full_name": name})
    if sender := _body(known, "sender"):
        made.nodes["referrer"].props["organisation"] = said([sender], "organisation_name")
    props: dict[str, Said] = {"capacity": Said({"const": "referrer"})}
    if days := happened.of(known, "ref_date", "event_date")[:1]:
        props["last"] = said(days, "date")
    props["strength"] = Said({"const": "incidental"}, "a referral is no relationship")
    made.edges.append(EdgeDraft("referrer", "SUPPORTS", about, props))
