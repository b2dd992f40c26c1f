"""Rows that were taken in with something to say of them: mended, or without a value that cannot be right."""

import json
from collections.abc import Iterator

from graph.paging import paged
from graph.protected import protected
from graph.store import Row, Store
from ingest.row import Verdict, without_value

TAKEN = {"warned": Verdict.WARN, "repaired": Verdict.REPAIR}
"""What the command line calls the verdicts beside quarantine."""
_KEYS = "WHERE r.verdict = $verdict AND r.uid > $after RETURN r.uid AS uid ORDER BY uid LIMIT $limit"
KEYS = f"MATCH (r:Record) {_KEYS}"
KEYS_OF = f"MATCH (r:Record {{source: $source}}) {_KEYS}"
LISTED = (
    "UNWIND $uids AS chosen MATCH (r:Record {uid: chosen}) RETURN r.uid AS uid, r.source AS source, r.file AS file, r.row_key AS row_key, r.verdict AS verdict, "
    "r.problems AS problems, r.restricted AS restricted, r.recorded_on AS recorded_on, "
    "[(r)-[:SAYS]->(m:Mention) | m.full_name] AS people, [(r)-[:SAYS]->(m:Mention) | m.postcode] AS postcodes, "
    "[(r)-[:SAYS]->(m:Mention)-[:SAME_AS]->(p:Person) WHERE p.restricted = true | p.uid] AS protected ORDER BY uid"
)
OWN = ("people", "postcodes", "protected")
"""Columns that only tell whether somebody restricted is meant."""


def listed(
    store: Store, verdict: Verdict, source: str | None = None, code: str | None = None, cleared: bool = False
) -> Iterator[Row]:
    """Records with a verdict, with their problems as objects; the values only for whoever is cleared where a record is restricted.

    One is by its own mark, or because it speaks of somebody restricted, or of somebody just like them.
    """
    known = protected(store)
    by_source = {"source": source} if source else {}
    for row in paged(store, KEYS_OF if source else KEYS, LISTED, verdict=verdict.value, **by_source):
        problems = [json.loads(problem) for problem in row["problems"] or []]
        values = [*row["people"], *row["postcodes"], *(problem[name] for problem in problems for name in ("value", "what"))]
        restricted = row["restricted"] or bool(row["protected"]) or known.are_in(values) or None
        if restricted and not cleared:
            problems = [without_value(problem) for problem in problems]
        if code is None or code in {problem["code"] for problem in problems}:
            shown = {name: value for name, value in row.items() if name not in OWN}
            yield {**shown, "problems": problems, "restricted": restricted}
