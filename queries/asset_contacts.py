"""Which contacts and referrals belong to which community asset, by the words that both go by.

A sign-in sheet says what somebody came for and who ran it, hardly ever which listed asset that is. So a contact is an
asset's where what it was for shares a telling word with the asset's name, or where whoever runs the asset was met.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from queries.area_tree import AreaTree
from queries.question import Row

CONTACTS = (
    "MATCH (w:Practitioner)-[s:SUPPORTS]->(m:Mention)-[:SAME_AS]->(p:Person) WHERE w.informal = true "
    "MATCH (m)<-[:SAYS]-(r:Record) "
    "RETURN p.uid AS person, p.restricted AS restricted, s.capacity AS capacity, w.organisation AS organisation, s.last AS last, "
    "r.file AS file, r.recorded_on AS recorded_on, r.restricted AS record_restricted ORDER BY person, file, capacity"
)
REFERRED = (
    "MATCH (g:Referral)-[:TO]->(o:Organisation) "
    "RETURN g.uid AS referral, o.full_name AS receiver, g.reason AS reason, g.referred_on AS referred_on ORDER BY referral"
)
GENERAL = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "and",
        "for",
        "in",
        "at",
        "on",
        "to",
        "with",
        "group",
        "club",
        "hall",
        "centre",
        "community",
        "association",
        "service",
        "services",
        "project",
        "team",
        "people",
        "local",
        "room",
        "table",
        "crowd",
        "big",
        "new",
        "old",
        "street",
        "road",
        "house",
        "church",
        "day",
        "week",
        "morning",
        "evening",
    ]
)
SHARED_BY = 1
"""A word that more assets than these bear tells none of them."""


@dataclass
class Contacts:
    """What records tell of the people that one asset reached."""

    people: set[str] = field(default_factory=set)
    times: int = 0
    last: date | None = None
    files: set[str] = field(default_factory=set)
    referrals: set[str] = field(default_factory=set)


def contacts_of(assets: Sequence[Row], place: AreaTree, as_of: date) -> Mapping[str, Contacts]:
    """The contacts and referrals of each asset up to a day; restricted people are in none."""
    telling = _telling(assets)
    found: dict[str, Contacts] = defaultdict(Contacts)
    for row in place.rows(CONTACTS):
        day = row["last"] or row["recorded_on"]
        if row["restricted"] or row["record_restricted"] or day is None or day > as_of:
            continue
        for uid in _assets_named(row["capacity"], row["organisation"], assets, telling):
            own = found[uid]
            own.people.add(row["person"])
            own.times += 1
            own.last = max(own.last or day, day)
            own.files.add(row["file"])
    for row in place.rows(REFERRED):
        if row["referred_on"] is None or row["referred_on"] <= as_of:
            for uid in _assets_named(row["receiver"], row["receiver"], assets, telling):
                found[uid].referrals.add(row["referral"])
    return found


def _telling(assets: Sequence[Row]) -> Mapping[str, frozenset[str]]:
    """The words of each asset's name by which it is known among the others."""
    words = {row["asset"]: _words(row["full_name"]) for row in assets}
    borne = Counter(word for own in words.values() for word in own)
    return {uid: frozenset(word for word in own if borne[word] <= SHARED_BY) for uid, own in words.items()}


def _assets_named(
    what: str | None, organisation: str | None, assets: Sequence[Row], telling: Mapping[str, frozenset[str]]
) -> Iterable[str]:
    """The assets that a contact's words name: by what it was for, or as the only one that its provider runs."""
    said = _words(what)
    named = [row["asset"] for row in assets if said & telling[row["asset"]]]
    if named:
        return named
    run = [row["asset"] for row in assets if organisation and organisation in row["providers"]]
    return run if len(run) == 1 else ()


def _words(text: str | None) -> frozenset[str]:
    plain = re.findall(r"[a-z]+", re.sub(r"['’]s?\b", "", (text or "").lower()))
    singular = (word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word for word in plain)
    return frozenset(word for word in singular if len(word) > 2 and word not in GENERAL)
