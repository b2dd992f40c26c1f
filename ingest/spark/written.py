"""A partition's records into the store, each once, however often its task is tried."""

from collections.abc import Iterable, Iterator

from graph.errors import StoreError
from ingest.spark.batch import Batch
from ingest.spark.local import Touched, record_writes, withdrawal
from ingest.spark.records import known_states
from ingest.spark.store import Overtaken, WorkerStore

TRIES = 5


def write(store: WorkerStore, source: str, batches: Iterable[Batch], again: bool) -> Iterator[int]:
    """Write batches, each in one transaction; yields how many records each had.

    `again` where the task was tried before: what it wrote then is found and passed over. A first try looks
    nothing up; where it meets a record that another attempt wrote, nothing of the batch is written and it looks.
    """
    for batch in batches:
        _write(store, source, outstanding(store, batch) if again else batch)
        yield len(batch.new) + len(batch.changed)


def _write(store: WorkerStore, source: str, batch: Batch) -> None:
    for _ in range(TRIES):
        changed = [record for record, _ in batch.changed]
        writes = withdrawal(store, [record.uid for record in changed], Touched(set(), set()))
        writes += [*record_writes(source, batch.new, changed), *batch.beside]
        try:
            if writes:
                store.write_records({record.uid: state for record, state in batch.changed}, writes)
            return
        except Overtaken:
            batch = outstanding(store, batch)
    raise StoreError(
        f"records of {source} change while they are written", "Let no other run write to this store, and run it again"
    )


def outstanding(store: WorkerStore, batch: Batch) -> Batch:
    """What of a batch is not in the store yet."""
    wanted = [*batch.new, *(record for record, _ in batch.changed)]
    states = known_states(store, [record.uid for record in wanted])
    left = Batch(beside=batch.beside)
    for record in wanted:
        state = states.get(record.uid)
        if state is None:
            left.new.append(record)
        elif state != (record.properties["content_hash"], False):
            left.changed.append((record, state))
    return left
