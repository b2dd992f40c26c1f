"""Records dealt by the node they meet in, so that two tasks seldom wait for one another at a busy node."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from graph.statement import RecordSaid
from ingest.loading import BATCH
from ingest.spark.batch import Batch
from ingest.spark.dealing import partition_of
from ingest.spark.shared import SHARED


def meeting_node(record: RecordSaid) -> str:
    """The shared node that a record's first edge to one leads to; its own key where it has none."""
    ends = ((label, uid) for e in record.edges for label, uid in ((e.start_label, e.start), (e.end_label, e.end)))
    return next((uid for label, uid in ends if label in SHARED), record.uid)


def dealt(batch: Batch, partitions: int) -> Iterator[tuple[int, Batch]]:
    """A batch in parts, those that meet in a node together; a node where more than a task's share meet is no help."""
    records = [*batch.new, *(record for record, _ in batch.changed)]
    meets = {record.uid: meeting_node(record) for record in records}
    many = {node for node, count in Counter(meets.values()).items() if count * partitions > len(records)}
    parts: dict[int, Batch] = defaultdict(Batch)
    for record in batch.new:
        parts[_part(record, meets[record.uid], many, partitions)].new.append(record)
    for record, state in batch.changed:
        parts[_part(record, meets[record.uid], many, partitions)].changed.append((record, state))
    yield from parts.items()


def _part(record: RecordSaid, node: str, many: set[str], partitions: int) -> int:
    return partition_of(record.uid if node in many else node, partitions)


def whole(parts: Iterable[Batch]) -> Iterator[Batch]:
    """Parts together again, so many records in each transaction that it is worth one, in the order of where they meet."""
    waiting = Batch()
    for part in parts:
        waiting.new += part.new
        waiting.changed += part.changed
        waiting.beside += part.beside
        if len(waiting.new) + len(waiting.changed) >= BATCH:
            yield _in_order(waiting)
            waiting = Batch()
    if waiting.new or waiting.changed or waiting.beside:
        yield _in_order(waiting)


def _in_order(batch: Batch) -> Batch:
    new = sorted(batch.new, key=lambda record: (meeting_node(record), record.uid))
    changed = sorted(batch.changed, key=lambda pair: (meeting_node(pair[0]), pair[0].uid))
    return Batch(new, changed, batch.beside)
