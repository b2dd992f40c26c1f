"""Whom a worker is employed by, where the record that names them leaves it to be its own agency."""

from collections.abc import Collection

from queries.question import Asked

NAMESAKES = (
    "UNWIND $uids AS uid MATCH (w:Practitioner {uid: uid}) MATCH (n:Practitioner) "
    "WHERE n.surname = w.surname AND n.full_name = w.full_name AND n.uid <> uid AND n.organisation IS NOT NULL AND (EXISTS { MATCH (n)-[:IN_TEAM]->(t:Team) } OR "
    "EXISTS { MATCH (n)-[s:SUPPORTS]->(m:Mention)<-[:SAYS]-(r:Record)-[:FROM]->(o:Source) WHERE o.uid IN $sources }) "
    "RETURN DISTINCT uid AS worker, n.organisation AS organisation ORDER BY worker, organisation"
)


def employers_told(workers: Collection[str], sources: Collection[str], asked: Asked) -> dict[str, str]:
    """The employer of each worker who is named in full, with one, in a list of teams or elsewhere in the same sources.

    An agency's form says who leads, and seldom for whom they work: a school's deputy leads an Early Help
    assessment. Whoever is told with two employers is left out, for they may be two people.
    """
    found: dict[str, set[str]] = {}
    rows = asked.place.rows(NAMESAKES, uids=sorted(workers), sources=sorted(sources)) if workers else []
    for row in rows:
        found.setdefault(row["worker"], set()).add(row["organisation"])
    return {worker: next(iter(told)) for worker, told in found.items() if len(told) == 1}
