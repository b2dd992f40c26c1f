"""One source in one run on Spark: all of it is read and mapped before a word of it is written."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph.settings import Settings
from graph.writers import Writers
from graph.writing import write_batch
from ingest import quarantine
from ingest.counts import Counts
from ingest.loading import BATCH, held, listed
from ingest.progress import Unwatched, rows_expected
from ingest.run import TOO_MANY, SourceRun
from ingest.spark.assignment import Assignment
from ingest.spark.dealing import how_many, in_parts
from ingest.spark.jobs import Gone, Jobs, jobs
from ingest.spark.summary import Summary, together
from nlp.gazetteer import Gazetteer

if TYPE_CHECKING:
    from pyspark import SparkContext

    from ingest.notes import Judged


@dataclass
class SparkRun:
    """The run of one source, its rows handled and its records written by Spark's workers."""

    context: SparkContext
    run: SourceRun

    @property
    def source(self) -> str:
        """The source's name."""
        return self.run.supply.mapping.source

    def carry_out(self, areas: list[dict[str, str]]) -> Counts:
        """Read, map and write the source; the Run it leaves is open until who is who is said."""
        began = time.perf_counter()
        run, progress = self.run, self.run.progress
        run.open()
        progress.began(self.source, None if isinstance(progress, Unwatched) else rows_expected(run.supply))
        there = held(run.store, self.source), quarantine.held(run.store, self.source)
        with jobs(self.context, self._assignment(areas, *there), progress) as work:
            summary = together(self.source, work.summaries())
            gone = self._gone(work, summary, *there)
            mapped = time.perf_counter()
            # Only what could be read is a source of the graph.
            run.declare()
            self._write(work, summary)
        self._withdraw(summary, gone)
        run.corrections.meet(*summary.corrections)
        counts = summary.counts
        counts.corrections_left = run.corrections.leave(run.store, whole=run.supply.mapping.mode == "snapshot")
        progress.finished()
        ended = time.perf_counter()
        spent = {"reading and mapping": mapped - began, "writing": ended - mapped, "all": ended - began}
        counts.seconds |= {name: round(seconds, 3) for name, seconds in spent.items()}
        run.note(counts)
        run.tell(summary.touched, counts)
        return counts

    def _assignment(self, areas: list[dict[str, str]], records: int, quarantined: int) -> Assignment:
        run = self.run
        return Assignment(
            replace(run.supply, files=tuple(path.resolve() for path in run.supply.files)),
            run.context(areas),
            run.corrections,
            run.retention,
            how_many(run.supply.files, self._notes, self.context.defaultParallelism),
            run.store.location,
            run.held.holder,
            records > 0,
            quarantined > 0,
            Settings().model,
            self._gazetteer(),
            self._judged(),
        )

    @property
    def _notes(self) -> bool:
        return self.run.supply.mapping.reads.format == "note"

    def _judged(self) -> Judged | None:
        if not self._notes:
            return None
        from ingest.notes import judged_of

        return judged_of(self.run.store)

    def _gazetteer(self) -> Gazetteer | None:
        if not self._notes:
            return None
        from ingest.notes import extractor_of

        return extractor_of(self.run.store, Settings().model).gazetteer

    def _gone(self, work: Jobs, summary: Summary, records: int, quarantined: int) -> Gone:
        """What a snapshot has no more; raises KithError, before anything is written, where that is too much."""
        run = self.run
        if run.supply.mapping.mode != "snapshot":
            return Gone()
        gone = Gone()
        if summary.met < records:
            gone = work.unseen(listed(run.store, self.source))
        if gone.lost > TOO_MANY * records and not run.accept_withdrawals:
            raise run.cut_short(gone.lost, records)
        if summary.quarantine_met < quarantined:
            gone.quarantined = work.unseen(quarantine.listed_of(run.store, self.source)).records
        return gone

    def _write(self, work: Jobs, summary: Summary) -> None:
        """Shared nodes first, then records with all that they say."""
        for many, write in (
            (summary.shared, work.write_nodes),
            (summary.keyed, work.write_edges),
            (summary.batches, work.write_records),
        ):
            self.run.held.check()
            if many:
                write()

    def _withdraw(self, summary: Summary, gone: Gone) -> None:
        with Writers(self.run.store) as writers:
            for part in in_parts(gone.records, BATCH):
                self.run.held.check()
                touched = write_batch(writers, self.source, (), (), part)
                summary.touched.add(touched)
        quarantine.take_out(self.run.store, gone.quarantined)
        summary.counts.withdrawn = len(gone.records)
