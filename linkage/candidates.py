"""Which mentions may be one person: found by keys, scored, and kept on an edge between the two."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from graph.settings import Settings
from graph.store import Row, Store
from linkage.mention import COLUMNS, IDENTIFIERS, KEYS, prepared
from linkage.model import default_model, load_model
from linkage.person import Prepared
from linkage.scoring import Scored, Scorer
from linkage.settings import settings_of

PROJECTION = ", ".join(f"m.{name} AS {name}" for name in COLUMNS)
FETCH = f"UNWIND $uids AS uid MATCH (m:Mention {{uid: uid}}) RETURN {PROJECTION} ORDER BY uid"
FOUND_BY = (*IDENTIFIERS, *(f"key_{name}" for name in KEYS))
BY_KEY = {
    name: f"UNWIND $values AS value MATCH (m:Mention {{{name}: value}}) RETURN DISTINCT {PROJECTION} ORDER BY uid"
    for name in (*FOUND_BY, "key_forename")
}
CHUNK = 5_000
Pair = tuple[str, str]


@dataclass(frozen=True)
class Mention:
    """A mention as linkage holds it: what the graph has, and the same made ready for comparison."""

    props: Mapping[str, Any]
    made: Prepared

    @property
    def uid(self) -> str:
        """Its key."""
        return str(self.props["uid"])


@dataclass(frozen=True)
class Bands:
    """From which probabilities on a pair is the same, or to be reviewed."""

    same: float
    review: float

    def band(self, scored: Scored) -> str | None:
        """`same`, `review`, or None for a pair that is forgotten."""
        if scored.contradiction:
            # Two valid numbers that differ: never one by itself, however much else agrees.
            return "review" if scored.probability >= self.review or scored.evidence else None
        if scored.probability >= self.same and scored.evidence:
            return "same"
        number = any(scored.levels.get(name) == 0 for name in ("nhs", "upn", "number"))
        return "review" if scored.probability >= self.review or number else None


def bands() -> Bands:
    """The bands that the settings say."""
    settings = Settings()
    return Bands(settings.link_same, settings.link_review)


def scorer() -> Scorer:
    """A scorer with the place's model, or the one that is shipped."""
    return _scorer(Settings().link_model)


@cache
def _scorer(model: str | None) -> Scorer:
    return Scorer(settings_of("person"), load_model(Path(model)) if model else default_model())


def mention(row: Row) -> Mention:
    """A row of the graph as a mention."""
    return Mention(row, prepared(row))


def fetch(store: Store, uids: Sequence[str]) -> list[Mention]:
    """The mentions there are of some uids."""
    parts = (store.read(FETCH, uids=list(uids[start : start + CHUNK])) for start in range(0, len(uids), CHUNK))
    return [mention(row) for rows in parts for row in rows]


def near(store: Store, fresh: Sequence[Mention], keys: Iterable[str] = FOUND_BY) -> dict[str, Mention]:
    """The mentions in the store that share a key with some."""
    found: dict[str, Mention] = {}
    for name in keys:
        values = sorted({str(one.props[name]) for one in fresh if one.props.get(name)})
        for start in range(0, len(values), CHUNK):
            for row in store.read(BY_KEY[name], values=values[start : start + CHUNK]):
                if row["uid"] not in found:
                    found[row["uid"]] = mention(row)
    return found


def pairs(fresh: Sequence[Mention], others: Iterable[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Pairs of a fresh mention and any that shares a key with it and is not plainly another, each once."""
    held: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for one in {m.uid: m for m in (*others, *fresh)}.values():
        for name in FOUND_BY:
            if value := one.props.get(name):
                held[name, str(value)].append(one)
    news = {one.uid for one in fresh}
    seen: set[Pair] = set()
    for (name, _), bearers in sorted(held.items()):
        for a, b in _meeting(bearers, news, name == "key_names"):
            first, second = (a, b) if a.uid < b.uid else (b, a)
            if (first.uid, second.uid) not in seen and may_be(first, second):
                seen.add((first.uid, second.uid))
                yield first, second


def _meeting(bearers: list[Mention], news: set[str], names: bool) -> Iterator[tuple[Mention, Mention]]:
    for at, one in enumerate(bearers):
        for other in bearers[at + 1 :]:
            if (one.uid in news or other.uid in news) and not (names and _two_births(one.made, other.made)):
                yield one, other


def may_be(one: Mention, other: Mention) -> bool:
    """Whether two mentions are of two records, and neither is a name in a note that stands for another."""
    apart = one.props["record"] != other.props["record"]
    return apart and not one.props.get("meant") and not other.props.get("meant")


def _two_births(one: Prepared, other: Prepared) -> bool:
    """Dates of birth that no slip makes one: another year, and another day of it."""
    if not one["birth"] or not other["birth"] or one["year"] == other["year"]:
        return False
    day = one["birth"][4:]
    return day != other["birth"][4:] and day != (other["birth_mirrored"] or "")[4:]


def edge(first: Mention, second: Mention, scored: Scored, band: str) -> Row:
    """The row of a MAY_BE edge, its bits by feature, rounded so that they are the same on every machine."""
    reasons = {name: round(bits, 2) for name, bits in sorted(scored.bits.items())}
    props = {"bits": round(scored.total, 2), "band": band, "reasons": json.dumps(reasons)}
    return {"a": first.uid, "b": second.uid, "props": props}
