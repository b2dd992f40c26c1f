"""Tasks whose process is killed once, as a machine that fails would; the workers find this by its name."""

import os
import signal
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from neo4j import ManagedTransaction

from graph.store import Row, Write
from ingest.spark import meeting, records, store
from ingest.spark.records import Item
from ingest.spark.rows import Standing
from ingest.spark.tasks import Tasks

FEW = 20
"""Records in a transaction, so that there are many to be killed between."""


@dataclass(frozen=True)
class Small(Tasks):
    """Tasks with small transactions."""

    def _map(self, number: int, dealt: Iterable[tuple[int, Standing]]) -> Iterator[Item]:
        records.BATCH = meeting.BATCH = FEW
        yield from super()._map(number, dealt)


@dataclass(frozen=True)
class KilledAfterCommit(Small):
    """Killed when the third transaction is in the store, before anybody has heard of it."""

    def _write_records(self, dealt: Iterable[tuple[int, bytes]]) -> Iterator[int]:
        meeting.BATCH = FEW
        for number, wrote in enumerate(super()._write_records(dealt)):
            if number == 2 and first_to_die():
                os.kill(os.getpid(), signal.SIGKILL)
            yield wrote


@dataclass(frozen=True)
class KilledWithin(Small):
    """Killed when half of the third transaction's statements were sent."""

    def _write_records(self, dealt: Iterable[tuple[int, bytes]]) -> Iterator[int]:
        meeting.BATCH = FEW
        store._carry_out = _Dying(store._carry_out)  # type: ignore[assignment]
        try:
            yield from super()._write_records(dealt)
        finally:
            store._carry_out = store._carry_out.whole  # type: ignore[attr-defined]


class _Dying:
    def __init__(self, whole: Any) -> None:
        self.whole, self.calls = whole, 0

    def __call__(self, transaction: ManagedTransaction, holder: str, before: list[Row], writes: Sequence[Write]) -> None:
        self.calls += 1
        if self.calls == 3 and first_to_die():
            self.whole(transaction, holder, before, writes[: len(writes) // 2])
            os.kill(os.getpid(), signal.SIGKILL)
        self.whole(transaction, holder, before, writes)


def first_to_die() -> bool:
    """Whether nobody died yet; a file that all workers can see remembers who did."""
    try:
        Path(os.environ["KITH_TEST_KILLED"]).touch(exist_ok=False)
    except FileExistsError:
        return False
    return True
