"""From the rows of one partition to what is to be written: mapped, repeats told apart, held against the store."""

import pickle
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice

from graph.statement import RecordSaid
from graph.writing import touch, withdrawal
from ingest import quarantine
from ingest.counts import Counts
from ingest.difference import State, difference, states, uids_of
from ingest.handling import Maps
from ingest.loading import BATCH
from ingest.mapper import Mapped
from ingest.repeats import Repeats
from ingest.seen import Seen
from ingest.spark.assignment import Assignment, Ordinal
from ingest.spark.batch import Batch
from ingest.spark.meeting import dealt
from ingest.spark.rows import Refused, Standing
from ingest.spark.shared import Shared
from ingest.spark.store import WorkerStore
from ingest.spark.summary import Summary

SUMMARY, KEYS, SHARED, RECORDS = "summary", "keys", "shared", "records"
Item = tuple[str, int, bytes]
"""What a partition yields: of what kind, for which partition, and the thing itself, opened only by who needs it."""
Told = tuple[Ordinal, Mapped]


@dataclass
class Partition:
    """The work on one partition's rows; it reads from the store and writes nothing."""

    assignment: Assignment
    number: int
    store: WorkerStore
    summary: Summary = field(init=False)
    shared: Shared = field(default_factory=Shared)
    taken: set[str] = field(default_factory=set)
    lapsed: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.summary = Summary(Counts(self.assignment.source))

    def items(self, standing: Iterable[Standing]) -> Iterator[Item]:
        """Batches of records, then the shared nodes, the keys and the sums."""
        in_order = sorted(standing, key=lambda one: one.ordinal)
        with closing(Seen()) as seen:
            repeats = Repeats(self.assignment.source, seen)
            mapped = self._mapped(in_order)
            while part := list(islice(mapped, BATCH)):
                ordinals = [ordinal for ordinal, _ in part]
                told = repeats.told([one for _, one in part])
                for number, batch in self._dealt(list(zip(ordinals, told, strict=True))):
                    self.summary.batches += 1
                    yield RECORDS, number, pickle.dumps(batch)
        self.summary.shared, self.summary.keyed = len(self.shared.nodes), len(self.shared.edges)
        for number, shared in self.shared.dealt(self.assignment.partitions):
            yield SHARED, number, pickle.dumps(shared)
        if self.assignment.held or self.assignment.quarantined:
            yield KEYS, self.number, pickle.dumps((frozenset(self.taken), frozenset(self.lapsed)))
        yield SUMMARY, self.number, pickle.dumps(self.summary)

    def _mapped(self, in_order: list[Standing]) -> Iterator[Told]:
        """The rows as they are to be taken in; those past their retention period are left out."""
        mappers: dict[int, Maps] = {}
        handling = self.assignment.handling(self.summary.counts)
        for one in in_order:
            if isinstance(one.row, Refused):
                self.summary.refused.append((one.ordinal, one.row))
                continue
            at = one.ordinal[0]
            if at not in mappers:
                mappers = {at: self.assignment.mapper(at, self.store)}
            mapped, lapsed = handling.map(mappers[at], one.row)
            if lapsed:
                self.lapsed.update(uids_of(self.assignment.source, [mapped]))
            else:
                yield one.ordinal, mapped
        self.summary.corrections = handling.corrections.met()

    def _dealt(self, told: Sequence[Told]) -> Iterator[tuple[int, Batch]]:
        """What some rows come to, in the parts that it is written in."""
        for ordinal, one in told:
            self.summary.tell(ordinal, one)
        rows = [one for _, one in told]
        asked = uids_of(self.assignment.source, rows)
        self.taken.update(asked)
        known, quarantined = self._known(asked), self._quarantined(asked)
        made = difference(self.assignment.source, rows, known, quarantined, self.assignment.retention.extracted_on)
        made.count(self.summary.counts)
        changed = [(record, known[record.uid]) for record in made.changed]
        self._touch({one.said.uid: ordinal for ordinal, one in told if one.said is not None}, made.new, made.changed)
        yield from dealt(Batch(made.new, changed), self.assignment.partitions)
        if made.beside:
            yield self.number, Batch(beside=made.beside)

    def _touch(self, ordinals: dict[str, Ordinal], new: Sequence[RecordSaid], changed: Sequence[RecordSaid]) -> None:
        """Note what is shared, and what linkage and settling must look at again."""
        for record in (*new, *changed):
            self.shared.take(record, ordinals[record.uid])
        touched = self.summary.touched
        touch(touched, (*new, *changed))
        if changed:
            withdrawal(self.store, [record.uid for record in changed], touched)

    def _known(self, uids: Sequence[str]) -> dict[str, State]:
        found = states(self.store, uids) if self.assignment.held else {}
        self.summary.met += len(found)
        return found

    def _quarantined(self, uids: Sequence[str]) -> dict[str, str]:
        found = quarantine.known(self.store, uids) if self.assignment.quarantined else {}
        self.summary.quarantine_met += len(found)
        return found
