"""The mentions that hang together with some, by likeness, by judgement, or by now being one; and what is kept between them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.paging import in_parts, read_of
from graph.store import Row, Store, Write
from linkage import candidates
from linkage.candidates import Mention, Pair
from linkage.judgements import Standing

ANY = "MATCH (m:Mention)-[e:MAY_BE]->(o:Mention) RETURN m.uid AS uid LIMIT 1"
EDGES = (
    "UNWIND $uids AS uid MATCH (m:Mention {uid: uid})-[e:MAY_BE]-(o:Mention) "
    "RETURN m.uid AS uid, o.uid AS other, e.bits AS bits, e.band AS band, e.reasons AS reasons ORDER BY uid, other"
)
FELLOWS = (
    "UNWIND $values AS value MATCH (m:Mention {uid: value})-[:SAME_AS]->(p:Person)<-[:SAME_AS]-(o:Mention) "
    "RETURN DISTINCT o.uid AS uid ORDER BY uid"
)
STANDING = "UNWIND $values AS value MATCH (m:Mention {meant: value}) RETURN DISTINCT m.uid AS uid ORDER BY uid"
ALIKE = "UNWIND $values AS value MATCH (m:Mention {telling: value}) RETURN DISTINCT m.uid AS uid ORDER BY uid"
FORGET = "UNWIND $rows AS row MATCH (a:{label} {{uid: row.a}})-[e:MAY_BE]->(b:{label} {{uid: row.b}}) DELETE e"
KEEP = (
    "UNWIND $rows AS row MATCH (a:{label} {{uid: row.a}}) MATCH (b:{label} {{uid: row.b}}) "
    "MERGE (a)-[e:MAY_BE]->(b) SET e = row.props"
)


@dataclass
class Neighbourhood:
    """The mentions whose clusters are thought over, and what is known between them."""

    mentions: dict[str, Mention] = field(default_factory=dict)
    edges: dict[Pair, Row] = field(default_factory=dict)


def stored(store: Store, uids: Sequence[str]) -> dict[Pair, Row]:
    """The edges that touch some mentions, by their ends in order."""
    if not store.read(ANY):
        return {}
    found: dict[Pair, Row] = {}
    for row in read_of(store, EDGES, uids):
        a, b = sorted((row["uid"], row["other"]))
        found[a, b] = {"a": a, "b": b, "props": {name: row[name] for name in ("bits", "band", "reasons")}}
    return found


def changes(before: dict[Pair, Row], found: dict[Pair, Row], label: str = "Mention") -> list[Write]:
    """What is to be written of the edges between mentions, or other nodes of a label: only what is new or gone."""
    forget, keep = FORGET.format(label=label), KEEP.format(label=label)
    gone = [{"a": a, "b": b} for a, b in sorted(before.keys() - found.keys())]
    news = [row for pair, row in sorted(found.items()) if before.get(pair) != row]
    return [*([(forget, gone)] if gone else []), *((keep, part) for part in in_parts(news))]


def widen(store: Store, around: Neighbourhood, judged: Standing) -> None:
    """Take in all that hang together with those that are there."""
    frontier = sorted({*around.mentions, *(other for pair in around.edges for other in pair)})
    done: set[str] = set()
    while frontier:
        done.update(frontier)
        missing = [uid for uid in frontier if uid not in around.mentions]
        around.mentions |= {one.uid: one for one in candidates.fetch(store, missing)}
        around.edges = stored(store, frontier) | around.edges
        following = {other for pair in around.edges for other in pair} | judged.beside(frontier)
        told = sorted({str(value) for uid in frontier if (value := around.mentions[uid].props.get("telling"))})
        for text, values in ((FELLOWS, frontier), (STANDING, frontier), (ALIKE, told)):
            following |= {row["uid"] for row in read_of(store, text, values, "values")}
        following |= {str(one.props["meant"]) for one in around.mentions.values() if one.props.get("meant")}
        frontier = sorted(following - done)
