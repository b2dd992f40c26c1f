"""Services of a place that are listed twice: found in the graph, with reasons, and with what people said of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from graph import cypher
from graph.errors import QuestionError
from graph.statement import uid_of
from graph.store import Row, Store
from linkage.service import Likeness, likenesses, listing, one_service, worth

SERVICES = (
    "MATCH (s:Service)<-[:SAYS]-(r:Record) OPTIONAL MATCH (o:Organisation)-[:PROVIDES]->(s) "
    "OPTIONAL MATCH (s)-[:MEETS]->(n:Need) "
    "RETURN s.uid AS uid, r.source AS source, s.full_name AS name, s.description AS description, s.eligibility AS eligibility, "
    "s.url AS url, s.contact AS phone, s.address AS address, s.postcode AS postcode, s.meets_when AS when, s.status AS status, "
    "s.minimum_age AS minimum_age, s.maximum_age AS maximum_age, o.full_name AS provider, n.uid AS need "
    "ORDER BY uid, source, provider, need"
)
JUDGED = (
    "MATCH (j:Judgement) WHERE j.undone IS NULL AND j.service_a IS NOT NULL "
    "RETURN j.service_a AS a, j.service_b AS b, j.verdict AS verdict, j.number AS number ORDER BY a, b, number"
)
VERDICTS = ("same", "overlaps", "different")


@dataclass(frozen=True)
class Duplicate:
    """Two listings that are, or may be, one service."""

    service_a: str
    name_a: str | None
    provider_a: str | None
    service_b: str
    name_b: str | None
    provider_b: str | None
    verdict: str
    """`same` or `review`, as the likeness says; or what somebody judged: `same`, `overlaps`, `different`."""
    judged: bool
    probability: float
    reasons: Mapping[str, float]
    """Bits for and against, by what they are about."""


def duplicates(store: Store) -> list[Duplicate]:
    """Pairs of active services of two directories that are or may be one, likeliest first.

    Each directory is taken to be free of duplicates, so that a listing has one fellow in another at the most.
    """
    services = _services(store)
    sources = sorted({row["source"] for row in services})
    files = [sources.index(row["source"]) for row in services]
    listings = [listing(row) for row in services]
    found = likenesses(listings, files)
    one = {frozenset(group) for group in one_service(listings, found, files)}
    judged = {frozenset((row["a"], row["b"])): str(row["verdict"]) for row in store.read(JUDGED)}
    told = [_duplicate(services, pair, one, judged) for pair in found]
    return [pair for pair in told if pair.verdict != "different" or pair.judged]


def _duplicate(services: list[Row], pair: Likeness, one: set[frozenset[int]], judged: Mapping[frozenset[str], str]) -> Duplicate:
    a, b = services[pair.left], services[pair.right]
    said = judged.get(frozenset((a["uid"], b["uid"])))
    together = any({pair.left, pair.right} <= group for group in one)
    verdict = said or ("same" if together else "review" if pair.verdict(worth()) != "different" else "different")
    reasons = {name: round(bits, 1) for name, bits in pair.reasons.items()}
    ends = (a["uid"], a["name"], a["provider"], b["uid"], b["name"], b["provider"])
    return Duplicate(*ends, verdict, said is not None, round(pair.probability, 4), reasons)


def _services(store: Store) -> list[Row]:
    """Active services, one row each, with their needs; of several directories that name one, the first."""
    found: dict[str, Row] = {}
    for row in store.read(SERVICES):
        kept = found.setdefault(row["uid"], {**row, "needs": []})
        if row["need"] and row["need"] not in kept["needs"]:
            kept["needs"].append(row["need"])
    return [row for row in found.values() if (row["status"] or "active") == "active"]


def judge_services(store: Store, one: str, other: str, verdict: str, by: str, reason: str, on: date) -> str:
    """Keep what somebody says of two services; returns the judgement's uid.

    Raises QuestionError for an unknown verdict or service.
    """
    if verdict not in VERDICTS:
        raise QuestionError(f"{verdict!r} is no verdict on services", f"Say one of: {', '.join(VERDICTS)}")
    known = {row["uid"] for row in store.read(cypher.chosen_nodes("Service", ["uid"]), uids=[one, other])}
    if missing := [uid for uid in (one, other) if uid not in known]:
        raise QuestionError(f"there is no service {missing[0]}", "Name the uids that `kith link services` shows")
    first, second = sorted((one, other))
    number = 1 + sum({row["a"], row["b"]} == {first, second} for row in store.read(JUDGED))
    uid = uid_of("Judgement", first, second, str(number), str(on))
    props = {"uid": uid, "verdict": verdict, "service_a": first, "service_b": second, "number": number}
    props |= {"decided_by": by, "decided_on": on, "reason": reason}
    store.write((cypher.upsert_nodes("Judgement"), [{"uid": uid, "props": props}]))
    return uid
