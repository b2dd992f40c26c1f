"""Which mentions may be one person: found by keys, scored, and kept on an edge between the two."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from graph.paging import read_of
from graph.settings import settings_now
from graph.store import Row, Store
from linkage.crowds import Crowds, Key, keys_of
from linkage.mention import COLUMNS, FOUND_BY, prepared
from linkage.model import default_model, load_model
from linkage.person import Prepared
from linkage.scoring import Scored, Scorer
from linkage.settings import settings_of
from linkage.words import plain, set_of

PROJECTION = ", ".join(f"m.{name} AS {name}" for name in COLUMNS)
FETCH = f"UNWIND $uids AS uid MATCH (m:Mention {{uid: uid}}) RETURN {PROJECTION} ORDER BY uid"
LOOSELY = ("key_forename", "key_surname")
"""Keys by which a person in doubt is shown likely fellows; they join nobody."""
BY_KEY = {
    name: f"UNWIND $values AS value MATCH (m:Mention {{{name}: value}}) RETURN DISTINCT {PROJECTION} ORDER BY uid"
    for name in (*FOUND_BY, *LOOSELY)
}
Pair = tuple[str, str]


@dataclass(frozen=True)
class Mention:
    """A mention as linkage holds it: what the graph has, and the same made ready for comparison."""

    props: Mapping[str, Any]
    for_adults: bool = False
    """Whether it is a number alone, on a referral to a service for adults."""
    referred_on: date | None = None

    @cached_property
    def made(self) -> Prepared:
        """The mention made ready, once it is compared."""
        return prepared(self.props)

    @property
    def uid(self) -> str:
        """Its key."""
        return str(self.props["uid"])


@dataclass(frozen=True)
class Bands:
    """From which probabilities on a pair is the same, or to be reviewed."""

    same: float
    review: float

    def band(self, scored: Scored, doubtful: bool = False) -> str | None:
        """`same`, `review`, or None for a pair that is forgotten; what is doubtful is reviewed at the most."""
        if doubtful:
            return "review"
        if scored.contradiction:
            # Two valid numbers that differ: never one by itself, however much else agrees.
            return "review" if scored.probability >= self.review or scored.evidence else None
        if scored.probability >= self.same and scored.evidence:
            return "same"
        number = any(scored.levels.get(name) == 0 for name in ("nhs", "upn", "number"))
        return "review" if scored.probability >= self.review or number else None


def chosen() -> tuple[Scorer, Bands]:
    """The scorer with the place's model, or the one that is shipped, and the bands that the settings say."""
    settings = settings_now()
    return _scorer(settings.link_model), Bands(settings.link_same, settings.link_review)


@cache
def _scorer(model: str | None) -> Scorer:
    return Scorer(settings_of("person"), load_model(Path(model)) if model else default_model())


REFERRED = (
    "UNWIND $uids AS uid MATCH (m:Mention {uid: uid})<-[:ABOUT]-(f:Referral)-[:TO]->(o:Organisation) "
    "RETURN m.uid AS uid, f.referred_on AS referred_on, o.full_name AS receiver ORDER BY uid, receiver"
)
GROWN = 16
"""From this age on, a service for adults may be meant for oneself."""


def mentions(store: Store, rows: Sequence[Row]) -> list[Mention]:
    """Rows of the graph as mentions; of those by number alone, when they were referred to a service for adults."""
    adult = for_adults(store, [row["uid"] for row in rows if not row["full_name"]])
    return [Mention(row, row["uid"] in adult, adult.get(row["uid"])) for row in rows]


def for_adults(store: Store, bare: Sequence[str]) -> dict[str, date | None]:
    """Of mentions by number alone, those on a referral to a service for adults, and when that was."""
    rows = read_of(store, REFERRED, bare)
    return {row["uid"]: row["referred_on"] for row in rows if _is_for_adults(row["receiver"] or "")}


def _is_for_adults(receiver: str) -> bool:
    words = f" {plain(receiver)} "
    return any(f" {one} " in words for one in set_of("adult_services"))


def doubtful(one: Mention, other: Mention) -> bool:
    """Whether a child's number on a referral to a service for adults may stand for the child's parent."""
    if one.for_adults == other.for_adults:
        return False
    adult, child = (one, other) if one.for_adults else (other, one)
    if not child.props["full_name"]:
        return True
    born: date | None = child.props["dob"]
    if born is None:
        return False
    on = adult.referred_on
    return on is None or _age(born, on) < GROWN


def _age(born: date, on: date) -> int:
    before = (on.month, on.day) < (born.month, born.day)
    return on.year - born.year - int(before)


def fetch(store: Store, uids: Sequence[str]) -> list[Mention]:
    """The mentions there are of some uids."""
    return mentions(store, list(read_of(store, FETCH, uids)))


def near(
    store: Store,
    fresh: Sequence[Mention],
    crowds: Crowds,
    keys: Iterable[str] = FOUND_BY,
    passed_over: Callable[[str], bool] = lambda _: False,
) -> dict[str, Mention]:
    """The mentions in the store that share a key with some, other than a crowd's, and are not to be passed over."""
    found: dict[str, Mention] = {}
    for name in keys:
        borne = {str(one.props[name]) for one in fresh if one.props.get(name)}
        values = sorted(value for value in borne if (name, value) not in crowds)
        rows = read_of(store, BY_KEY[name], values, "values")
        news = [row for row in rows if row["uid"] not in found and not passed_over(row["uid"])]
        found |= {one.uid: one for one in mentions(store, news)}
    return found


def pairs(fresh: Sequence[Mention], others: Iterable[Mention], crowds: Crowds) -> Iterator[tuple[Mention, Mention]]:
    """Pairs of a fresh mention and any that shares a key with it and is not plainly another, each once."""
    held: dict[Key, list[Mention]] = defaultdict(list)
    for one in {m.uid: m for m in (*others, *fresh)}.values():
        for key in keys_of(one.props):
            if key not in crowds:
                held[key].append(one)
    news = {one.uid for one in fresh}
    seen: set[Pair] = set()
    for (name, _), bearers in sorted(held.items()):
        for a, b in _meeting(bearers, news, name == "key_names"):
            first, second = (a, b) if a.uid < b.uid else (b, a)
            if (first.uid, second.uid) not in seen and may_be(first, second):
                seen.add((first.uid, second.uid))
                yield first, second


def _meeting(bearers: list[Mention], news: set[str], names: bool) -> Iterator[tuple[Mention, Mention]]:
    """Each fresh bearer of a key with every other, once."""
    fresh = [one for one in bearers if one.uid in news]
    rest = [one for one in bearers if one.uid not in news]
    for at, one in enumerate(fresh):
        for other in (*fresh[at + 1 :], *rest):
            if not (names and _two_births(one.props["dob"], other.props["dob"])):
                yield one, other


def may_be(one: Mention, other: Mention) -> bool:
    """Whether two mentions are of two records, and neither is a name in a note that stands for another."""
    apart = one.props["record"] != other.props["record"]
    return apart and not one.props.get("meant") and not other.props.get("meant")


def _two_births(one: date | None, other: date | None) -> bool:
    """Dates of birth that no slip makes one: another year, and another day of it, day and month changed over or not."""
    if one is None or other is None or one.year == other.year:
        return False
    return (one.month, one.day) not in ((other.month, other.day), (other.day, other.month))


def edge(first: Mention, second: Mention, scored: Scored, band: str) -> Row:
    """The row of a MAY_BE edge, its bits by feature, rounded so that they are the same on every machine."""
    reasons = {name: round(bits, 2) for name, bits in sorted(scored.bits.items())}
    props = {"bits": round(scored.total, 2), "band": band, "reasons": json.dumps(reasons)}
    return {"a": first.uid, "b": second.uid, "props": props}
