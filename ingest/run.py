"""One source in one run: read it, write what is new or changed, withdraw what it no longer has."""

from __future__ import annotations

import hashlib
import json
import time
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING

from graph import cypher, writing
from graph.errors import KithError, MappingError
from graph.settings import Settings
from graph.statement import RecordSaid
from graph.store import Store
from ingest import quarantine
from ingest.cleaners import Context
from ingest.cleaners.names import folded
from ingest.counts import Counts
from ingest.inspection import Inspection
from ingest.mapper import Mapped, Mapper
from ingest.mapping import Mapping
from ingest.place import Place, Supply
from ingest.readers import READERS
from ingest.row import Problem, Row, Verdict

if TYPE_CHECKING:
    from ingest.notes import NoteMapper
    from nlp.pipeline import Extractor

BATCH = 1_000
TOO_MANY = 0.2
"""A snapshot that would withdraw more than this share of a source stops, for a person to confirm."""
KNOWN = (
    "UNWIND $uids AS uid MATCH (r:Record {uid: uid}) "
    "RETURN r.uid AS uid, r.content_hash AS content_hash, r.superseded AS superseded ORDER BY uid"
)
HELD = "UNWIND [$source] AS source MATCH (r:Record {source: source}) RETURN r.uid AS uid ORDER BY uid"
SUPERSEDE = "UNWIND $rows AS row MATCH (r:Record {uid: row.uid}) SET r.superseded = true"


@dataclass
class SourceRun:
    """The run of one supply into a store."""

    store: Store
    place: Place
    supply: Supply
    accept_withdrawals: bool
    extractor: Extractor | None = None

    def carry_out(self, areas: list[dict[str, str]]) -> tuple[Counts, writing.Touched]:
        """Read, map and write one source."""
        mapping = self.supply.mapping
        counts = Counts(mapping.source)
        touched = writing.Touched(set(), set())
        run = f"run-{uuid.uuid4()}"
        if mapping.mode == "snapshot" and not self.accept_withdrawals:
            self._refuse_if_cut_short()
        self._open(run, mapping)
        seen: dict[str, str | None] = {}
        mapped = self._mapped(areas, counts)
        while batch := list(islice(mapped, BATCH)):
            fresh = self._unrepeated(batch, seen, counts)
            changed = self._write(fresh, counts)
            touched.mentions |= changed.mentions
            touched.shared |= changed.shared
        if mapping.mode == "snapshot":
            changed = self._withdraw(seen, counts)
            touched.mentions |= changed.mentions
            touched.shared |= changed.shared
        self._note(run, counts)
        return counts, touched

    def _refuse_if_cut_short(self) -> None:
        """Stop before anything is written when a snapshot lacks too many of the records it had."""
        source, reading = self.supply.mapping.source, self.supply.mapping.reads
        held = {row["uid"] for row in self.store.read(HELD, source=source)}
        if not held:
            return
        for path, name in self._files():
            mapper = Mapper(self.supply.mapping, name, self._context([]))
            for at, row in enumerate(READERS[reading.format](path, reading)):
                if at == 0:
                    check_columns(self.supply.mapping, row, name)
                held_key = row.values["key"] if reading.format == "note" else mapper.key(row)
                held.discard(f"{source}#{held_key or row.position}")
        total = len(self.store.read(HELD, source=source))
        if len(held) > TOO_MANY * total:
            raise KithError(
                f"{self.supply.names[0]} would withdraw {len(held)} of the {total} records of {source}",
                "Check that the export is whole; if it is, run again with --accept-withdrawals",
            )

    def _files(self) -> Iterator[tuple[Path, str]]:
        yield from zip(self.supply.files, self.supply.names, strict=True)

    def _context(self, areas: list[dict[str, str]]) -> Context:
        return Context(
            extracted_on=self.supply.extracted_on,
            dated=self.supply.dated,
            system=self.supply.mapping.system or self.supply.mapping.source,
            areas={folded(row["full_name"]): row["uid"] for row in areas if row["full_name"]},
            borough=self.place.area,
        )

    def _open(self, run: str, mapping: Mapping) -> None:
        started = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        told: dict[str, object] = {"uid": mapping.source, "agency": mapping.agency, "mode": mapping.mode}
        if self.place.dated:
            told["as_of"] = self.place.as_of
        source = {"uid": mapping.source, "props": told}
        opened = {"uid": run, "props": {"uid": run, "source": mapping.source, "started": started, "state": "open"}}
        self.store.write((cypher.upsert_nodes("Source"), [source]), (cypher.upsert_nodes("Run"), [opened]))

    def _note(self, run: str, counts: Counts) -> None:
        told = {"uid": run, "props": {"uid": run, "counts": json.dumps(counts.as_json())}}
        self.store.write((cypher.upsert_nodes("Run"), [told]))

    def _mapped(self, areas: list[dict[str, str]], counts: Counts) -> Iterator[Mapped]:
        """Every row of every file of the source, mapped; time spent is told apart from writing."""
        mapping = self.supply.mapping
        context = self._context(areas)
        inspection = Inspection(mapping)
        spent = 0.0
        for path, name in self._files():
            mapper = self._mapper(mapping, name, context)
            began = time.perf_counter()
            for at, row in enumerate(READERS[mapping.reads.format](path, mapping.reads)):
                if at == 0:
                    check_columns(mapping, row, name)
                one = mapper.map(row)
                one = replace(one, said=_hashed(one.said)) if one.said else one
                inspection.look(row, counts)
                spent += time.perf_counter() - began
                yield one
                began = time.perf_counter()
            spent += time.perf_counter() - began
        counts.seconds["reading and mapping"] = round(spent, 3)

    def _mapper(self, mapping: Mapping, name: str, context: Context) -> Mapper | NoteMapper:
        if mapping.reads.format != "note":
            return Mapper(mapping, name, context)
        # The language model takes seconds to load; a place without notes need not wait for it.
        from ingest.notes import NoteMapper, extractor_of

        if self.extractor is None:
            self.extractor = extractor_of(self.store, Settings().model)
        return NoteMapper(mapping, name, context, self.store, self.extractor)

    def _unrepeated(self, batch: Iterable[Mapped], seen: dict[str, str | None], counts: Counts) -> list[Mapped]:
        """Rows whose key has not come before in this source; an exact repeat is dropped, another refused."""
        fresh = []
        for one in batch:
            uid = f"{self.supply.mapping.source}#{one.row_key}"
            if one.said is not None and uid in seen:
                one = _repeated(one, seen)
            else:
                seen[uid] = _hash_of(one)
            counts.take(one.verdict)
            counts.problems.update(problem.code for problem in one.problems)
            if one.verdict is not Verdict.ACCEPT:
                counts.rows.append(_told(one))
            if one.verdict is not Verdict.DUPLICATE:
                fresh.append(one)
        return fresh

    def _write(self, fresh: list[Mapped], counts: Counts) -> writing.Touched:
        began = time.perf_counter()
        source = self.supply.mapping.source
        good = {one.said.uid: one.said for one in fresh if one.said is not None}
        refused = [one for one in fresh if one.said is None]
        asked = [*good, *(f"{source}#{one.row_key}" for one in refused)]
        known = {row["uid"]: row for row in self.store.read(KNOWN, uids=asked)}
        new = [r for uid, r in good.items() if uid not in known]
        changed = [r for uid, r in good.items() if uid in known and known[uid]["content_hash"] != r.properties["content_hash"]]
        unmarked = [r for uid, r in good.items() if uid in known and known[uid]["superseded"] and r not in changed]
        beside = quarantine.writes(self.store, source, refused, list(good))
        stale = [{"uid": uid} for uid in known if uid not in good and not known[uid]["superseded"]]
        if stale:
            beside.append((SUPERSEDE, stale))
        touched = writing.write_batch(self.store, source, new, [*changed, *unmarked], (), beside)
        counts.new += len(new)
        counts.changed += len(changed)
        counts.unchanged += len(good) - len(new) - len(changed)
        counts.seconds["writing"] = round(counts.seconds.get("writing", 0.0) + time.perf_counter() - began, 3)
        return touched

    def _withdraw(self, seen: dict[str, str | None], counts: Counts) -> writing.Touched:
        source = self.supply.mapping.source
        held = [row["uid"] for row in self.store.read(HELD, source=source)]
        gone = [uid for uid in held if uid not in seen]
        counts.withdrawn = len(gone)
        touched = writing.Touched(set(), set())
        for start in range(0, len(gone), BATCH):
            part = writing.write_batch(self.store, source, (), (), gone[start : start + BATCH])
            touched.mentions |= part.mentions
            touched.shared |= part.shared
        quarantine.forget(self.store, source, seen.keys())
        return touched


def _hashed(said: RecordSaid) -> RecordSaid:
    """The record with a hash over all it says, by which a rerun sees that nothing changed."""
    told = repr(
        (
            sorted((name, value) for name, value in said.properties.items() if value is not None),
            [(n.label, n.uid, n.described, sorted(n.properties.items())) for n in said.nodes],
            [(e.type, e.start, e.end, sorted(e.properties.items())) for e in said.edges],
        )
    )
    content_hash = hashlib.sha256(told.encode()).hexdigest()[:32]
    return replace(said, properties={**said.properties, "content_hash": content_hash})


def _repeated(one: Mapped, seen: dict[str, str | None]) -> Mapped:
    """A row whose key came before: dropped when it says the same, else kept for a person to look at."""
    assert one.said is not None
    uid = one.said.uid
    times = next(n for n in count(2) if f"{uid}#{n}" not in seen)
    seen[f"{uid}#{times}"] = None
    if _hash_of(one) == seen[uid]:
        code, what, cure = "duplicate_row", "repeats an earlier row", "Nothing to do: it was taken in once"
        verdict = Verdict.DUPLICATE
    else:
        code, what, cure = (
            "repeated_key",
            "has the key of an earlier row but says other things",
            "Give one of the two rows a key of its own",
        )
        verdict = Verdict.QUARANTINE
    problem = Problem(code, None, None, what, cure, verdict)
    return replace(one, row_key=f"{one.row_key}#{times}", said=None, verdict=verdict, problems=[problem])


def _hash_of(one: Mapped) -> str | None:
    return str(one.said.properties["content_hash"]) if one.said else None


def _told(one: Mapped) -> dict[str, object]:
    """A row's verdict as scripts read it; no values of a restricted row."""
    problems = [json.loads(problem.as_json(one.restricted)) for problem in one.problems]
    return {"file": one.file, "row_key": one.row_key, "line": one.line, "verdict": one.verdict.value, "problems": problems}


def check_columns(mapping: Mapping, row: Row, name: str) -> None:
    """Refuse a table that lacks a column its mapping names: it is of another shape."""
    missing = sorted(mapping.columns() - set(row.columns)) if row.columns is not None else []
    if missing:
        has = ", ".join(row.columns or ())
        raise MappingError(
            f"{name} has no column {missing[0]!r}, which the mapping of {mapping.source} names; it has: {has}",
            "Correct the mapping, or check that this is the right file",
        )
