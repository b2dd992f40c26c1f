"""Rows held against what the store has of them: what is new, what changed, what is refused and what came well again."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graph.statement import RecordSaid
from graph.store import Store, Write
from ingest import quarantine
from ingest.counts import Counts
from ingest.mapper import Mapped
from ingest.row import Verdict

KNOWN = (
    "UNWIND $uids AS uid MATCH (r:Record {uid: uid}) "
    "RETURN r.uid AS uid, r.content_hash AS content_hash, r.superseded AS superseded ORDER BY uid"
)
SUPERSEDE = "UNWIND $rows AS row MATCH (r:Record {uid: row.uid}) SET r.superseded = true"


@dataclass(frozen=True)
class State:
    """What the store has of a record: the hash of what it says, and whether a later row of its key was refused."""

    content_hash: str | None
    superseded: bool

    def is_of(self, record: RecordSaid) -> bool:
        """Whether a record needs no writing: it says the same, and is not marked as overtaken."""
        return self.content_hash == record.properties["content_hash"] and not self.superseded


@dataclass(frozen=True)
class Difference:
    """What is to be written of some rows, and how many records are unchanged."""

    new: list[RecordSaid]
    changed: list[RecordSaid]
    beside: list[Write]
    """What puts rows into quarantine and takes them out, and marks records whose rows came refused."""
    unchanged: int
    reworded: int
    """Of the changed, how many say something else; the others were only marked as overtaken."""

    def count(self, counts: Counts) -> None:
        """Add to what a run counts."""
        counts.new += len(self.new)
        counts.changed += self.reworded
        counts.unchanged += self.unchanged


def uids_of(source: str, rows: Iterable[Mapped]) -> list[str]:
    """The keys under which the store may have records of rows, or have them in quarantine."""
    return [f"{source}#{one.row_key}" for one in rows]


def states(store: Store, uids: Sequence[str]) -> dict[str, State]:
    """What the store has of records, by uid."""
    found = store.read(KNOWN, uids=list(uids)) if uids else []
    return {row["uid"]: State(row["content_hash"], bool(row["superseded"])) for row in found}


def difference(
    source: str, rows: Sequence[Mapped], known: Mapping[str, State], quarantined: Mapping[str, str], drawn: date | None
) -> Difference:
    """What rows make of what the store has of them: `known` records, and rows in quarantine with their hashes.

    `drawn` is the day their file was drawn, where somebody says so.
    """
    good = [one.said for one in rows if one.said is not None]
    refused = [one for one in rows if one.said is None and one.verdict is not Verdict.DUPLICATE]
    new = [record for record in good if record.uid not in known]
    changed = [record for record in good if record.uid in known and not known[record.uid].is_of(record)]
    reworded = sum(known[record.uid].content_hash != record.properties["content_hash"] for record in changed)
    beside = quarantine.writes(source, refused, quarantined, drawn)
    stale = [{"uid": uid} for uid in uids_of(source, refused) if uid in known and not known[uid].superseded]
    if stale:
        beside.append((SUPERSEDE, stale))
    return Difference(new, changed, beside, len(good) - len(new) - reworded, reworded)
