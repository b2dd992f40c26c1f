"""How much two services overlap, part by part."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import log2

from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

from queries.question import Evidence, Row

OLDEST = 100
WEIGHTS = {"needs": 0.25, "rarity": 0.25, "areas": 0.2, "ages": 0.15, "words": 0.15}
"""What each part counts in the score; they add up to one."""
SEXES = {"f": {"women", "girls", "female", "females", "mothers"}, "m": {"men", "boys", "male", "males", "fathers", "dads"}}
ALIKE = 0.75
"""From this likeness of words, at one postcode or of one provider, two listings may be one service."""


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
    ages: str
    score: float
    needs_shared: float
    needs_rare: float
    """1 where only these two meet the need, near 0 where every service does: few should do it twice."""
    areas_shared: float
    ages_shared: float
    words_alike: float
    same_site: bool
    perhaps_one: bool
    """Listed twice, it may be: alike in words and at one site. For a person to say."""
    evidence: tuple[Evidence, ...]


def overlap_of(
    one: Row, other: Row, areas_one: frozenset[str], areas_other: frozenset[str], meeting: Mapping[str, int]
) -> Overlap | None:
    """The overlap, given how many services meet each need; None where two services cannot serve one person.

    That is so where providers are the same, needs, areas or ages have nothing in common, or one is for
    women or girls and the other for men or boys.
    """
    needs = set(one["needs"]) & set(other["needs"])
    areas = areas_one & areas_other
    low, high = max(_low(one), _low(other)), min(_high(one), _high(other))
    if not needs or not areas or low > high or _provider(one) == _provider(other) or _apart(one, other):
        return None
    parts = {
        "needs": len(needs) / len(set(one["needs"]) | set(other["needs"])),
        "rarity": max(1 / log2(max(2, meeting[need])) for need in needs),
        "areas": len(areas) / len(areas_one | areas_other),
        "ages": (high - low + 1) / (max(_high(one), _high(other)) - min(_low(one), _low(other)) + 1),
        "words": fuzz.token_set_ratio(_words(one), _words(other)) / 100,
    }
    same_site = one["postcode"] is not None and one["postcode"] == other["postcode"]
    return Overlap(
        service_a=one["service"],
        service_b=other["service"],
        name_a=one["full_name"],
        name_b=other["full_name"],
        provider_a=_provider(one),
        provider_b=_provider(other),
        needs=tuple(sorted(needs)),
        areas=tuple(sorted(areas)),
        ages=f"{low}-{high}" if high < OLDEST else f"{low}+",
        score=round(sum(WEIGHTS[name] * part for name, part in parts.items()), 4),
        needs_shared=round(parts["needs"], 4),
        needs_rare=round(parts["rarity"], 4),
        areas_shared=round(parts["areas"], 4),
        ages_shared=round(parts["ages"], 4),
        words_alike=round(parts["words"], 4),
        same_site=same_site,
        perhaps_one=same_site and parts["words"] >= ALIKE,
        evidence=tuple(Evidence(key, None, None) for key in sorted({*one["records"], *other["records"]})),
    )


def _apart(one: Row, other: Row) -> bool:
    """Whether who may come to one may not come to the other."""
    first, second = (_sexes(row["eligibility"]) for row in (one, other))
    return bool(first and second and not first & second)


def _sexes(eligibility: str | None) -> set[str]:
    words = set((eligibility or "").lower().split())
    return {sex for sex, names in SEXES.items() if words & names}


def _low(row: Row) -> int:
    return row["minimum_age"] if row["minimum_age"] is not None else 0


def _high(row: Row) -> int:
    return row["maximum_age"] if row["maximum_age"] is not None else OLDEST


def _provider(row: Row) -> str | None:
    return min(row["providers"], default=None)


def _words(row: Row) -> str:
    return default_process(f"{row['full_name'] or ''} {row['description'] or ''}")
