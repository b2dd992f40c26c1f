"""Which services are or may be listed twice, kept on edges between them so that answers need not compare them again.

How rare a word is depends on all services, so all of them are compared whenever one changes; what is kept is
the same however they came.
"""

import json

from graph.store import Row, Store
from linkage.duplicates import duplicates
from linkage.listed_twice import Pair
from linkage.neighbourhood import changes

KEPT = (
    "MATCH (a:Service)-[e:MAY_BE]->(b:Service) "
    "RETURN a.uid AS a, b.uid AS b, e.bits AS bits, e.band AS band, e.reasons AS reasons, e.judged AS judged ORDER BY a, b"
)


def compare_services(store: Store) -> None:
    """Keep what all services of a place are to one another, by likeness and by judgement."""
    before = {(row["a"], row["b"]): _edge(row["a"], row["b"], row) for row in store.read(KEPT)}
    found = {(edge["a"], edge["b"]): edge for edge in map(_found, duplicates(store))}
    for write in changes(before, found, "Service"):
        store.write(write)


def _found(one: Pair) -> Row:
    first, second = sorted((one.uid_a, one.uid_b))
    bits, reasons = round(sum(one.reasons.values()), 1), json.dumps(dict(sorted(one.reasons.items())))
    return _edge(first, second, {"bits": bits, "band": one.verdict, "reasons": reasons, "judged": one.judged})


def _edge(first: str, second: str, said: Row) -> Row:
    props = {name: said[name] for name in ("bits", "band", "reasons")}
    return {"a": first, "b": second, "props": props | ({"judged": True} if said["judged"] else {})}
