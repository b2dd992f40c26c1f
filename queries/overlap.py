"""How much two services overlap, part by part."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import log2

from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

from queries.question import Evidence, Row

OLDEST = 100
WEIGHTS = {"needs": 0.25, "rarity": 0.25, "areas": 0.2, "ages": 0.15, "words": 0.15}
"""What each part counts in the score; they add up to one."""
SEXES = {
    "f": {"women", "girls", "female", "females", "mothers"},
    "m": {"men", "boys", "male", "males", "fathers", "dads"},
}


@dataclass(frozen=True)
class Overlap:
    """Two services that serve the same people; every part of the score is between 0 and 1."""

    service_a: str
    service_b: str
    name_a: str
    name_b: str
    provider_a: str | None
    provider_b: str | None
    needs: tuple[str, ...]
    areas: tuple[str, ...]
    area_names: tuple[str, ...]
    ages: str
    """The ages that both take; empty where neither says any."""
    score: float
    needs_shared: float
    needs_rare: float
    """1 where only these two meet the need, near 0 where every service does: few should do it twice."""
    areas_shared: float
    ages_shared: float
    words_alike: float
    same_site: bool
    perhaps_one: bool
    """Listed twice, it may be: `service_duplicates` tells why. For a person to say."""
    evidence: tuple[Evidence, ...]
    unconfirmed: tuple[str, ...] = ()
    """Those of the two that their own organisations registered and nobody has moderated yet, by uid."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A service as overlap sees it; all that is worked out once and not once a pair."""

    row: Row
    areas: frozenset[str]
    needs: frozenset[str]
    ages: tuple[int, int]
    """The youngest and the oldest it takes; no word of an age is any age."""
    providers: frozenset[str]
    sexes: frozenset[str]
    """The sexes it is only for; empty where it does not say."""
    words: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two offers with the parts of their score that need no comparing of words."""

    one: Offer
    other: Offer
    parts: Mapping[str, float]
    most: float
    """The score if their words were alike throughout."""

    @property
    def services(self) -> tuple[str, str]:
        """The two by their keys, in order."""
        a, b = self.one.row["service"], self.other.row["service"]
        return (a, b) if a < b else (b, a)

    def words_alike(self) -> float:
        """How like their names and descriptions are, between 0 and 1."""
        return fuzz.token_set_ratio(self.one.words, self.other.words) / 100

    def score(self) -> float:
        """The weighted sum of all parts."""
        return round(self.most - WEIGHTS["words"] * (1 - self.words_alike()), 4)


def offer_of(row: Row, areas: frozenset[str]) -> Offer:
    """A service's row, ready to be paired."""
    low, high = row["minimum_age"], row["maximum_age"]
    said = set(re.findall(r"\w+", (row["eligibility"] or "").lower()))
    return Offer(
        row=row,
        areas=areas,
        needs=frozenset(row["needs"]),
        ages=(low if low is not None else 0, high if high is not None else OLDEST),
        providers=frozenset(row["providers"]),
        sexes=frozenset(sex for sex, names in SEXES.items() if said & names),
        words=default_process(f"{row['full_name'] or ''} {row['description'] or ''}"),
    )


def pair_of(one: Offer, other: Offer, meeting: Mapping[str, int]) -> Pair | None:
    """The pair, given how many services meet each need; None where two services cannot serve one person.

    That is so where they share a provider, needs, areas or ages have nothing in common, or one is for
    women or girls and the other for men or boys.
    """
    if one.providers & other.providers or (one.sexes and other.sexes and not one.sexes & other.sexes):
        return None
    (low_one, high_one), (low_other, high_other) = one.ages, other.ages
    low, high = max(low_one, low_other), min(high_one, high_other)
    needs, areas = one.needs & other.needs, one.areas & other.areas
    if low > high or not needs or not areas:
        return None
    parts = {
        "needs": len(needs) / len(one.needs | other.needs),
        "rarity": 1 / log2(max(2, min([meeting[need] for need in needs]))),
        "areas": len(areas) / len(one.areas | other.areas),
        "ages": (high - low + 1) / (max(high_one, high_other) - min(low_one, low_other) + 1),
    }
    most = WEIGHTS["words"] + sum([WEIGHTS[name] * part for name, part in parts.items()])
    return Pair(one, other, parts, most)


def overlap_of(pair: Pair, names: Mapping[str, str], perhaps_one: bool) -> Overlap:
    """The pair as an answer, with its evidence; `names` are those of areas."""
    one, other = pair.one.row, pair.other.row
    alike, areas = pair.words_alike(), sorted(pair.one.areas & pair.other.areas)
    same_site = one["postcode"] is not None and one["postcode"] == other["postcode"]
    return Overlap(
        service_a=one["service"],
        service_b=other["service"],
        name_a=one["full_name"],
        name_b=other["full_name"],
        provider_a=", ".join(sorted(pair.one.providers)) or None,
        provider_b=", ".join(sorted(pair.other.providers)) or None,
        needs=tuple(sorted(pair.one.needs & pair.other.needs)),
        areas=tuple(areas),
        area_names=tuple(names.get(area, area) for area in areas),
        ages=_ages(pair),
        score=pair.score(),
        needs_shared=round(pair.parts["needs"], 4),
        needs_rare=round(pair.parts["rarity"], 4),
        areas_shared=round(pair.parts["areas"], 4),
        ages_shared=round(pair.parts["ages"], 4),
        words_alike=round(alike, 4),
        same_site=same_site,
        perhaps_one=perhaps_one,
        evidence=tuple(Evidence(key, None, None) for key in sorted({*one["records"], *other["records"]})),
        unconfirmed=tuple(row["service"] for row in (one, other) if row["unconfirmed"]),
    )


def _ages(pair: Pair) -> str:
    low, high = max(pair.one.ages[0], pair.other.ages[0]), min(pair.one.ages[1], pair.other.ages[1])
    if (low, high) == (0, OLDEST):
        return ""
    return f"{low}-{high}" if high < OLDEST else f"{low}+"
