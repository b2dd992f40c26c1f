"""What the rows of a table are about, decided step by step, each step a question that can be put to the columns."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ingest.suggesting import lenses
from ingest.suggesting.draft import Draft
from ingest.suggesting.drafting import area, directory, grant, nested, person, referral, register, team
from ingest.suggesting.drafting.area import levels_of
from ingest.suggesting.meaning import Lens, Meaning
from ingest.suggesting.meanings import read
from ingest.suggesting.opening import Table

Known = list[Meaning]
Drafter = Callable[[Table, Sequence[Meaning | None], str], Draft | None]
NARROW, FAR_MORE = frozenset({"grants", "referrals", "organisations"}), 1.7
PERSONAL = frozenset({"dob", "nhs", "upn"})
OF_RESIDENTS = frozenset({"subjects", "relatives"})
BESIDE_PEOPLE = frozenset(
    {"sex", "known_as", "relationship", "relatives", "postcode", "address", "address_line", "event_date", "what_for", "reason"}
)
OFFERING = frozenset(
    {"website", "opening_hours", "price", "age_range", "minimum_age", "eligibility", "venue", "latitude", "charity_number"}
)
OF_OFFERS = OFFERING | {
    "address",
    "address_line",
    "street",
    "postcode",
    "description",
    "category",
    "phone",
    "email",
    "contact",
    "area_name",
    "status",
}


@dataclass(frozen=True)
class Way:
    """One sort of table: how its columns are read, whether a table is of it, and how it is drafted."""

    sort: str
    lens: Lens
    fits: Callable[[Known, Table], bool]
    draft: Drafter


def ways() -> tuple[Way, ...]:
    """The sorts of table in the order in which they are asked for."""
    return (
        Way("areas", lenses.AREA, _are_areas, area.draft),
        Way("grants", lenses.GRANT, _are_grants, grant.draft),
        Way("referrals", lenses.REFERRAL, _are_referrals, referral.draft),
        Way("workers", lenses.TEAM, _are_workers, team.draft),
        Way("people in lists", lenses.PERSON, _are_lists, nested.draft),
        Way("people", lenses.PERSON, _are_people, person.draft),
        Way("organisations", lenses.REGISTER, _are_organisations, register.draft),
        Way("services and assets", lenses.DIRECTORY, _are_offers, directory.draft),
    )


def draft_by_sort(table: Table, source: str) -> tuple[Draft, Sequence[Meaning | None]] | None:
    """The draft of the first sort that the table may be of, with what its columns mean there.

    A later one is taken where it takes in far more columns: the first may rest on a single column.
    """
    found: list[tuple[int, str, Draft, Sequence[Meaning | None]]] = []
    for way in ways():
        meanings = read(table.columns, way.lens)
        if way.fits([one for one in meanings if one is not None], table):
            drafted = way.draft(table, meanings, source)
            if drafted is not None:
                used = drafted.used()
                found.append((sum(column.name in used for column in table.columns), way.sort, drafted, meanings))
    if not found:
        return None
    best = max(found, key=lambda one: one[0])
    instead = found[0][1] in NARROW and best[0] >= FAR_MORE * found[0][0]
    return best[2:] if instead else found[0][2:]


def _fields(known: Known) -> set[str]:
    return {one.field for one in known if one.kept}


def _roles(known: Known, *groups: str) -> set[str]:
    return {one.role.role for one in known if one.role is not None and one.role.group in groups and one.field == "full_name"}


def _are_areas(known: Known, table: Table) -> bool:
    """Codes and names of areas are nearly all there is."""
    names = [column.name for column in table.columns]
    codes = [column for column in table.columns if column.share("gss") >= 0.8 and column.filled]
    if levels_of(names) and table.columns[0] in codes:
        return True
    return bool(codes) and codes[0].unique and len(names) <= 2 * len(_fields(known)) and table.columns.index(codes[0]) == 0


def _are_grants(known: Known, table: Table) -> bool:
    """An amount, who was given it, and when or for what."""
    said = _fields(known)
    given = [one for one in known if one.role and one.role.role == "recipient" and one.field == "full_name"]
    if _personal(table) or any(one.column.share("person") >= 0.5 for one in given):
        return False
    if len(_offered(table) & {"opening_hours", "price", "age_range", "minimum_age", "eligibility", "venue"}) > 1:
        return False
    return (
        "amount" in said
        and "recipient" in _roles(known, "bodies")
        and bool({"award_date", "grant_title", "grant_purpose"} & said)
    )


def _are_referrals(known: Known, table: Table) -> bool:
    """Who asked and who was asked stand in one row, and nobody's later contact."""
    said = _fields(known)
    return (
        {"sender", "receiver"} <= _roles(known, "bodies")
        and bool({"ref_date", "event_date", "date_opened"} & said)
        and not {"last_contact", "first_contact"} & said
    )


def _offered(table: Table) -> set[str]:
    """What only directories tell: when, for whom, at what price, where on the web; no column that tells of a person."""
    pairs = zip(read(table.columns, lenses.DIRECTORY), read(table.columns, lenses.PERSON), strict=True)
    told = {
        one.field for one, own in pairs if one is not None and one.kept and one.column.filled and (own is None or not own.kept)
    }
    return told & OFFERING


def _personal(table: Table) -> set[str]:
    """Births and numbers of people that columns tell."""
    return {one.field for one in read(table.columns, lenses.PERSON) if one is not None and one.kept} & PERSONAL


def _are_workers(known: Known, table: Table) -> bool:
    """Names of people with a team, a role or an employer, or a way to reach them at work, and nothing of a private life."""
    said, personal = _fields(known), read(table.columns, lenses.PERSON)
    told = {one.field for one in personal if one is not None and one.kept}
    if told & (PERSONAL | {"postcode", "address", "relationship", "event_date"}) or _offered(table) & {
        "price",
        "eligibility",
        "age_range",
        "minimum_age",
        "latitude",
    }:
        return False
    works = len({"team", "role", "skills", "hours"} & said) + bool(_roles(known, "bodies"))
    named = [one for one in known if one.field == "full_name" and (one.role is None or one.role.group == "workers")]
    reached = bool({"email", "phone"} & said) and any(one.column.share("person") >= 0.5 for one in named)
    return bool(said & {"full_name", "surname"}) and (works >= 2 or reached)


def _are_lists(known: Known, table: Table) -> bool:
    """Each row has a list of people inside it."""
    return any(one.column.list_at and one.field == "full_name" and one.column.share("person") >= 0.5 for one in known)


def _are_people(known: Known, table: Table) -> bool:
    """Somebody's birth or number; or names of people with a home, a relative, a worker or an event beside them."""
    said = {one.field for one in known if one.kept}
    if said & PERSONAL:
        return True
    if len(_offered(table)) > 1 or not _names_people(known):
        return False
    around = _roles(known, "subjects", "relatives", "workers", "referrers")
    return bool(around) or bool(said & BESIDE_PEOPLE)


def _names_people(known: Known) -> bool:
    """Whether a column that speaks of no worker has names of people."""
    if {"forename", "surname"} <= {
        one.field for one in known if not one.doubtful and (one.role is None or one.role.group in OF_RESIDENTS)
    }:
        return True
    names = [
        one for one in known if one.field in ("full_name", "forename") and (one.role is None or one.role.group in OF_RESIDENTS)
    ]
    if any(
        one.role is not None and one.field in ("surname", "forename") and one.column.share("initials") >= 0.5 for one in known
    ):
        return True
    return any(one.column.share("person") >= 0.5 and one.column.share("body") < 0.2 for one in names)


def _are_organisations(known: Known, table: Table) -> bool:
    """Numbers of charities or companies, and nothing of when or for whom."""
    return bool({"charity_number", "company_number"} & _fields(known)) and not _offered(table) - {"website", "charity_number"}


def _are_offers(known: Known, table: Table) -> bool:
    """Names that differ, and two things more of where, when, what or for whom."""
    named = [one.column for one in known if one.field in ("offer_name", "full_name", "venue")]
    named += list(table.columns[:1]) if directory.may_name(table.columns[0]) else []
    return (
        not _personal(table)
        and any(column.distinct >= 0.3 * len(column.filled) for column in named)
        and len(_fields(known) & OF_OFFERS) > 1
    )
