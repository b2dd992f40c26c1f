"""Corrections that a person here made to rows of a source, kept until the source is put right.

A correction belongs to the row as the source sends it, whatever line it stands on: sent again as it was, the
row is corrected again; sent otherwise, the source's word counts and the correction leaves.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from graph import cypher
from graph.errors import QuestionError
from graph.paging import paged
from graph.protected import protected
from graph.statement import uid_of
from graph.store import Row as StoreRow
from graph.store import Store
from ingest.quarantine import sent_hash
from ingest.row import AS_IT_STOOD, Problem, Row, Verdict

KEPT = (
    "UNWIND [$source] AS source MATCH (c:Correction {source: source}) RETURN c.uid AS uid, c.row AS row, "
    "c.sent_hash AS sent_hash, c.becomes AS becomes, c.decided_by AS decided_by, c.decided_on AS decided_on, "
    "c.reason AS reason ORDER BY uid"
)
ONE = "MATCH (c:Correction {uid: $uid}) RETURN c.was AS was, c.becomes AS becomes, c.decided_by AS decided_by, c.decided_on AS decided_on, c.reason AS reason"

OF_ROW = "MATCH (c:Correction) WHERE c.row = $row RETURN c.uid AS uid ORDER BY uid"
KEYS = "MATCH (c:Correction) WHERE c.uid > $after RETURN c.uid AS uid ORDER BY uid LIMIT $limit"
LISTED = (
    "UNWIND $uids AS chosen MATCH (c:Correction {uid: chosen}) RETURN c.uid AS uid, c.source AS source, c.row AS row, c.was AS was, "
    "c.becomes AS becomes, c.decided_by AS decided_by, c.decided_on AS decided_on, c.reason AS reason, "
    "c.restricted AS restricted ORDER BY uid"
)


@dataclass(frozen=True)
class Decided:
    """Who corrects, when and why."""

    by: str
    on: date
    why: str


class Corrections:
    """The corrections of one source, laid over its rows as they are read."""

    def __init__(self, kept: Iterable[StoreRow]) -> None:
        self._kept = {row["sent_hash"]: row for row in kept}
        self._rows = {row["row"]: row["sent_hash"] for row in self._kept.values()}
        self._used: set[str] = set()
        self._overtaken: set[str] = set()

    def apply(self, row: Row) -> Row:
        """The row as it should be: what a person said of it in the place of what the source says."""
        if not self._kept:
            return row
        sent = row.sent()
        found = self._kept.get(sent_hash(sent))
        if found is None:
            return row
        self._used.add(found["sent_hash"])
        becomes = json.loads(found["becomes"])
        told = f"corrected here on {found['decided_on']} by {found['decided_by']}: {found['reason']}"
        cure = "Correct it at its source; the correction then leaves"
        mended = Problem("corrected_by_hand", ", ".join(becomes), None, told, cure, Verdict.REPAIR)
        problems = tuple(p for p in row.problems if p.verdict is not Verdict.QUARANTINE)
        return replace(row, values={**row.values, **becomes}, problems=(*problems, mended), original=sent)

    def notice(self, uid: str, row: Row) -> None:
        """Take note that a row came which was not corrected: under the key of one that was, the source overtakes it."""
        if uid in self._rows and row.original is None:
            self._overtaken.add(self._rows[uid])

    def met(self) -> tuple[set[str], set[str]]:
        """Which corrections were used, and which the source overtook; by the hash of the row they belong to."""
        return self._used, self._overtaken

    def meet(self, used: set[str], overtaken: set[str]) -> None:
        """Take note of what another process met, that read other rows of the source."""
        self._used |= used
        self._overtaken |= overtaken

    def leave(self, store: Store, whole: bool) -> int:
        """Take out corrections that no longer fit; `whole` says that all rows of the source were read. Returns how many."""
        gone = self._kept.keys() - self._used if whole else self._overtaken - self._used
        rows = [{"uid": self._kept[one]["uid"]} for one in sorted(gone)]
        if rows:
            store.write((cypher.delete_nodes("Correction"), rows))
        return len(rows)


def corrections_of(store: Store, source: str) -> Corrections:
    """The corrections that are kept for a source."""
    return Corrections(store.read(KEPT, source=source))


def made_to(store: Store, row: StoreRow) -> StoreRow | None:
    """The correction already kept of a row in quarantine, if any; `row` as a cleared caller gets it."""
    found = store.read(ONE, uid=_uid(row))
    if not found:
        return None
    return {**found[0], "was": json.loads(found[0]["was"]), "becomes": json.loads(found[0]["becomes"])}


def correct(store: Store, row: StoreRow, written: dict[str, str], decided: Decided) -> dict[str, Any]:
    """Keep what columns of a row in quarantine should say; returns those that differ from what was sent.

    `row` is one of quarantine.listed for a cleared caller. Nothing is taken in yet: the next run of the
    source does that. Raises QuestionError for a column that its table does not have.
    """
    sent: dict[str, Any] = row["raw"] or {}
    before = made_to(store, row)
    becomes = dict(before["becomes"]) if before else {}
    for column, text in written.items():
        _refuse_unknown(row, sent, column)
        value = typed(sent.get(column), text, column)
        if value == sent.get(column):
            becomes.pop(column, None)
        else:
            becomes[column] = value
    if not becomes:
        store.write((cypher.delete_nodes("Correction"), [{"uid": _uid(row)}]))
        return {}
    was = {column: sent.get(column) for column in becomes}
    props: dict[str, Any] = {
        "uid": _uid(row),
        "source": row["source"],
        "row": row["uid"],
        "sent_hash": sent_hash(sent),
        "was": json.dumps(was, ensure_ascii=False),
        "becomes": json.dumps(becomes, ensure_ascii=False),
        "decided_by": decided.by,
        "decided_on": decided.on,
        "reason": decided.why,
        "restricted": row["restricted"],
        "recorded_on": row["recorded_on"],
    }
    present = {name: value for name, value in props.items() if value is not None}
    store.write((cypher.replace_nodes("Correction"), [{"uid": props["uid"], "props": present}]))
    return becomes


def take_back(store: Store, row: str) -> bool:
    """Take the correction of a row back, whether it waits in quarantine or was taken in; False where there is none."""
    found = [{"uid": one["uid"]} for one in store.read(OF_ROW, row=row)]
    if found:
        store.write((cypher.delete_nodes("Correction"), found))
    return bool(found)


def listed(store: Store, cleared: bool) -> Iterator[dict[str, Any]]:
    """The corrections that are kept; values of a restricted row, and why it was corrected, only for whoever is cleared."""
    known = protected(store)
    for one in paged(store, KEYS, LISTED):
        was, becomes = json.loads(one["was"]), json.loads(one["becomes"])
        restricted = one["restricted"] or known.are_in([*was.values(), *becomes.values(), one["reason"]])
        if restricted and not cleared:
            was, becomes, one = {}, {}, {**one, "reason": None}
        yield {**one, "was": was, "becomes": becomes}


def typed(sent: Any, text: str, column: str) -> Any:
    """What a person wrote, as the kind of value that stood there: a text, or JSON for anything else."""
    if sent is None or isinstance(sent, str):
        return text
    try:
        return json.loads(text)
    except ValueError as wrong:
        raise QuestionError(f"{column} holds {json.dumps(sent)[:60]} and cannot become {text!r}", "Write it as JSON") from wrong


def _refuse_unknown(row: StoreRow, sent: dict[str, Any], column: str) -> None:
    known = row["columns"]
    if column == AS_IT_STOOD or (known and column not in known):
        there = ", ".join(known or (name for name in sent if name != AS_IT_STOOD))
        raise QuestionError(f"{row['uid']} has no column {column!r}", f"Its columns are: {there}")


def _uid(row: StoreRow) -> str:
    return uid_of("Correction", row["source"], sent_hash(row["raw"] or {}))
