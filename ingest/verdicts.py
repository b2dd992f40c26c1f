"""Rows that were taken in with something to say of them: mended, or without a value that cannot be right."""

import json
from collections.abc import Iterator

from graph.paging import paged
from graph.store import Row, Store
from ingest.row import Verdict

TAKEN = {"warned": Verdict.WARN, "repaired": Verdict.REPAIR}
"""What the command line calls the verdicts beside quarantine."""
_KEYS = "WHERE r.verdict = $verdict AND r.uid > $after RETURN r.uid AS uid ORDER BY uid LIMIT $limit"
KEYS = f"MATCH (r:Record) {_KEYS}"
KEYS_OF = f"MATCH (r:Record {{source: $source}}) {_KEYS}"
LISTED = (
    "UNWIND $uids AS chosen MATCH (r:Record {uid: chosen}) RETURN r.uid AS uid, r.source AS source, r.file AS file, r.row_key AS row_key, r.verdict AS verdict, "
    "r.problems AS problems, r.restricted AS restricted, r.recorded_on AS recorded_on ORDER BY uid"
)


def listed(store: Store, verdict: Verdict, source: str | None = None, code: str | None = None) -> Iterator[Row]:
    """Records with a verdict, with their problems as objects; values of restricted ones were never kept."""
    by_source = {"source": source} if source else {}
    for row in paged(store, KEYS_OF if source else KEYS, LISTED, verdict=verdict.value, **by_source):
        problems = [json.loads(problem) for problem in row["problems"] or []]
        if code is None or code in {problem["code"] for problem in problems}:
            yield {**row, "problems": problems}
