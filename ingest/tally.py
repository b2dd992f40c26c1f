"""What each run counted, so that a source's flaws can be followed over time."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.store import Store

_TOLD = "RETURN r.source AS source, r.started AS started, r.counts AS counts ORDER BY source, started, counts"
RUNS = f"MATCH (r:Run) WHERE r.counts IS NOT NULL {_TOLD}"
RUNS_OF = f"MATCH (r:Run) WHERE r.source = $source AND r.counts IS NOT NULL {_TOLD}"


RAN = (
    "MATCH (r:Run) WHERE ($source IS NULL OR r.source = $source) AND r.started IS NOT NULL RETURN r.uid AS uid, r.source AS source, "
    "r.started AS started, r.ended AS ended, r.state AS state, r.content_hash AS content_hash, r.counts AS counts "
    "ORDER BY started DESC, uid LIMIT $most"
)


@dataclass(frozen=True)
class Ran:
    """One run of one source: when, of which files (a hash over them), how it ended, and what it counted."""

    source: str
    started: str
    ended: str | None
    state: str
    content_hash: str | None
    counts: dict[str, Any]


def runs(store: Store, source: str | None, most: int) -> list[Ran]:
    """The latest runs, the latest first."""
    return [
        Ran(r["source"], r["started"], r["ended"], r["state"], r["content_hash"], json.loads(r["counts"] or "{}"))
        for r in store.read(RAN, source=source, most=most)
    ]


@dataclass(frozen=True)
class Tally:
    """One run of one source: how many rows it read and refused, and how often for which reason."""

    source: str
    started: str
    read: int
    quarantined: int
    reasons: dict[str, int]


def tallies(store: Store, source: str | None = None, since: date | None = None) -> Iterator[Tally]:
    """The runs of each source that came to their end, oldest first."""
    rows = store.read(RUNS_OF, source=source) if source else store.read(RUNS)
    for row in rows:
        counts = json.loads(row["counts"])
        if "read" in counts and (since is None or row["started"][:10] >= since.isoformat()):
            yield Tally(row["source"], row["started"], counts["read"], counts["quarantined"], counts["problems"])
