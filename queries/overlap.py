"""Two services that overlap, as an answer tells it."""

from collections.abc import Mapping
from dataclasses import dataclass

from queries.overlap_parts import OLDEST, Pair
from queries.overlap_stakes import Spend, Stakes
from queries.question import Evidence


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
    spend: tuple[Spend, ...] = ()
    """Money that records tell of around the two; empty where none does."""
    touched: tuple[str, ...] = ()
    """What bringing the two together would touch, counted: people referred, workers, assets; empty where no record tells."""


def overlap_of(pair: Pair, names: Mapping[str, str], perhaps_one: bool, stakes: Stakes) -> Overlap:
    """The pair as an answer, with its evidence; `names` are those of areas."""
    one, other = pair.one.row, pair.other.row
    areas = sorted(pair.one.areas & pair.other.areas)
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
        words_alike=round(pair.words_alike(), 4),
        same_site=one["postcode"] is not None and one["postcode"] == other["postcode"],
        perhaps_one=perhaps_one,
        evidence=tuple(Evidence(key, None, None) for key in stakes.listings(pair)),
        unconfirmed=tuple(row["service"] for row in (one, other) if row["unconfirmed"]),
        spend=stakes.spend(pair),
        touched=stakes.touched(pair),
    )


def _ages(pair: Pair) -> str:
    low, high = max(pair.one.ages[0], pair.other.ages[0]), min(pair.one.ages[1], pair.other.ages[1])
    if (low, high) == (0, OLDEST):
        return ""
    return f"{low}-{high}" if high < OLDEST else f"{low}+"
