"""Taking a place in: its sources one by one, then who is who."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from graph import lease
from graph.errors import KithError, StoreError
from graph.store import Store
from ingest import retaining
from ingest.counts import Counts
from ingest.joining import Joining
from ingest.offers import holding
from ingest.place import Place, Supply
from ingest.progress import Progress, Unwatched
from ingest.run import SourceRun


class CarriesOut(Protocol):
    """The run of one source, wherever its work is done."""

    def carry_out(self, areas: list[dict[str, str]]) -> Counts:
        """Read, map and write the source, and tell its `joining` what was touched."""


Carrier = Callable[[SourceRun], CarriesOut]
"""Who carries the run of a source out: this process, or Spark."""


def here(run: SourceRun) -> CarriesOut:
    """This process."""
    return run


@dataclass
class Outcome:
    """What a run did, source by source, and what it had to say."""

    counts: list[Counts] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    failures: list[KithError] = field(default_factory=list)
    """Why sources could not be taken in; they stay in the graph as they were."""
    persons: int = 0
    retained: list[retaining.Retained] = field(default_factory=list)
    """What went because its retention period was over."""


def ingest(
    store: Store,
    place: Place,
    *,
    accept_withdrawals: bool = False,
    only: str | None = None,
    progress: Progress | None = None,
    today: date | None = None,
    carrier: Carrier = here,
) -> Outcome:
    """Take a whole place in, or one of its sources.

    A source that cannot be taken in is told among the failures, and the others go on. Raises KithError
    where no source could be, or where the store cannot be used or another run holds it; whatever was
    committed before stays, and the same call again goes on from there.
    """
    with lease.writing(store) as held:
        chosen = [supply for supply in place.supplies if only in (None, supply.mapping.source)]
        watched, day = progress or Unwatched(), today or date.today()
        joining = Joining(store, {row["source"] for row in store.read(UNFINISHED)})

        def run_of(supply: Supply) -> SourceRun:
            return SourceRun(store, place, supply, held, joining, accept_withdrawals, progress=watched, today=day)

        return _ingest(joining, chosen, run_of, carrier, watched, day)


def _ingest(
    joining: Joining,
    supplies: list[Supply],
    run_of: Callable[[Supply], SourceRun],
    carrier: Carrier,
    progress: Progress,
    today: date,
) -> Outcome:
    outcome, store = Outcome(), joining.store
    states: dict[str, str] = {}
    retaining.declare(store, supplies)
    outcome.retained = retaining.retain(store, today, alone=False)
    for supply in supplies:
        if supply.mapping.reads.format == "note" and (joining.touched.mentions or joining.unfinished):
            # A note is read against the people that records know, so they are said first.
            joining.say()
        run = run_of(supply)
        try:
            counts = carrier(run).carry_out(store.read(AREAS))
        except StoreError:
            raise
        except KithError as wrong:
            outcome.failures.append(wrong)
            states[run.run] = "failed"
            # Rows before the fault may be in: who is who is said of them as after a run that was cut off.
            joining.unfinished.add(supply.mapping.source)
            joining.removed = True
            continue
        outcome.counts.append(counts)
        states[run.run] = "done"
    progress.began("who is who", None)
    joining.say()
    states |= dict.fromkeys(holding.hold(joining, run_of, lambda: store.read(AREAS)), "done")
    progress.finished()
    outcome.persons, outcome.warnings = joining.persons, joining.warnings
    ended = [{"uid": uid, "state": state} for uid, state in states.items()]
    store.write((FINISH, ended), (CUT_OFF, [{}]))
    if outcome.failures and not outcome.counts:
        raise outcome.failures[0]
    return outcome


UNFINISHED = "MATCH (r:Run) WHERE r.state = 'open' RETURN DISTINCT r.source AS source ORDER BY source"
FINISH = "UNWIND $rows AS row MATCH (r:Run {uid: row.uid}) SET r.state = row.state"
CUT_OFF = "UNWIND $rows AS row MATCH (r:Run) WHERE r.state = 'open' SET r.state = 'cut off'"
"""What was open and isn't of this run was cut off before; this run has made good for it."""
AREAS = "MATCH (a:Area) RETURN a.uid AS uid, a.full_name AS full_name ORDER BY uid"
