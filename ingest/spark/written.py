"""A partition's records into the store, each once, however often its task is tried."""

from collections.abc import Iterable, Iterator

from graph.batch import prepare_apart
from graph.errors import StoreError
from graph.writing import Touched, withdrawal
from ingest.difference import states
from ingest.spark.batch import Batch
from ingest.spark.shared import SHARED
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
        # Whom that touches was told when the rows were mapped.
        taken_back = withdrawal(store, [record.uid for record in changed], Touched()) if changed else []
        writes = [*taken_back, *prepare_apart(source, batch.new, changed, SHARED), *batch.beside]
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
    known = states(store, [record.uid for record in wanted])
    left = Batch(beside=batch.beside)
    for record in wanted:
        state = known.get(record.uid)
        if state is None:
            left.new.append(record)
        elif not state.is_of(record):
            left.changed.append((record, state))
    return left
