"""What is at stake where services overlap: money that records tell of, and what bringing two together would touch."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from queries.months import months_before
from queries.overlap_parts import Pair
from queries.question import Asked, Evidence, Row
from queries.suppression import told

GRANTED_FOR, REFERRED_FOR = 60, 12
"""Grants of so many months and referrals of so many months before the day count."""
PROVIDERS = (
    "UNWIND $uids AS uid MATCH (s:Service {uid: uid})<-[:PROVIDES]-(o:Organisation) "
    "RETURN DISTINCT uid AS service, o.uid AS provider, o.full_name AS full_name ORDER BY service, provider"
)
LISTINGS = (
    "UNWIND $uids AS uid MATCH (s:Service {uid: uid})<-[:SAYS]-(r:Record) "
    "RETURN DISTINCT uid AS service, r.file_key AS record ORDER BY service, record"
)
GRANTS = (
    "UNWIND $uids AS uid MATCH (o:Organisation {uid: uid})<-[:TO]-(g:Grant)<-[:SAYS]-(r:Record) "
    "WHERE g.amount IS NOT NULL AND coalesce(g.currency, 'GBP') = 'GBP' AND g.awarded_on >= $since AND g.awarded_on <= $day "
    "RETURN DISTINCT uid AS provider, g.uid AS event, g.amount AS amount, g.awarded_on AS said_on, "
    "coalesce(g.programme, g.full_name) AS words, r.file_key AS record ORDER BY provider, event, record"
)
SPENT = (
    "UNWIND $needs AS need MATCH (n:Need {uid: need})<-[:ABOUT]-(t:Statement)<-[:SAYS]-(r:Record) "
    "WHERE t.amount IS NOT NULL AND (t.said_on IS NULL OR t.said_on <= $day) "
    "RETURN DISTINCT need AS need, t.uid AS event, t.topic AS topic, t.amount AS amount, t.said_on AS said_on, t.words AS words, "
    "r.file_key AS record, [(t)-[:ABOUT]->(a:Area) | a.uid] AS areas ORDER BY need, event, record"
)
REFERRED = (
    "UNWIND $uids AS uid MATCH (o:Organisation {uid: uid})<-[:TO]-(g:Referral)-[:ABOUT]->(m:Mention)-[:SAME_AS]->(p:Person) "
    "WHERE g.referred_on >= $since AND g.referred_on <= $day AND coalesce(p.restricted, false) = false "
    "MATCH (g)<-[:SAYS]-(r:Record) WHERE coalesce(r.restricted, false) = false "
    "RETURN DISTINCT uid AS provider, p.uid AS person ORDER BY provider, person"
)
WORKERS = (
    "UNWIND $uids AS uid MATCH (o:Organisation {uid: uid})<-[:WORKS_FOR]-(w:Practitioner) "
    "RETURN DISTINCT uid AS provider, w.uid AS worker ORDER BY provider, worker"
)
ASSETS = (
    "UNWIND $needs AS need MATCH (n:Need {uid: need})<-[:OFFERS]-(x:Asset)-[:COVERS]->(a:Area) "
    "WHERE coalesce(x.status, 'active') = 'active' RETURN DISTINCT need AS need, x.uid AS asset, a.uid AS area ORDER BY need, asset, area"
)


@dataclass(frozen=True)
class Spend:
    """Money that records tell of: granted to a provider, for whatever purpose, or spent on a need that both meet."""

    on: str
    """The provider, or the need."""
    pounds: float
    told: str
    said_on: date | None
    """The latest day it is told of."""
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Stakes:
    """What is known around the providers, needs and areas of some overlaps."""

    records: Mapping[str, Sequence[str]]
    """The listings of each service, as FILE#KEY."""
    providers: Mapping[str, Sequence[str]]
    granted: Mapping[str, Spend]
    spent: Mapping[str, Sequence[tuple[frozenset[str], Spend]]]
    referred: Mapping[str, frozenset[str]]
    workers: Mapping[str, frozenset[str]]
    assets: Mapping[str, Mapping[str, frozenset[str]]]

    def listings(self, pair: Pair) -> list[str]:
        """The records that list either of the two."""
        return sorted({record for service in pair.services for record in self.records.get(service, ())})

    def spend(self, pair: Pair) -> tuple[Spend, ...]:
        """Grants to the providers, and what is told to be spent on the needs they share, in the areas they share."""
        needs, areas = pair.one.needs & pair.other.needs, pair.one.areas & pair.other.areas
        found = [self.granted[uid] for uid in self._providers(pair) if uid in self.granted]
        found += [
            spend for need in sorted(needs) for covered, spend in self.spent.get(need, ()) if not covered or covered & areas
        ]
        return tuple(dict.fromkeys(found))

    def touched(self, pair: Pair) -> tuple[str, ...]:
        """What bringing the two together would touch, counted; of people so that a table about many tells of nobody.

        What no record tells of is left out.
        """
        needs, areas = pair.one.needs & pair.other.needs, pair.one.areas & pair.other.areas
        uids = self._providers(pair)
        people = set().union(*(self.referred.get(uid, ()) for uid in uids))
        workers = set().union(*(self.workers.get(uid, ()) for uid in uids))
        assets = {asset for need in needs for asset, covered in self.assets.get(need, {}).items() if covered & areas}
        counted = (
            (people, f"{told(len(people))} referred to their providers in {REFERRED_FOR} months"),
            (workers, f"{len(workers)} {'worker' if len(workers) == 1 else 'workers'} of their providers"),
            (assets, f"{len(assets)} {'asset' if len(assets) == 1 else 'assets'} there for the same needs"),
        )
        return tuple(words for found, words in counted if found)

    def _providers(self, pair: Pair) -> list[str]:
        return sorted({uid for service in pair.services for uid in self.providers.get(service, ())})


def stakes_of(pairs: Sequence[Pair], asked: Asked) -> Stakes:
    """What is known around the overlaps that are shown, read for all of them together."""
    services = sorted({uid for pair in pairs for uid in pair.services})
    needs = sorted({need for pair in pairs for need in pair.one.needs & pair.other.needs})
    rows = _read(PROVIDERS, asked, uids=services)
    names = {row["provider"]: row["full_name"] for row in rows}
    uids, day = sorted(names), asked.as_of
    granted = _read(GRANTS, asked, uids=uids, since=months_before(day, GRANTED_FOR), day=day)
    return Stakes(
        records=_grouped(_read(LISTINGS, asked, uids=services), "service", "record"),
        providers=_grouped(rows, "service", "provider"),
        granted={uid: _granted(names[uid] or uid, many) for uid, many in _by(granted, "provider").items()},
        spent={need: _spent(many, asked) for need, many in _by(_read(SPENT, asked, needs=needs, day=day), "need").items()},
        referred=_sets(_read(REFERRED, asked, uids=uids, since=months_before(day, REFERRED_FOR), day=day), "person"),
        workers=_sets(_read(WORKERS, asked, uids=uids), "worker"),
        assets={need: _covered(many, asked) for need, many in _by(_read(ASSETS, asked, needs=needs), "need").items()},
    )


def _read(text: str, asked: Asked, **parameters: object) -> list[Row]:
    """Rows; none where nothing is asked after."""
    return asked.place.rows(text, **parameters) if parameters.get("uids") or parameters.get("needs") else []


def _granted(provider: str, rows: Sequence[Row]) -> Spend:
    once = {row["event"]: row for row in rows}
    pounds = sum(row["amount"] for row in once.values())
    last = max(row["said_on"] for row in rows)
    since = min(row["said_on"] for row in rows)
    count = f"{len(once)} grants" if len(once) > 1 else "one grant"
    evidence = {Evidence(row["record"], row["said_on"], row["words"]) for row in rows}
    told_ = f"£{pounds:,.0f} to {provider} in {count} since {since.isoformat()}, for whatever purpose"
    return Spend(provider, pounds, told_, last, tuple(sorted(evidence, key=lambda one: (one.record, one.words or ""))))


def _spent(rows: Sequence[Row], asked: Asked) -> list[tuple[frozenset[str], Spend]]:
    found = []
    for row in {row["event"]: row for row in rows}.values():
        areas = frozenset(leaf for area in row["areas"] for leaf in asked.place.smallest(area))
        told_ = f"£{row['amount']:,.0f}: {row['words'] or row['topic'] or row['need']}"
        found.append(
            (
                areas,
                Spend(
                    row["need"], row["amount"], told_, row["said_on"], (Evidence(row["record"], row["said_on"], row["words"]),)
                ),
            )
        )
    return found


def _covered(rows: Iterable[Row], asked: Asked) -> dict[str, frozenset[str]]:
    """The smallest areas of each asset."""
    areas: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        areas[row["asset"]] |= asked.place.smallest(row["area"])
    return {asset: frozenset(leaves) for asset, leaves in areas.items()}


def _by(rows: Iterable[Row], name: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[name]].append(row)
    return found


def _grouped(rows: Iterable[Row], by: str, what: str) -> dict[str, list[str]]:
    return {key: [row[what] for row in many] for key, many in _by(rows, by).items()}


def _sets(rows: Iterable[Row], what: str) -> dict[str, frozenset[str]]:
    return {key: frozenset(found) for key, found in _grouped(rows, "provider", what).items()}
