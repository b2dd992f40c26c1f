"""One source in one run on Spark: all of it is read and mapped before a word of it is written."""

from __future__ import annotations

import time
import uuid
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph import cypher
from graph.errors import KithError
from graph.settings import Settings
from graph.store import Store
from ingest import quarantine
from ingest.counts import Counts
from ingest.place import Place, Supply
from ingest.spark import local
from ingest.spark.assignment import Assignment
from ingest.spark.dealing import how_many, in_parts
from ingest.spark.jobs import Jobs, jobs
from ingest.spark.records import Summary

if TYPE_CHECKING:
    from pyspark import SparkContext


@dataclass(frozen=True)
class Held:
    """What the store has of a source."""

    records: list[str]
    quarantined: list[str]


@dataclass
class SparkRun:
    """The run of one supply, on a Spark, into a Neo4j."""

    context: SparkContext
    store: Store
    place: Place
    supply: Supply
    accept_withdrawals: bool

    def carry_out(self, areas: list[dict[str, str]]) -> tuple[Counts, local.Touched]:
        """Read, map and write one source."""
        began = time.perf_counter()
        held = self._held()
        with jobs(self.context, self._assignment(areas, bool(held.records or held.quarantined))) as work:
            summary = _together(self.supply.mapping.source, work.summaries())
            gone = self._gone(work, held, summary)
            mapped = time.perf_counter()
            self._write(work, summary, gone)
        spent = {"reading and mapping": mapped - began, "writing": time.perf_counter() - mapped}
        summary.counts.seconds |= {name: round(seconds, 3) for name, seconds in spent.items()}
        return summary.counts, summary.touched

    def _held(self) -> Held:
        source = self.supply.mapping.source
        return Held(*([row["uid"] for row in self.store.read(text, source=source)] for text in (local.HELD, quarantine.HELD)))

    def _assignment(self, areas: list[dict[str, str]], known: bool) -> Assignment:
        model, notes = Settings().model, self.supply.mapping.reads.format == "note"
        gazetteer = None
        if notes:
            from ingest.notes import extractor_of

            gazetteer = extractor_of(self.store, model).gazetteer
        return Assignment(
            replace(self.place, supplies=()),
            replace(self.supply, files=tuple(path.resolve() for path in self.supply.files)),
            local.context_of(self._as_local(), areas),
            how_many(self.supply.files, notes, self.context.defaultParallelism),
            self.store.location,
            known,
            model,
            gazetteer,
        )

    def _as_local(self) -> local.SourceRun:
        return local.SourceRun(self.store, self.place, self.supply, self.accept_withdrawals)

    def _gone(self, work: Jobs, held: Held, summary: Summary) -> Held:
        """What a snapshot has no more; raises KithError, before anything is written, where that is too much."""
        if self.supply.mapping.mode != "snapshot":
            return Held([], [])
        records = work.unseen(held.records) if len(held.records) != summary.held else []
        total = len(held.records)
        if len(records) > local.TOO_MANY * total and not self.accept_withdrawals:
            raise KithError(
                f"{self.supply.names[0]} would withdraw {len(records)} of the {total} records of {summary.counts.source}",
                "Check that the export is whole; if it is, run again with --accept-withdrawals",
            )
        return Held(records, work.unseen(held.quarantined) if held.quarantined else [])

    def _write(self, work: Jobs, summary: Summary, gone: Held) -> None:
        """Shared nodes first, then records with all that they say, then what went."""
        run, uid = self._as_local(), f"run-{uuid.uuid4()}"
        local.open_run(run, uid)
        if summary.shared:
            work.write_nodes()
        if summary.keyed:
            work.write_edges()
        if summary.batches:
            work.write_records()
        for part in in_parts(gone.records, local.BATCH):
            touched = local.write_batch(self.store, summary.counts.source, (), (), part)
            summary.touched.mentions |= touched.mentions
            summary.touched.shared |= touched.shared
        if gone.quarantined:
            self.store.write((cypher.delete_nodes("Quarantine"), [{"uid": uid} for uid in gone.quarantined]))
        summary.counts.withdrawn = len(gone.records)
        local.note_run(run, uid, summary.counts)


def _together(source: str, parts: list[Summary]) -> Summary:
    """The sums over all partitions; raises KithError where a file could not be taken in."""
    whole = Summary(Counts(source))
    for part in parts:
        for refused in part.refused:
            raise KithError(refused.what, refused.cure)
        whole.counts.add(part.counts)
        whole.told += part.told
        whole.touched.mentions |= part.touched.mentions
        whole.touched.shared |= part.touched.shared
        whole.held += part.held
        whole.batches += part.batches
        whole.shared += part.shared
        whole.keyed += part.keyed
    whole.counts.rows = [row for _, row in sorted(whole.told, key=lambda told: told[0])]
    return whole
