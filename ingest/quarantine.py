"""Rows that could not be taken in, kept as they were with the reason and the cure."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph import cypher
from graph.paging import paged
from graph.protected import Protected, protected
from graph.store import Row as StoreRow
from graph.store import Store, Write
from ingest.mapper import Mapped
from ingest.row import without_value

KNOWN = "UNWIND $uids AS uid MATCH (q:Quarantine {uid: uid}) RETURN q.uid AS uid, q.content_hash AS content_hash ORDER BY uid"
HELD = "UNWIND [$source] AS source MATCH (q:Quarantine {source: source}) RETURN q.uid AS uid ORDER BY uid"
HELD_BY = "UNWIND [$source] AS source MATCH (q:Quarantine {source: source}) RETURN count(q) AS held"
SOURCES = "MATCH (q:Quarantine) RETURN DISTINCT q.source AS source ORDER BY source"
HOW_MANY = "MATCH (q:Quarantine) RETURN count(q) AS rows"
_COLUMNS = (
    "RETURN q.uid AS uid, q.source AS source, q.file AS file, q.row_key AS row_key, q.verdict AS verdict, "
    "q.problems AS problems, q.raw AS raw, q.columns AS columns, q.restricted AS restricted, q.recorded_on AS recorded_on, "
    "q.quarantined_on AS quarantined_on ORDER BY uid"
)
KEYS = "MATCH (q:Quarantine) WHERE q.uid > $after RETURN q.uid AS uid ORDER BY uid LIMIT $limit"
KEYS_OF = "MATCH (q:Quarantine {source: $source}) WHERE q.uid > $after RETURN q.uid AS uid ORDER BY uid LIMIT $limit"
LISTED = f"UNWIND $uids AS chosen MATCH (q:Quarantine {{uid: chosen}}) {_COLUMNS}"
NAMED = (
    f"MATCH (q:Quarantine) WHERE q.uid = $row OR (q.row_key = $key AND (q.file = $file OR q.file ENDS WITH $ending)) {_COLUMNS}"
)


BATCH = 1_000


@dataclass(frozen=True)
class Wanted:
    """Which rows somebody asks for."""

    source: str | None = None
    code: str | None = None
    since: date | None = None


def held(store: Store, source: str) -> int:
    """How many rows of a source are in quarantine."""
    return int(store.read(HELD_BY, source=source)[0]["held"])


def known(store: Store, uids: Sequence[str]) -> dict[str, str]:
    """Which of some rows are in quarantine, each with the hash of its values."""
    return {row["uid"]: row["content_hash"] for row in store.read(KNOWN, uids=list(uids))}


def writes(source: str, refused: Sequence[Mapped], known: Mapping[str, str], extracted_on: date | None) -> list[Write]:
    """What puts refused rows into quarantine, and takes out those known there that came well this time."""
    rows = [_row(source, one, extracted_on) for one in refused]
    uids = {row["uid"] for row in rows}
    fresh = [row for row in rows if known.get(row["uid"]) != row["props"]["content_hash"]]
    cured = [{"uid": uid} for uid in known if uid not in uids]
    made: list[Write] = []
    if fresh:
        made.append((cypher.replace_nodes("Quarantine"), fresh))
    if cured:
        made.append((cypher.delete_nodes("Quarantine"), cured))
    return made


def listed_of(store: Store, source: str) -> list[str]:
    """The keys of a source's rows in quarantine."""
    return [row["uid"] for row in store.read(HELD, source=source)]


def take_out(store: Store, uids: Iterable[str]) -> None:
    """Take rows out of quarantine, as those that a snapshot no longer has."""
    gone = [{"uid": uid} for uid in uids]
    if gone:
        store.write((cypher.delete_nodes("Quarantine"), gone))


def listed(store: Store, wanted: Wanted | None = None, cleared: bool = False) -> Iterator[StoreRow]:
    """Rows in quarantine, with their problems as objects; a restricted row's values only for whoever is cleared.

    A row is restricted by its own mark, or because it is about somebody restricted: it was not taken in, so nothing
    joins it to them but its values.
    """
    wanted = wanted or Wanted()
    known = protected(store)
    by_source = {"source": wanted.source} if wanted.source else {}
    for row in paged(store, KEYS_OF if wanted.source else KEYS, LISTED, **by_source):
        told = _told(row, cleared, known)
        since = wanted.since is None or (row["quarantined_on"] is not None and row["quarantined_on"] >= wanted.since)
        if since and (wanted.code is None or wanted.code in {problem["code"] for problem in told["problems"]}):
            yield told


def named(store: Store, written: str, cleared: bool = False, known: Protected | None = None) -> list[StoreRow]:
    """The rows in quarantine that go by a name: SOURCE#KEY, or FILE#KEY; `known` where many are asked for one by one."""
    known = protected(store) if known is None else known
    file, _, key = written.partition("#")
    rows = store.read(NAMED, row=written, file=file, ending=f"/{file}", key=key)
    return [_told(row, cleared, known) for row in rows]


def unword(store: Store, source: str, limits: Mapping[str, object]) -> int:
    """Take the text out of notes in quarantine that are dated up to `cutoff`; returns of how many."""
    rows = []
    for row in paged(store, KEYS_OF, LISTED, source=source):
        sent = json.loads(row["raw"] or "{}")
        began = row["recorded_on"] or row["quarantined_on"]
        if "text" in sent and began is not None and began <= limits["cutoff"]:
            raw = _raw({name: value for name, value in sent.items() if name != "text"})
            props = {"raw": raw, "content_hash": _content_hash(raw, row["problems"] or [])}
            rows.append({"uid": row["uid"], "props": props})
    for start in range(0, len(rows), BATCH):
        store.write((cypher.upsert_nodes("Quarantine"), rows[start : start + BATCH]))
    return len(rows)


def how_many(store: Store) -> int:
    """How many rows wait in quarantine."""
    return int(store.read(HOW_MANY)[0]["rows"])


def sources(store: Store) -> list[str]:
    """The sources that have rows in quarantine."""
    return [row["source"] for row in store.read(SOURCES)]


def sent_hash(sent: Mapping[str, Any]) -> str:
    """What tells a row, as its source sends it, from every other."""
    return hashlib.sha256(_raw(sent).encode()).hexdigest()[:32]


def _raw(sent: Mapping[str, Any]) -> str:
    return json.dumps(sent, sort_keys=True, default=str, ensure_ascii=False)


def _told(row: StoreRow, cleared: bool, known: Protected) -> StoreRow:
    problems = [json.loads(problem) for problem in row["problems"] or []]
    raw = json.loads(row["raw"] or "null")
    restricted = row["restricted"] or known.are_in(_values([raw, [problem["value"] for problem in problems]])) or None
    if restricted and not cleared:
        raw, problems = None, [without_value(problem) for problem in problems]
    return {**row, "problems": problems, "raw": raw, "restricted": restricted}


def _values(told: Any) -> Iterator[Any]:
    """All values in an object or list, at any depth."""
    if isinstance(told, Mapping):
        told = list(told.values())
    if isinstance(told, list):
        for inner in told:
            yield from _values(inner)
    else:
        yield told


def _content_hash(raw: str, problems: list[str]) -> str:
    return hashlib.sha256("\n".join([raw, *problems]).encode()).hexdigest()[:32]


def _row(source: str, one: Mapped, extracted_on: date | None) -> dict[str, Any]:
    uid = f"{source}#{one.row_key}"
    raw = _raw(one.row.sent() if one.row else {})
    problems = [problem.as_json(one.restricted) for problem in one.problems]
    props: dict[str, Any] = {
        "uid": uid,
        "source": source,
        "file": one.file,
        "row_key": one.row_key,
        "verdict": one.verdict.value,
        "problems": problems,
        "raw": raw,
        "content_hash": _content_hash(raw, problems),
        "quarantined_on": date.today(),
    }
    if one.restricted:
        props["restricted"] = True
    if extracted_on is not None:
        props["recorded_on"] = extracted_on
    if one.row is not None and one.row.columns:
        props["columns"] = list(one.row.columns)
    return {"uid": uid, "props": props}
