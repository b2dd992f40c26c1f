"""Taking a place in: its sources one by one, then who is who."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from graph import families, linkage, writing
from graph.store import Store
from ingest.counts import Counts
from ingest.place import Place, Supply
from ingest.run import SourceRun


class CarriesOut(Protocol):
    """The run of one source, wherever its work is done."""

    def carry_out(self, areas: list[dict[str, Any]]) -> tuple[Counts, writing.Touched]:
        """Read, map and write the source."""


RunMaker = Callable[[Store, Place, Supply, bool], CarriesOut]
"""What makes the run of a source: on this machine, or on Spark."""


@dataclass
class Outcome:
    """What a run did, source by source, and what it had to say."""

    counts: list[Counts] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    persons: int = 0


def ingest(
    store: Store,
    place: Place,
    *,
    accept_withdrawals: bool = False,
    only: str | None = None,
    run_of: RunMaker = SourceRun,
) -> Outcome:
    """Take a whole place in, or one of its sources.

    Raises KithError for a file, mapping or store that cannot be used; whatever was committed before
    stays, and the same call again goes on from there.
    """
    outcome = Outcome()
    unfinished = {row["source"] for row in store.read(UNFINISHED)}
    touched = writing.Touched(set(), set())
    removed = bool(unfinished)
    for supply in place.supplies:
        if only is None or supply.mapping.source == only:
            if supply.mapping.reads.format == "note" and (touched.mentions or unfinished):
                # A note is read against the people that records know, so they are said first.
                _join(store, outcome, touched, bool(unfinished), removed)
                touched = writing.Touched(set(), set())
            run = run_of(store, place, supply, accept_withdrawals)
            counts, changed = run.carry_out(store.read(AREAS))
            outcome.counts.append(counts)
            touched.mentions |= changed.mentions
            touched.shared |= changed.shared
            removed = removed or bool(counts.withdrawn or counts.changed)
    _join(store, outcome, touched, bool(unfinished), removed)
    store.write((FINISH, [{}]))
    return outcome


def _join(store: Store, outcome: Outcome, touched: writing.Touched, resumed: bool, removed: bool) -> None:
    """Say who is who after the loading; after a run that was cut off, for all it may have left."""
    if resumed:
        touched.mentions |= {row["uid"] for row in store.read(linkage.UNLINKED)}
        touched.shared |= {(label, row["uid"]) for label in writing.SHARED for row in store.read(SAID[label])}
    writing.settle(store, touched.shared)
    persons = linkage.link(store, touched.mentions) if touched.mentions else set()
    if persons or resumed:
        large = families.gather(store, persons | {row["uid"] for row in store.read(families.UNGATHERED)})
        outcome.warnings += [f"family {uid} has over {families.LARGE} members: look at its kin" for uid in large]
    if removed:
        writing.sweep(store)
    outcome.persons += len(persons)


UNFINISHED = "MATCH (r:Run) WHERE r.state = 'open' RETURN DISTINCT r.source AS source ORDER BY source"
FINISH = "UNWIND $rows AS row MATCH (r:Run) WHERE r.state = 'open' SET r.state = 'done'"
AREAS = "MATCH (a:Area) RETURN a.uid AS uid, a.full_name AS full_name ORDER BY uid"
SAID = {label: f"MATCH (r:Record)-[:SAYS]->(n:{label}) RETURN DISTINCT n.uid AS uid ORDER BY uid" for label in writing.SHARED}
