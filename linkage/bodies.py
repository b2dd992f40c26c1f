"""Organisations that may be one under two names or two numbers: found in the graph, with reasons, for a person to judge."""

from math import log2

from graph.store import Row, Store
from linkage.linking import link
from linkage.listed_twice import End, Pair, pair_of
from linkage.model import default_model
from linkage.node_judgements import judged
from linkage.settings import settings_of

BODIES = (
    "MATCH (o:Organisation) WHERE o.full_name IS NOT NULL RETURN o.uid AS uid, o.full_name AS name, o.address AS address, "
    "o.postcode AS postcode, o.phone AS phone, o.url AS url, o.org_id AS org_id, o.charity_number AS charity_number, "
    "o.company_number AS company_number ORDER BY uid"
)
NUMBERS = ("org_id", "charity_number", "company_number")


def bodies_alike(store: Store) -> list[Pair]:
    """Pairs of organisations that may be one, likeliest first, with what was judged of them.

    Two different charity numbers are two charities, whatever else they share.
    """
    rows = store.read(BODIES)
    kind, said = settings_of("organisation"), judged(store)
    scored = link(kind, rows, model=default_model("organisation")).pairs
    chosen = scored.where(scored.total >= log2(kind.review / (1 - kind.review)))
    found = []
    for at, (left, right) in enumerate(zip(chosen.left.tolist(), chosen.right.tolist(), strict=True)):
        one, other = rows[left], rows[right]
        verdict = said.get(frozenset((one["uid"], other["uid"])))
        if verdict is None and any(one[name] and other[name] and one[name] != other[name] for name in NUMBERS):
            continue
        bits = {name: float(column[at]) for name, column in chosen.bits.items()}
        reasons = {"to begin with": float(chosen.total[at]) - sum(bits.values()), **bits}
        found.append(pair_of(_end(one), _end(other), reasons, verdict))
    return sorted(found, key=lambda pair: (-pair.probability, pair.uid_a, pair.uid_b))


def _end(row: Row) -> End:
    return row["uid"], row["name"], row["address"] or row["postcode"]
