"""From the rows of one partition to what is to be written: mapped, repeats told apart, held against the store."""

import pickle
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from graph.statement import RecordSaid
from ingest import quarantine
from ingest.counts import Counts
from ingest.deviations import deviations
from ingest.mapper import Mapped
from ingest.spark.assignment import Assignment, Ordinal
from ingest.spark.batch import Batch
from ingest.spark.dealing import in_parts
from ingest.spark.local import BATCH, KNOWN, SUPERSEDE, Touched, hashed, touch, unrepeated, withdrawal
from ingest.spark.meeting import dealt
from ingest.spark.rows import Refused, Standing
from ingest.spark.shared import Shared
from ingest.spark.store import State, WorkerStore

SUMMARY, KEYS, SHARED, RECORDS = "summary", "keys", "shared", "records"
Item = tuple[str, int, bytes]
"""What a partition yields: of what kind, for which partition, and the thing itself, opened only by who needs it."""


@dataclass
class Summary:
    """What became of the rows of a partition."""

    counts: Counts
    touched: Touched = field(default_factory=lambda: Touched(set(), set()))
    told: list[tuple[Ordinal, dict[str, object]]] = field(default_factory=list)
    held: int = 0
    """How many of its records the store had."""
    batches: int = 0
    shared: int = 0
    keyed: int = 0
    refused: list[Refused] = field(default_factory=list)


@dataclass
class Partition:
    """The work on one partition's rows; it reads from the store and writes nothing."""

    assignment: Assignment
    number: int
    store: WorkerStore
    summary: Summary = field(init=False)
    shared: Shared = field(default_factory=Shared)
    seen: dict[str, str | None] = field(default_factory=dict)
    good: set[str] = field(default_factory=set)
    refused: list[Mapped] = field(default_factory=list)
    held: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.summary = Summary(Counts(self.assignment.source))

    def items(self, standing: Iterable[Standing]) -> Iterator[Item]:
        """Batches of records, then the shared nodes, the keys and the sums."""
        in_order = sorted(standing, key=lambda one: one.ordinal)
        mapped = self._mapped(in_order)
        while part := list(islice(mapped, BATCH)):
            batch = self._batch(part)
            for number, one in dealt(batch, self.assignment.partitions):
                yield self._written(number, one)
        for beside in self._quarantine():
            if beside.beside:
                yield self._written(self.number, beside)
        self.summary.held = len(self.held)
        self.summary.shared, self.summary.keyed = len(self.shared.nodes), len(self.shared.edges)
        for number, shared in self.shared.dealt(self.assignment.partitions):
            yield SHARED, number, pickle.dumps(shared)
        if self.assignment.known:
            yield KEYS, self.number, pickle.dumps(frozenset(self.seen))
        yield SUMMARY, self.number, pickle.dumps(self.summary)

    def _written(self, number: int, batch: Batch) -> Item:
        self.summary.batches += 1
        return RECORDS, number, pickle.dumps(batch)

    def _mapped(self, in_order: list[Standing]) -> Iterator[tuple[Ordinal, Mapped]]:
        mappers: dict[int, Any] = {}
        counts, run = self.summary.counts, self.assignment.run(self.store)
        for one in in_order:
            if isinstance(one.row, Refused):
                self.summary.refused.append(one.row)
                continue
            at = one.ordinal[0]
            if at not in mappers:
                mappers = {at: self.assignment.mapper(at, self.store)}
            mapped = mappers[at].map(one.row)
            mapped = replace(mapped, said=hashed(mapped.said)) if mapped.said else mapped
            counts.deviations.update(deviations(self.assignment.mapping.reads.standard, one.row.values))
            before = len(counts.rows)
            for fresh in unrepeated(run, [mapped], self.seen, counts):
                yield one.ordinal, fresh
            self.summary.told += [(one.ordinal, told) for told in counts.rows[before:]]

    def _batch(self, part: list[tuple[Ordinal, Mapped]]) -> Batch:
        """The records that some rows make, by what the store has of them."""
        good = {one.said.uid: (ordinal, one.said) for ordinal, one in part if one.said is not None}
        self.good |= good.keys()
        self.refused += [one for _, one in part if one.said is None]
        batch, known = Batch(), self._known(list(good))
        for uid, (ordinal, said) in good.items():
            self._sort(batch, said, ordinal, known.get(uid))
        withdrawal(self.store, [record.uid for record, _ in batch.changed], self.summary.touched)
        return batch

    def _quarantine(self) -> Iterator[Batch]:
        """What puts refused rows into quarantine, takes cured ones out, and marks the records they would have changed.

        Only once all rows of the partition are known: a key may be good in one row and refused in another.
        """
        source = self.assignment.source
        uids = {f"{source}#{one.row_key}" for one in self.refused}
        for refused in in_parts(self.refused, BATCH):
            yield Batch(beside=quarantine.writes(self.store, source, refused, []))
        if not self.assignment.known:
            return
        for cured in in_parts(sorted(self.good - uids), BATCH):
            yield Batch(beside=quarantine.writes(self.store, source, [], cured))
        for doubted in in_parts(sorted(uids - self.good), BATCH):
            stale = [{"uid": uid} for uid, state in self._known(doubted).items() if not state[1]]
            yield Batch(beside=[(SUPERSEDE, stale)] if stale else [])

    def _known(self, uids: Sequence[str]) -> dict[str, State]:
        found = known_states(self.store, uids) if self.assignment.known else {}
        self.held |= found.keys()
        return found

    def _sort(self, batch: Batch, said: RecordSaid, ordinal: Ordinal, state: State | None) -> None:
        """Put a record to the new or the changed, or leave it where the store has it as it is."""
        counts = self.summary.counts
        same = state is not None and state[0] == said.properties["content_hash"]
        counts.new += state is None
        counts.changed += state is not None and not same
        counts.unchanged += same
        if state is None:
            batch.new.append(said)
        elif not same or state[1]:
            batch.changed.append((said, state))
        else:
            return
        self.shared.take(said, ordinal)
        touch(said, self.summary.touched)


def known_states(store: WorkerStore, uids: Sequence[str]) -> dict[str, State]:
    """What the store has of records, by uid."""
    return {row["uid"]: (row["content_hash"], bool(row["superseded"])) for row in store.read(KNOWN, uids=uids)}
