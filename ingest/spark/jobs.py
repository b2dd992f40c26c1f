"""The jobs that Spark does for one source, each over all of its partitions."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ingest.progress import Progress
from ingest.spark.assignment import Assignment
from ingest.spark.dealing import partition_of, root
from ingest.spark.failure import tried
from ingest.spark.records import KEYS, RECORDS, SHARED, SUMMARY, Item
from ingest.spark.summary import Summary
from ingest.spark.tasks import Tasks

if TYPE_CHECKING:
    from pyspark import RDD, SparkContext


@dataclass
class Gone:
    """What the store had of a source and its files have no more."""

    records: list[str] = field(default_factory=list)
    lost: int = 0
    """How many of these are not there at all; the others are past their retention period."""
    quarantined: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Jobs:
    """The jobs of a source whose rows are mapped once and kept aside, encrypted, till all is written."""

    context: SparkContext
    assignment: Assignment
    tasks: Tasks
    items: RDD[Item]

    def summaries(self) -> list[Summary]:
        """What became of the rows, partition by partition; reads and maps all, and writes nothing."""
        return [pickle.loads(blob) for blob in tried(self._of(SUMMARY).values().collect)]

    def unseen(self, held: Iterable[str]) -> Gone:
        """Those of given uids that no row of the source has which is taken in."""
        parts = self.assignment.partitions
        lead = len(self.assignment.source) + 1
        dealt: dict[int, list[str]] = {}
        for uid in held:
            dealt.setdefault(partition_of(root(uid[lead:]), parts), []).append(uid)
        asked = self.context.parallelize([(number, pickle.dumps(uids)) for number, uids in dealt.items()], parts)
        missing = tried(asked.join(self._of(KEYS), parts).flatMap(_missing).collect)
        return Gone(sorted(uid for uid, _ in missing), sum(not lapsed for _, lapsed in missing))

    def write_nodes(self) -> None:
        """Shared nodes, each by one task."""
        self._dealt(SHARED, self.tasks.write_nodes)

    def write_edges(self) -> None:
        """Edges that follow from a shared node's key."""
        self._dealt(SHARED, self.tasks.write_edges)

    def write_records(self) -> None:
        """Records with all that they say."""
        self._dealt(RECORDS, self.tasks.write_records)

    def _dealt(self, kind: str, write: Callable[..., Iterator[int]]) -> None:
        parts = self.assignment.partitions
        tried(self._of(kind).partitionBy(parts, _same).mapPartitions(write).count)

    def _of(self, kind: str) -> RDD[tuple[int, bytes]]:
        return self.items.filter(lambda item: item[0] == kind).map(lambda item: (item[1], item[2]))


@contextmanager
def jobs(context: SparkContext, assignment: Assignment, progress: Progress) -> Iterator[Jobs]:
    """The jobs of a source; what they kept aside goes in the end."""
    from pyspark import StorageLevel

    from ingest.spark.watching import RowsMapped

    told = context.broadcast(assignment)
    tasks = Tasks(told, RowsMapped(context, progress))
    files = len(assignment.supply.files)
    rows = context.parallelize(range(files), min(files, assignment.partitions)).mapPartitions(tasks.read)
    dealt = rows.partitionBy(assignment.partitions, _same)
    items = dealt.mapPartitionsWithIndex(tasks.map, preservesPartitioning=True).persist(StorageLevel.DISK_ONLY)
    try:
        yield Jobs(context, assignment, tasks, items)
    finally:
        items.unpersist()
        told.destroy()


def _same(number: int) -> int:
    return number


def _missing(joined: tuple[int, tuple[bytes, bytes]]) -> list[tuple[str, bool]]:
    asked, (taken, lapsed) = (pickle.loads(blob) for blob in joined[1])
    return [(uid, uid in lapsed) for uid in asked if uid not in taken]
