"""Services of a place that are listed twice: found in the graph, with reasons, and with what people said of them."""

from graph.store import Row, Store
from linkage.listed_twice import Pair
from linkage.node_judgements import Judged, judged
from linkage.service import Likeness, likenesses, listing, one_service, worth

SERVICES = (
    "MATCH (s:Service)<-[:SAYS]-(r:Record) OPTIONAL MATCH (o:Organisation)-[:PROVIDES]->(s) "
    "OPTIONAL MATCH (s)-[:MEETS]->(n:Need) "
    "RETURN s.uid AS uid, r.source AS source, s.full_name AS name, s.description AS description, s.eligibility AS eligibility, "
    "s.url AS url, s.contact AS phone, s.address AS address, s.postcode AS postcode, s.meets_when AS when, s.status AS status, "
    "s.minimum_age AS minimum_age, s.maximum_age AS maximum_age, o.full_name AS provider, n.uid AS need "
    "ORDER BY uid, source, provider, need"
)


def duplicates(store: Store) -> list[Pair]:
    """Pairs of active services that are or may be one, likeliest first.

    A directory knows what it lists, so that a listing has one fellow in another at the most; two of one directory
    are never joined, and are shown for review where name and postcode are the same.
    """
    services = _services(store)
    sources = {source: at for at, source in enumerate(sorted({row["source"] for row in services}))}
    files = [sources[row["source"]] for row in services]
    listings = [listing(row) for row in services]
    found = likenesses(listings, files)
    group_of = {one: at for at, group in enumerate(one_service(listings, found, files)) for one in group}
    said = judged(store)
    told = [_pair(services, pair, group_of, said) for pair in found]
    return [pair for pair in told if pair.verdict != "different" or pair.judged]


def _pair(services: list[Row], pair: Likeness, group_of: dict[int, int], known: Judged) -> Pair:
    a, b = services[pair.left], services[pair.right]
    said = known.get(frozenset((a["uid"], b["uid"])))
    together = group_of[pair.left] == group_of[pair.right]
    verdict = said or ("same" if together else "review" if pair.verdict(worth()) != "different" else "different")
    reasons = {name: round(bits, 1) for name, bits in pair.reasons.items()}
    ends = (a["uid"], a["name"], a["provider"], b["uid"], b["name"], b["provider"])
    return Pair(*ends, verdict, said is not None, round(pair.probability, 4), reasons)


def _services(store: Store) -> list[Row]:
    """Active services, one row each, with their needs; of several directories that name one, the first."""
    found: dict[str, Row] = {}
    for row in store.read(SERVICES):
        kept = found.setdefault(row["uid"], {**row, "needs": []})
        if row["need"] and row["need"] not in kept["needs"]:
            kept["needs"].append(row["need"])
    return [row for row in found.values() if (row["status"] or "active") == "active"]
