"""Who is who in the graph: touched mentions are scored against their likely fellows, and clustered anew.

What comes out depends on the mentions there are and on what people have judged, never on the order in which
they came: a pair's bits are of the two alone, and a person is keyed by the first of their mentions.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import log2

from graph.store import Row, Store, Write
from linkage import candidates, judgements
from linkage.candidates import CHUNK, Bands, Mention, Pair
from linkage.clustering import cluster
from linkage.identified import told_apart
from linkage.persons import Reasons, write_persons
from linkage.scoring import Scorer
from linkage.settings import Kind, settings_of

HOW_MANY = "MATCH (m:Mention) RETURN count(m) AS mentions"
ANY = "MATCH (m:Mention)-[e:MAY_BE]->(o:Mention) RETURN m.uid AS uid LIMIT 1"
EDGES = (
    "UNWIND $uids AS uid MATCH (m:Mention {uid: uid})-[e:MAY_BE]-(o:Mention) "
    "RETURN m.uid AS uid, o.uid AS other, e.bits AS bits, e.band AS band, e.reasons AS reasons ORDER BY uid, other"
)
FELLOWS = (
    "UNWIND $uids AS uid MATCH (m:Mention {uid: uid})-[:SAME_AS]->(p:Person)<-[:SAME_AS]-(o:Mention) "
    "RETURN DISTINCT o.uid AS uid ORDER BY uid"
)
STANDING = "UNWIND $values AS value MATCH (m:Mention {meant: value}) RETURN DISTINCT m.uid AS uid ORDER BY uid"
FORGET = "UNWIND $rows AS row MATCH (a:Mention {uid: row.a})-[e:MAY_BE]->(b:Mention {uid: row.b}) DELETE e"
KEEP = (
    "UNWIND $rows AS row MATCH (a:Mention {uid: row.a}) MATCH (b:Mention {uid: row.b}) "
    "MERGE (a)-[e:MAY_BE]->(b) SET e = row.props"
)


@dataclass
class Neighbourhood:
    """The mentions whose clusters are thought over, and what is known between them."""

    mentions: dict[str, Mention] = field(default_factory=dict)
    edges: dict[Pair, Row] = field(default_factory=dict)


def link(store: Store, touched: Iterable[str]) -> set[str]:
    """Point each touched mention, and whoever may be the same, at a person; returns persons changed."""
    fresh = candidates.fetch(store, sorted(set(touched)))
    whole = store.read(HOW_MANY)[0]["mentions"] == len(fresh)
    others = {} if whole else candidates.near(store, fresh)
    scorer, bands = candidates.chosen()
    found = _score(fresh, others, scorer, bands)
    edges = _changes(_stored(store, [one.uid for one in fresh]), found)
    around = Neighbourhood({**others, **{one.uid: one for one in fresh}} if whole else {one.uid: one for one in fresh}, found)
    judged = judgements.standing(store)
    news = {one.uid for one in fresh}
    if not whole:
        _widen(store, around, judged, touched)
    # What was kept of the touched before is known anew.
    around.edges = {pair: row for pair, row in around.edges.items() if pair in found or not news & set(pair)}
    groups = _clusters(around, judged, bands.same)
    return write_persons(store, groups, around.mentions, Reasons(around.edges, judged.together), edges)


def _score(fresh: list[Mention], others: dict[str, Mention], scorer: Scorer, bands: Bands) -> dict[Pair, Row]:
    found: dict[Pair, Row] = {}
    for one, other in candidates.pairs(fresh, others.values()):
        scored = scorer.score(one.made, other.made)
        if band := bands.band(scored, candidates.doubtful(one, other)):
            found[one.uid, other.uid] = candidates.edge(one, other, scored, band)
    return found


def _stored(store: Store, uids: list[str]) -> dict[Pair, Row]:
    """The edges that touch some mentions, by their ends in order."""
    if not store.read(ANY):
        return {}
    found: dict[Pair, Row] = {}
    for start in range(0, len(uids), CHUNK):
        for row in store.read(EDGES, uids=uids[start : start + CHUNK]):
            a, b = sorted((row["uid"], row["other"]))
            found[a, b] = {"a": a, "b": b, "props": {name: row[name] for name in ("bits", "band", "reasons")}}
    return found


def _changes(before: dict[Pair, Row], found: dict[Pair, Row]) -> list[Write]:
    """What is to be written of the edges between mentions: only what is new or gone."""
    gone = [{"a": a, "b": b} for a, b in sorted(before.keys() - found.keys())]
    news = [row for pair, row in sorted(found.items()) if before.get(pair) != row]
    parts: list[Write] = [(FORGET, gone)] if gone else []
    return parts + [(KEEP, news[start : start + CHUNK]) for start in range(0, len(news), CHUNK)]


def _widen(store: Store, around: Neighbourhood, judged: judgements.Standing, touched: Iterable[str]) -> None:
    """Take in all that hang together with the touched, by likeness, by judgement, or by now being one."""
    frontier = sorted({*around.mentions, *(other for pair in around.edges for other in pair)})
    done: set[str] = set()
    while frontier:
        done.update(frontier)
        missing = [uid for uid in frontier if uid not in around.mentions]
        around.mentions |= {one.uid: one for one in candidates.fetch(store, missing)}
        around.edges = _stored(store, frontier) | around.edges
        following = {other for pair in around.edges for other in pair} | judged.beside(frontier)
        for text, name in ((FELLOWS, "uids"), (STANDING, "values")):
            for start in range(0, len(frontier), CHUNK):
                following |= {row["uid"] for row in store.read(text, **{name: frontier[start : start + CHUNK]})}
        following |= {str(one.props["meant"]) for one in around.mentions.values() if one.props.get("meant")}
        frontier = sorted(following - done)


def _clusters(around: Neighbourhood, judged: judgements.Standing, same: float) -> list[list[str]]:
    """The uids of the mentions of one person each."""
    uids = sorted(around.mentions)
    at = {uid: number for number, uid in enumerate(uids)}
    kind = settings_of("person")
    shift = log2(same / (1 - same))
    identified = told_apart(around.mentions, around.edges, shift)
    pairs = []
    for (a, b), row in sorted(around.edges.items()):
        if a in at and b in at:
            bits = float(row["props"]["bits"]) - shift
            pairs.append((at[a], at[b], min(bits, kind.strongest) if (a, b) in identified else _joining(kind, row, shift)))
    apart = [(at[a], at[b]) for a, b in sorted(judged.apart) if a in at and b in at]
    apart += [(at[a], at[b]) for a, b in _beside(around)]
    # A name in a note stands for a mention in a record; nothing else is known of it.
    meant = [(at[str(m.props["meant"])], at[uid]) for uid, m in sorted(around.mentions.items()) if m.props.get("meant") in at]
    together = [(at[a], at[b]) for a, b in sorted(judged.together) if a in at and b in at]
    numbers = [tuple(around.mentions[uid].made[column] for column in kind.contradict) for uid in uids]
    groups = cluster(len(uids), pairs, [*together, *meant], apart, kind.unsaid, numbers=numbers)
    return [[uids[one] for one in group] for group in groups]


def _joining(kind: Kind, row: Row, shift: float) -> float:
    """What a pair says in a cluster: nothing for one person without evidence of the person, and little against."""
    bits = min(kind.strongest, float(row["props"]["bits"]) - shift)
    if row["props"]["band"] == "same":
        return bits
    told = json.loads(row["props"]["reasons"])
    # Two who differ in forename or birth are two; where one is not said, nobody knows.
    return min(bits, kind.unproven) if {"forename", "birth"} <= told.keys() else min(bits + shift, 0.0)


def _beside(around: Neighbourhood) -> Iterator[Pair]:
    """Mentions of one record under different forenames: it speaks of two people."""
    held: dict[str, list[Mention]] = defaultdict(list)
    for one in around.mentions.values():
        if not one.props.get("meant"):
            held[str(one.props["record"])].append(one)
    for fellows in held.values():
        for at, one in enumerate(fellows):
            for other in fellows[at + 1 :]:
                if _other_forename(one, other):
                    yield one.uid, other.uid


def _other_forename(one: Mention, other: Mention) -> bool:
    if not one.made["forename"] or not other.made["forename"]:
        return False
    return set(one.made["forename_slips"]).isdisjoint(other.made["forename_slips"])
