"""Mapped rows into the store, batch by batch: what is new, what changed, what came before, what is refused."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from graph import writing
from graph.store import Store
from graph.writers import Writers
from ingest import quarantine
from ingest.counts import Counts
from ingest.difference import State, difference, states, uids_of
from ingest.mapper import Mapped
from ingest.repeats import Repeats
from ingest.seen import Seen

BATCH = 1_000
"""Rows in one transaction: at 5,000 Neo4j takes a tenth longer for each row (docs/decisions/0009)."""
PAGE = 50_000
HELD = "UNWIND [$source] AS source MATCH (r:Record {source: source}) RETURN count(r) AS held"
LISTED = "MATCH (r:Record) WHERE r.uid > $after AND r.uid < $until RETURN r.uid AS uid ORDER BY uid LIMIT 50000"


@dataclass
class Loading:
    """The loading of one source's rows; `take` batch after batch, then `finish`, and `withdraw` for a snapshot."""

    writers: Writers
    source: str
    counts: Counts
    seen: Seen
    extracted_on: date | None = None
    """The day the file was drawn, where somebody says so: what the retention of a row in quarantine counts from."""
    touched: writing.Touched = field(default_factory=writing.Touched)
    held: int = field(init=False)
    """How many records of this source the store had before."""
    quarantined: int = field(init=False)
    """How many rows of this source were in quarantine before."""
    _met: int = 0
    _quarantine_met: int = 0

    def __post_init__(self) -> None:
        self._repeats = Repeats(self.source, self.seen)
        self.held = held(self.writers.store, self.source)
        self.quarantined = quarantine.held(self.writers.store, self.source)

    def take(self, batch: Sequence[Mapped]) -> None:
        """Write a batch; what came before in this source is dropped or refused."""
        began = time.perf_counter()
        self._write(self._repeats.told(batch))
        self._spent(began)

    def finish(self) -> None:
        """Wait for all that is under way."""
        began = time.perf_counter()
        self.writers.drain()
        self._spent(began)

    def withdraw(self) -> None:
        """Take back what the store had and the source no longer has."""
        began = time.perf_counter()
        if self._met < self.held:
            gone = list(self.seen.lacking(listed(self.writers.store, self.source)))
            self.counts.withdrawn = len(gone)
            for start in range(0, len(gone), BATCH):
                self.touched.add(writing.write_batch(self.writers, self.source, (), (), gone[start : start + BATCH]))
        if self._quarantine_met < self.quarantined:
            store = self.writers.store
            quarantine.take_out(store, self.seen.lacking(quarantine.listed_of(store, self.source)))
        self._spent(began)

    def _write(self, told: Sequence[Mapped]) -> None:
        for one in told:
            self.counts.tell(one)
        asked = uids_of(self.source, told)
        made = difference(self.source, told, self._known(asked), self._in_quarantine(asked), self.extracted_on)
        self.touched.add(writing.write_batch(self.writers, self.source, made.new, made.changed, (), made.beside))
        made.count(self.counts)

    def _known(self, uids: list[str]) -> dict[str, State]:
        found = states(self.writers.store, uids) if self.held else {}
        self._met += len(found)
        return found

    def _in_quarantine(self, uids: list[str]) -> dict[str, str]:
        found = quarantine.known(self.writers.store, uids) if self.quarantined else {}
        self._quarantine_met += len(found)
        return found

    def hand_over(self) -> writing.Touched:
        """What was touched since this was last called; nothing of it is under way after `finish`."""
        touched, self.touched = self.touched, writing.Touched()
        return touched

    def _spent(self, began: float) -> None:
        self.counts.seconds["writing"] = round(self.counts.seconds.get("writing", 0.0) + time.perf_counter() - began, 3)


def held(store: Store, source: str) -> int:
    """How many records of a source a store has."""
    return int(store.read(HELD, source=source)[0]["held"])


def listed(store: Store, source: str) -> Iterator[str]:
    """The keys of a source's records in a store, page by page; a record's key begins with its source's."""
    after, until = f"{source}#", f"{source}$"
    while page := [row["uid"] for row in store.read(LISTED, after=after, until=until)]:
        yield from page
        after = page[-1]
