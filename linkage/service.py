"""Which listings are one service: the same offering, apart from others at its site and from overlaps."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from math import log2
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict

from linkage.clustering import cluster
from linkage.identifiers import phone_digits
from linkage.organisation import prepare as prepare_body
from linkage.schedule import When, when_of
from linkage.text import Texts, words_of
from linkage.words import address_words, given, plain

COLUMNS = (
    "name", "description", "provider", "address", "postcode", "url", "phone", "needs", "minimum_age", "maximum_age", "when",
    "eligibility",
)  # fmt: skip
OLDEST = 100
MANY = 4
"""Over so many bodies that give one web site or telephone, it is none of theirs."""
FEW = 64
"""A handful of listings is of a place that has so many."""


class Worth(BaseModel):
    """What each likeness says, in bits, from linkage/settings.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    start: float
    provider: tuple[float, float]
    place: tuple[float, float]
    when: tuple[float, float]
    need: tuple[float, float]
    ages: tuple[float, float]
    text_each: float
    text_most: float
    offering: float
    same: float
    review: float


@dataclass(frozen=True)
class Listing:
    """One entry of one directory, as it is compared."""

    name: str | None
    words: tuple[str, ...]
    provider: Mapping[str, Any]
    contacts: frozenset[str]
    postcode: str | None
    address: str | None
    needs: frozenset[str]
    ages: tuple[int, int] | None
    when: When


@dataclass(frozen=True)
class Likeness:
    """Why two listings are, or are not, one service: bits by what they are about."""

    left: int
    right: int
    reasons: Mapping[str, float]
    offering: bool
    """Whether what is offered is alike, not only who offers it and where; never where the two meet no need in common."""

    @property
    def bits(self) -> float:
        """Log odds to base 2 that the two are one service."""
        return sum(self.reasons.values())

    @property
    def probability(self) -> float:
        """The chance that the two are one service."""
        return float(1 / (1 + 2 ** -max(-50.0, min(50.0, self.bits))))

    def verdict(self, worth: Worth) -> str:
        """`same`, `review` or `different`: who are at one site for different needs, under different providers."""
        if self.offering and self.probability >= worth.same:
            return "same"
        told = self.offering or self.reasons["provider"] > 0
        return "review" if told and self.probability >= worth.review else "different"


@cache
def worth() -> Worth:
    """What likenesses of services are worth."""
    return Worth(**yaml.safe_load(files("linkage").joinpath("settings.yaml").read_text("utf-8"))["service"])


def listing(row: Mapping[str, object]) -> Listing:
    """A row of COLUMNS as it is compared."""
    said = {name: given(row.get(name)) for name in COLUMNS}
    # Where nobody else is named, the directory has put the listing's own name: that is compared already.
    provider = None if plain(said["provider"] or "") == plain(said["name"] or "") else said["provider"]
    body = prepare_body({"name": provider, "url": said["url"]})
    contacts = {body["site"], phone_digits(said["phone"] or "")} - {None}
    needs = row.get("needs")
    listed = needs if isinstance(needs, list) else (said["needs"] or "").replace(";", ",").split(",")
    return Listing(
        said["name"],
        tuple(words_of(said["name"], said["name"], said["description"], said["eligibility"])),
        body,
        frozenset(str(one) for one in contacts),
        plain(said["postcode"]).replace(" ", "") if said["postcode"] else None,
        address_words(said["address"]) if said["address"] else None,
        frozenset(need for one in listed if (need := str(one).strip())),
        _ages(said["minimum_age"], said["maximum_age"]),
        when_of(said["when"] or ""),
    )


def likenesses(listings: Sequence[Listing], files: Sequence[int] | None = None) -> list[Likeness]:
    """Every pair worth a look, likeliest first: alike in place, words or provider.

    Where files are given, two of one file only where name and postcode are the same: a directory knows what it lists.
    """
    listings = _with_own_contacts(listings)
    texts = Texts([one.words for one in listings])
    at_place = Counter(one.postcode for one in listings)
    pairs = set(texts.near()) | set(_sharing(listings))
    chosen = [(a, b) for a, b in sorted(pairs) if files is None or files[a] != files[b] or _one_entry(listings[a], listings[b])]
    compared = (compare(listings, texts, at_place, a, b) for a, b in chosen)
    kept = [one for one in compared if one.probability >= 0.01]
    return sorted(kept, key=lambda one: (-one.bits, one.left, one.right))


def _one_entry(one: Listing, other: Listing) -> bool:
    return bool(one.name and one.postcode) and (one.name, one.postcode) == (other.name, other.postcode)


def _with_own_contacts(listings: Sequence[Listing]) -> list[Listing]:
    """Listings without the web sites and telephones of many bodies: a register's, or a switchboard's."""
    bearers: dict[str, set[object]] = defaultdict(set)
    for one in listings:
        for contact in one.contacts:
            bearers[contact].add(one.provider["main"] or one.name)
    shared = {contact for contact, bodies in bearers.items() if len(bodies) > MANY}
    return [replace(one, contacts=one.contacts - shared) if one.contacts & shared else one for one in listings]


def one_service(listings: Sequence[Listing], found: Iterable[Likeness], files: Sequence[int] | None = None) -> list[list[int]]:
    """Listings in groups of one service each; no group has two of one file where files are free of duplicates."""
    known = worth()
    shift = log2(known.same / (1 - known.same))
    pairs = [(one.left, one.right, one.bits - shift if one.offering else min(-1.0, one.bits - shift)) for one in found]
    return cluster(len(listings), pairs, distinct=files, unsaid=-4.0)


def compare(listings: Sequence[Listing], texts: Texts, at_place: Mapping[str | None, int], left: int, right: int) -> Likeness:
    """What speaks for and against two listings being one service."""
    one, other, known = listings[left], listings[right], worth()
    text = min(known.text_most, known.text_each * texts.likeness(left, right))
    reasons = {
        "to begin with": known.start,
        "words": text,
        "provider": _provider(one, other, known),
        "place": _place(one, other, at_place, known),
        "when": _when(one.when, other.when, known),
        "need": _sets(one.needs, other.needs, known.need),
        "ages": _age_bits(one.ages, other.ages, known),
    }
    return Likeness(left, right, reasons, reasons["need"] >= 0 and (text >= known.offering or reasons["need"] > 0))


def _sharing(listings: Sequence[Listing]) -> Iterable[tuple[int, int]]:
    held: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, one in enumerate(listings):
        keys = {("place", one.postcode), ("provider", one.provider["main"]), *(("contact", c) for c in one.contacts)}
        for kind, value in keys:
            if value:
                held[kind, value].append(at)
    for bearers in held.values():
        if len(bearers) <= 100:
            yield from ((a, b) for k, a in enumerate(bearers) for b in bearers[k + 1 :])


def _provider(one: Listing, other: Listing, known: Worth) -> float:
    if one.contacts & other.contacts:
        return known.provider[0]
    a, b = one.provider["words"], other.provider["words"]
    if not a or not b:
        return 0.0
    common = len(set(a) & set(b))
    if common >= min(len(a), len(b)) or common >= 2:
        # All of one name within the other's: Haven House is Haven House Women's Aid.
        return known.provider[0] * common / min(len(a), len(b))
    return known.provider[1] if common == 0 else 0.0


def _place(one: Listing, other: Listing, at_place: Mapping[str | None, int], known: Worth) -> float:
    """The fewer of all listings are at a place, the more it says; a hub with twenty says little."""
    if not one.postcode or not other.postcode:
        return 0.0
    if one.postcode != other.postcode:
        return known.place[1]
    rest = max(1, at_place[one.postcode] - 1)
    return min(known.place[0], log2(max(FEW, sum(at_place.values())) / rest))


def _sets(one: frozenset[str], other: frozenset[str], bits: tuple[float, float]) -> float:
    if not one or not other:
        return 0.0
    return bits[0] if one & other else bits[1]


def _when(one: When, other: When, known: Worth) -> float:
    if not one.days or not other.days:
        return 0.0
    if not one.days & other.days:
        return known.when[1]
    if one.hours and other.hours and (one.hours[1] <= other.hours[0] or other.hours[1] <= one.hours[0]):
        return known.when[1] / 2
    return known.when[0]


def _ages(low: str | None, high: str | None) -> tuple[int, int] | None:
    numbers = [int(float(one)) if one and one.replace(".", "").isdigit() else None for one in (low, high)]
    if numbers == [None, None]:
        return None
    return numbers[0] or 0, OLDEST if numbers[1] is None else numbers[1]


def _age_bits(one: tuple[int, int] | None, other: tuple[int, int] | None, known: Worth) -> float:
    if one is None or other is None:
        return 0.0
    common = min(one[1], other[1]) - max(one[0], other[0]) + 1
    every = max(one[1], other[1]) - min(one[0], other[0]) + 1
    if common * 2 >= every:
        return known.ages[0]
    return known.ages[1] if common * 5 < every else 0.0
