"""What Spark's workers run of one source."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.spark import rows, written
from ingest.spark.assignment import Assignment
from ingest.spark.failure import telling
from ingest.spark.meeting import whole
from ingest.spark.records import Item, Partition
from ingest.spark.rows import Standing
from ingest.spark.shared import Shared, edge_writes, node_writes

if TYPE_CHECKING:
    from pyspark import Accumulator, Broadcast


@dataclass(frozen=True)
class Tasks:
    """The tasks of one source, which each worker is told of once."""

    told: Broadcast[Assignment]
    mapped: Accumulator[int]
    """How many rows were mapped, for whoever watches."""

    def read(self, files: Iterable[int]) -> Iterator[tuple[int, Standing]]:
        """Files to rows, each with its partition."""
        return telling(dealt for at in files for dealt in rows.read(self.told.value, at))

    def map(self, number: int, dealt: Iterable[tuple[int, Standing]]) -> Iterator[Item]:
        """A partition's rows to what is to be written."""
        return telling(self._map(number, dealt))

    def _map(self, number: int, dealt: Iterable[tuple[int, Standing]]) -> Iterator[Item]:
        partition = Partition(self.told.value, number, self.told.value.store())
        yield from partition.items(standing for _, standing in dealt)
        self.mapped.add(partition.summary.counts.read)

    def write_nodes(self, dealt: Iterable[tuple[int, bytes]]) -> Iterator[int]:
        """Shared nodes into the store."""
        return telling(self._write_nodes(dealt))

    def _write_nodes(self, dealt: Iterable[tuple[int, bytes]]) -> Iterator[int]:
        store = self.told.value.store()
        for writes in node_writes(_together(dealt).nodes):
            store.write(*writes)
            yield len(writes)

    def write_edges(self, dealt: Iterable[tuple[int, bytes]]) -> Iterator[int]:
        """Edges that follow from a shared node's key into the store."""
        return telling(self._write_edges(dealt))

    def _write_edges(self, dealt: Iterable[tuple[int, bytes]]) -> Iterator[int]:
        store = self.told.value.store()
        for writes in edge_writes(_together(dealt).edges):
            store.write(*writes)
            yield len(writes)

    def write_records(self, dealt: Iterable[tuple[int, bytes]]) -> Iterator[int]:
        """Records into the store."""
        return telling(self._write_records(dealt))

    def _write_records(self, dealt: Iterable[tuple[int, bytes]]) -> Iterator[int]:
        from pyspark import TaskContext

        context = TaskContext.get()
        again = context is not None and context.attemptNumber() > 0
        store = self.told.value.store()
        batches = whole(pickle.loads(blob) for _, blob in dealt)
        yield from written.write(store, self.told.value.source, batches, again)


def _together(dealt: Iterable[tuple[int, bytes]]) -> Shared:
    whole = Shared()
    for _, blob in dealt:
        whole.add(pickle.loads(blob))
    return whole
