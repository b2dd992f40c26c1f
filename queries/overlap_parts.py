"""How much two services overlap, part by part."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import log2

from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

from queries.question import Row

OLDEST = 100
WEIGHTS = {"needs": 0.25, "rarity": 0.25, "areas": 0.2, "ages": 0.15, "words": 0.15}
"""What each part counts in the score; they add up to one."""
SEXES = {
    "f": {"women", "girls", "female", "females", "mothers"},
    "m": {"men", "boys", "male", "males", "fathers", "dads"},
}


@dataclass(frozen=True)
class Offer:
    """A service as overlap sees it."""

    row: Row
    needs: frozenset[str]
    areas: frozenset[str]
    providers: frozenset[str]

    @cached_property
    def ages(self) -> tuple[int, int]:
        """The youngest and the oldest it takes."""
        return ages_of(self.row)

    @cached_property
    def sexes(self) -> frozenset[str]:
        """The sexes it is only for; empty where it does not say."""
        return sexes_of(self.row["eligibility"])

    @cached_property
    def words(self) -> str:
        """What it says of itself, ready to be compared."""
        return words_of(self.row)


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


def words_of(row: Row) -> str:
    """What a service says of itself, ready to be compared."""
    return default_process(f"{row['full_name'] or ''} {row['description'] or ''}")


def ages_of(row: Row) -> tuple[int, int]:
    """The youngest and the oldest that a service's row says it takes; no word of an age is any age."""
    low, high = row["minimum_age"], row["maximum_age"]
    return low if low is not None else 0, high if high is not None else OLDEST


def sexes_of(eligibility: str | None) -> frozenset[str]:
    """The sexes that somebody must be of, by what is said of who may come; empty where nothing is.

    >>> sorted(sexes_of("Women and girls of any age")), sorted(sexes_of(None))
    (['f'], [])
    """
    said = set(re.findall(r"\w+", (eligibility or "").lower()))
    return frozenset(sex for sex, names in SEXES.items() if said & names)


def rarity(meeting: int) -> float:
    """What a need counts that so many services meet: 1 where it is two at the most.

    >>> rarity(2), rarity(16)
    (1.0, 0.25)
    """
    return 1 / log2(max(2, meeting))


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
        "rarity": rarity(min(meeting[need] for need in needs)),
        "areas": len(areas) / len(one.areas | other.areas),
        "ages": (high - low + 1) / (max(high_one, high_other) - min(low_one, low_other) + 1),
    }
    most = WEIGHTS["words"] + sum(WEIGHTS[name] * part for name, part in parts.items())
    return Pair(one, other, parts, most)
