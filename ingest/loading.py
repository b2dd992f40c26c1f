"""Mapped rows into the store, batch by batch: what is new, what changed, what came before, what is refused."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from graph import writing
from graph.store import Store
from graph.writers import Writers
from ingest import quarantine
from ingest.counts import Counts
from ingest.mapper import Mapped
from ingest.row import Problem, Verdict
from ingest.seen import Earlier, Seen

BATCH = 1_000
"""Rows in one transaction: at 5,000 Neo4j takes a tenth longer for each row (docs/decisions/0009)."""
PAGE = 50_000
HELD = "UNWIND [$source] AS source MATCH (r:Record {source: source}) RETURN count(r) AS held"
KNOWN = (
    "UNWIND $uids AS uid MATCH (r:Record {uid: uid}) "
    "RETURN r.uid AS uid, r.content_hash AS content_hash, r.superseded AS superseded ORDER BY uid"
)
LISTED = "MATCH (r:Record) WHERE r.uid > $after AND r.uid < $until RETURN r.uid AS uid ORDER BY uid LIMIT 50000"
SUPERSEDE = "UNWIND $rows AS row MATCH (r:Record {uid: row.uid}) SET r.superseded = true"


@dataclass
class Loading:
    """The loading of one source's rows; `take` batch after batch, then `finish`, and `withdraw` for a snapshot."""

    writers: Writers
    source: str
    counts: Counts
    seen: Seen
    extracted_on: date | None = None
    """The day the file was drawn, where somebody says so: what the retention of a row in quarantine counts from."""
    touched: writing.Touched = field(default_factory=lambda: writing.Touched(set(), set()))
    held: int = field(init=False)
    """How many records of this source the store had before."""
    quarantined: int = field(init=False)
    """How many rows of this source were in quarantine before."""
    _met: int = 0
    _quarantine_met: int = 0

    def __post_init__(self) -> None:
        self.held = held(self.writers.store, self.source)
        self.quarantined = quarantine.held(self.writers.store, self.source)

    def take(self, batch: Sequence[Mapped]) -> None:
        """Write a batch; what came before in this source is dropped or refused."""
        began = time.perf_counter()
        self._write(self._unrepeated(batch))
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
                self._touch(writing.write_batch(self.writers, self.source, (), (), gone[start : start + BATCH]))
        if self._quarantine_met < self.quarantined:
            quarantine.forget(self.writers.store, self.source, self.seen)
        self._spent(began)

    def _unrepeated(self, batch: Sequence[Mapped]) -> list[Mapped]:
        """Rows whose key has not come before in this source; an exact repeat is dropped, another refused."""
        uids = [f"{self.source}#{one.row_key}" for one in batch]
        seen = self.seen.earlier(uids)
        fresh = []
        for uid, one in zip(uids, batch, strict=True):
            if one.said is not None and uid in seen:
                one = self._repeated(one, uid, seen)
            else:
                seen[uid] = Earlier(_hash_of(one), 1)
            self._count(one)
            if one.verdict is not Verdict.DUPLICATE:
                fresh.append(one)
        self.seen.put(seen)
        return fresh

    def _repeated(self, one: Mapped, uid: str, seen: dict[str, Earlier]) -> Mapped:
        """A row whose key came before: dropped when it says the same, else kept for a person to look at."""
        first = seen[uid]
        times = first.times + 1
        seen[uid] = Earlier(first.hash, times)
        seen[f"{uid}#{times}"] = Earlier(None, 1)
        problem = _repeats(_hash_of(one) == first.hash)
        return replace(one, row_key=f"{one.row_key}#{times}", said=None, verdict=problem.verdict, problems=[problem])

    def _count(self, one: Mapped) -> None:
        self.counts.take(one.verdict)
        self.counts.problems.update(problem.code for problem in one.problems)
        if one.verdict is not Verdict.ACCEPT:
            self.counts.rows.append(_told(one))

    def _write(self, fresh: Sequence[Mapped]) -> None:
        good = {one.said.uid: one.said for one in fresh if one.said is not None}
        refused = [one for one in fresh if one.said is None]
        asked = [*good, *(f"{self.source}#{one.row_key}" for one in refused)]
        known = self._known(asked)
        new = [r for uid, r in good.items() if uid not in known]
        changed = [r for uid, r in good.items() if uid in known and _differs(known[uid], r.properties)]
        beside = quarantine.writes(self.source, refused, self._in_quarantine(asked), self.extracted_on)
        stale = [{"uid": uid} for uid in known if uid not in good and not known[uid]["superseded"]]
        if stale:
            beside.append((SUPERSEDE, stale))
        self._touch(writing.write_batch(self.writers, self.source, new, changed, (), beside))
        self.counts.new += len(new)
        told = [r for r in changed if known[r.uid]["content_hash"] != r.properties["content_hash"]]
        self.counts.changed += len(told)
        self.counts.unchanged += len(good) - len(new) - len(told)

    def _known(self, uids: list[str]) -> dict[str, dict[str, Any]]:
        found = self.writers.store.read(KNOWN, uids=uids) if self.held else []
        self._met += len(found)
        return {row["uid"]: row for row in found}

    def _in_quarantine(self, uids: list[str]) -> dict[str, str]:
        found = quarantine.known(self.writers.store, uids) if self.quarantined else {}
        self._quarantine_met += len(found)
        return found

    def _touch(self, touched: writing.Touched) -> None:
        self.touched.mentions |= touched.mentions
        self.touched.shared |= touched.shared

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


def _repeats(same: bool) -> Problem:
    if same:
        return Problem(
            "duplicate_row", None, None, "repeats an earlier row", "Nothing to do: it was taken in once", Verdict.DUPLICATE
        )
    return Problem(
        "repeated_key",
        None,
        None,
        "has the key of an earlier row but says other things",
        "Give one of the two rows a key of its own",
        Verdict.QUARANTINE,
    )


def _differs(known: dict[str, Any], properties: Any) -> bool:
    """Whether a record must be written anew: it says something else, or was marked as overtaken."""
    return bool(known["content_hash"] != properties["content_hash"] or known["superseded"])


def _hash_of(one: Mapped) -> str | None:
    return str(one.said.properties["content_hash"]) if one.said else None


def _told(one: Mapped) -> dict[str, object]:
    """A row's verdict as scripts read it, without its values: whether it is about somebody restricted is not known yet.

    `kith quarantine` shows values, to whoever may see them.
    """
    problems = [one_problem.as_object(hide_value=True) for one_problem in one.problems]
    return {"file": one.file, "row_key": one.row_key, "line": one.line, "verdict": one.verdict.value, "problems": problems}
