"""What the agencies' registers say of a household, one row at a time, with the truth beside it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from random import Random

from benchmarks import numbers, patches, words
from benchmarks.flaws import Clerk
from benchmarks.population import Household, Resident, households

SCHOOL_AGE = range(4, 17)
UNDER_FIVE = 5
OLD = 75
KNOWN_FAMILIES, KNOWN_OLD, TENANTS, REFERRED = 0.1, 0.25, 0.35, 0.3
"""Shares of households with children, of old people, of households and of social care rows."""


@dataclass(frozen=True)
class Entry:
    """One row of a register, and who it truly speaks of: the resident's number by field of the mapping."""

    values: Mapping[str, str]
    who: Mapping[str, int] = field(default_factory=dict)


def school_roll(home: Household, clerk: Clerk) -> Iterator[Entry]:
    """Children of school age, with a parent as contact."""
    parent = home.adults()[0]
    for child in home.children():
        if child.age() in SCHOOL_AGE:
            values = {
                "School": patches.school(home.first()),
                "Adm No": clerk.key(f"A{child.number:07d}"),
                "UPN": clerk.maybe(numbers.pupil_number(child.number)),
                "Legal Surname": clerk.name(child.surname),
                "Forename": clerk.name(child.forename),
                "DOB": clerk.day(child.born),
                "Addr 1": home.address,
                "Post Code": clerk.maybe(home.postcode),
                "Contact 1": clerk.name(parent.full_name()),
                "C1 Rel": "Mother" if parent.sex == "F" else "Father",
                "C1 Tel": clerk.maybe(home.phone),
                "Pastoral contact": clerk.maybe(patches.worker("school_roll", home.first())),
            }
            yield Entry(values, {"subject": child.number, "Contact 1": parent.number})


def social_care(home: Household, clerk: Clerk) -> Iterator[Entry]:
    """Families that children's social care knows, and old people whom adults' knows."""
    children = home.children()
    if children and clerk.rng.random() < KNOWN_FAMILIES:
        yield from (_care(one, home, clerk) for one in (home.adults()[0], *children))
    elif not children:
        yield from (_care(one, home, clerk) for one in home.adults() if one.age() >= OLD and clerk.rng.random() < KNOWN_OLD)


def _care(one: Resident, home: Household, clerk: Clerk) -> Entry:
    parent = home.residents[0] if one.parent is not None else None
    begun = clerk.lately(700)
    last = min(clerk.lately(200), clerk.lately(200))
    relation = f"{_file_number(parent)} ({'mother' if parent.sex == 'F' else 'father'})" if parent else ""
    values = {
        "PersonID": clerk.key(_file_number(one)),
        "Surname": clerk.name(one.surname).upper(),
        "Forenames": clerk.name(one.forename),
        "DOB": clerk.day(one.born),
        "Gender": one.sex,
        "NHS No": clerk.nhs(numbers.nhs_number(one.number)),
        "Address": home.address,
        "Postcode": home.postcode,
        "Tel": clerk.maybe(home.phone),
        "Referral Dt": clerk.day(begun),
        "Plan": clerk.rng.choice(words.PLANS),
        "Allocated Worker": patches.worker("social_care", home.first()),
        "Last Visit": clerk.day(max(begun, last)),
        "Closed Dt": clerk.day(max(begun, last)) if clerk.rng.random() < 0.2 else "",
        "Relationships": relation,
    }
    related = {f"Relationships:{_file_number(parent)}": parent.number} if parent else {}
    return Entry(values, {"subject": one.number, **related})


def _file_number(one: Resident) -> str:
    return str(1_000_000 + one.number)


def housing(home: Household, clerk: Clerk) -> Iterator[Entry]:
    """Tenancies of the social landlord."""
    if clerk.rng.random() >= TENANTS:
        return
    tenants = home.adults()
    joint = tenants[1] if len(tenants) > 1 else None
    values = {
        "Ten Ref": clerk.key(f"T{home.number:07d}"),
        "Main Tenant": _surname_first(tenants[0], clerk),
        "DOB": clerk.day(tenants[0].born),
        "Joint Tenant": _surname_first(joint, clerk) if joint else "",
        "JT DOB": clerk.day(joint.born) if joint else "",
        "Property": home.address,
        "Postcode": clerk.maybe(home.postcode),
        "Tel": clerk.maybe(home.phone),
        "Officer": patches.worker("housing", home.first()),
        "Last Contact": clerk.day(clerk.lately(400)) if clerk.rng.random() < 0.4 else "",
        "Memo": clerk.rng.choice(words.MEMOS),
    }
    other = {"Joint Tenant": joint.number} if joint else {}
    yield Entry(values, {"Main Tenant": tenants[0].number, **other})


def _surname_first(one: Resident, clerk: Clerk) -> str:
    return f"{clerk.name(one.surname).upper()}, {clerk.name(one.forename)}"


def health_visiting(home: Household, clerk: Clerk) -> Iterator[Entry]:
    """Children under five with who cares for them."""
    carer = home.adults()[0]
    for child in home.children():
        if child.age() < UNDER_FIVE:
            values = {
                "Rec ID": clerk.key(f"SR-{child.number:07d}"),
                "NHS Number": clerk.nhs(numbers.nhs_number(child.number)),
                "Patient": _surname_first(child, clerk),
                "DOB": clerk.day(child.born),
                "Carer": clerk.name(carer.full_name()),
                "Carer NHS": clerk.nhs(numbers.nhs_number(carer.number)),
                "Postcode": home.postcode,
                "Offer": clerk.rng.choice(words.OFFERS),
                "HV": patches.worker("health_visiting", home.first()),
                "Last Contact": clerk.day(clerk.lately(240)),
            }
            yield Entry(values, {"subject": child.number, "Carer": carer.number})


REGISTERS: dict[str, Callable[[Household, Clerk], Iterator[Entry]]] = {
    "social_care": social_care,
    "school_roll": school_roll,
    "housing": housing,
    "health_visiting": health_visiting,
}


def register(source: str, people: int, seed: int) -> Iterator[Entry]:
    """All rows of one agency's register, household by household."""
    for home in households(people, seed):
        yield from REGISTERS[source](home, Clerk(Random(f"{seed}/{source}/{home.number}")))


def referrals(people: int, seed: int) -> Iterator[Entry]:
    """Referrals of people in the register of social care."""
    for at, entry in enumerate(register("social_care", people, seed)):
        clerk = Clerk(Random(f"{seed}/referrals/{at}"))
        if entry.values["PersonID"] and clerk.rng.random() < REFERRED:
            ward = patches.area_name(entry.who["subject"] // patches.WARD_PEOPLE)
            values = {
                "ref": clerk.key(f"R{at:07d}"),
                "date": clerk.day(clerk.lately(300)),
                "from_agency": "Zedshire Council Social Care",
                "to_service": f"{ward} {clerk.rng.choice(words.RECEIVERS)}",
                "person_local_id": entry.values["PersonID"],
                "person_file": "social_care.csv",
                "reason": clerk.rng.choice(words.REASONS),
                "outcome": clerk.rng.choice(words.OUTCOMES),
            }
            yield Entry(values, {"person": entry.who["subject"]})
