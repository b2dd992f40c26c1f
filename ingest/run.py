"""One source in one run: read it, write what is new or changed, withdraw what it no longer has."""

from __future__ import annotations

import hashlib
import json
import time
import uuid
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path

from graph import cypher, writing
from graph.errors import KithError, MappingError
from graph.lease import Held
from graph.settings import Settings
from graph.store import Store
from graph.writers import Writers
from ingest.cleaners import Context
from ingest.cleaners.names import folded
from ingest.corrections import Corrections, corrections_of
from ingest.counts import Counts
from ingest.handling import Handling, Maps
from ingest.joining import Joining
from ingest.loading import BATCH, Loading, held, listed
from ingest.mapper import Mapped, Mapper
from ingest.mapping import Mapping
from ingest.place import Place, Supply
from ingest.progress import Progress, Unwatched, rows_expected
from ingest.readers import READERS
from ingest.readers.reading import Reading
from ingest.reading_ahead import read_ahead
from ingest.retention import Retention, retention_of
from ingest.row import Row
from ingest.seen import Earlier, Seen

TOO_MANY = 0.2
"""A snapshot that would withdraw more than this share of a source stops, for a person to confirm."""


@dataclass
class SourceRun:
    """The run of one supply into a store."""

    store: Store
    place: Place
    supply: Supply
    held: Held
    joining: Joining
    accept_withdrawals: bool
    progress: Progress = field(default_factory=Unwatched)
    today: date = field(default_factory=date.today)
    """The day that retention periods are held against."""
    corrections: Corrections = field(init=False)
    retention: Retention = field(init=False)
    run: str = field(default_factory=lambda: f"run-{uuid.uuid4()}")

    def __post_init__(self) -> None:
        self.corrections = corrections_of(self.store, self.supply.mapping.source)
        self.retention = retention_of(self.supply, self.today)

    def carry_out(self, areas: list[dict[str, str]]) -> Counts:
        """Read, map and write one source; the Run it leaves is open until who is who is said."""
        mapping = self.supply.mapping
        counts = Counts(mapping.source)
        if mapping.mode == "snapshot" and not self.accept_withdrawals:
            self._refuse_if_cut_short()
        began = time.perf_counter()
        self.open()
        watched = not isinstance(self.progress, Unwatched)
        self.progress.began(mapping.source, rows_expected(self.supply) if watched else None)
        mapped = self.mapped(areas, counts)
        batch = list(islice(mapped, BATCH))
        # Only what could be read is a source of the graph.
        self.declare()
        with Writers(self.store) as writers, closing(Seen()) as seen:
            loading = Loading(writers, mapping.source, counts, seen, self.retention.extracted_on)
            while batch:
                self.held.check()
                loading.take(batch)
                if mapping.reads.format == "note":
                    # The next notes are read against a graph in which these are all there.
                    loading.finish()
                if self.joining.enough(loading.touched):
                    loading.finish()
                    self.tell(loading.hand_over(), counts)
                batch = list(islice(mapped, BATCH))
            loading.finish()
            if mapping.mode == "snapshot":
                loading.withdraw()
        counts.corrections_left = self.corrections.leave(self.store, whole=mapping.mode == "snapshot")
        self.progress.finished()
        counts.seconds["all"] = round(time.perf_counter() - began, 3)
        self.note(counts)
        self.tell(loading.hand_over(), counts)
        return counts

    def tell(self, touched: writing.Touched, counts: Counts) -> None:
        """Tell what was touched, all of which is in the store, to who says who is who."""
        self.joining.removed = self.joining.removed or bool(counts.withdrawn or counts.changed)
        self.joining.take(touched)

    def _refuse_if_cut_short(self) -> None:
        """Stop before anything is written when a snapshot lacks too many of the records it had."""
        source, reading = self.supply.mapping.source, self.supply.mapping.reads
        total = held(self.store, source)
        if not total:
            return
        with closing(Seen()) as seen:
            for path, name in self._files():
                keys = self._keys(path, name, reading)
                while page := list(islice(keys, BATCH)):
                    seen.put({key: Earlier(None, 1) for key in page})
            lost = sum(1 for _ in seen.lacking(listed(self.store, source)))
        if lost > TOO_MANY * total:
            raise self.cut_short(lost, total)

    def cut_short(self, lost: int, total: int) -> KithError:
        """The error of a snapshot that lacks too many of the records it had."""
        return KithError(
            f"{self.supply.names[0]} would withdraw {lost} of the {total} records of {self.supply.mapping.source}",
            "Check that the export is whole; if it is, run again with --accept-withdrawals",
        )

    def _keys(self, path: Path, name: str, reading: Reading) -> Iterator[str]:
        """The keys of a file's rows, as records would have them."""
        mapping = self.supply.mapping
        mapper = Mapper(mapping, name, self.context([]))
        for at, row in enumerate(READERS[reading.format](path, reading)):
            if at == 0:
                check_columns(mapping, row, name)
            row = self.corrections.apply(row)
            key = row.values["key"] if reading.format == "note" else mapper.key(row)
            yield f"{mapping.source}#{key or row.position}"

    def _files(self) -> Iterator[tuple[Path, str]]:
        yield from zip(self.supply.files, self.supply.names, strict=True)

    def context(self, areas: list[dict[str, str]]) -> Context:
        """What cleaners may know of the source and its place."""
        return Context(
            extracted_on=self.supply.extracted_on,
            dated=self.supply.dated,
            system=self.supply.mapping.system or self.supply.mapping.source,
            areas={folded(row["full_name"]): row["uid"] for row in areas if row["full_name"]},
            borough=self.place.area,
        )

    def declare(self) -> None:
        """Say in the store that there is such a source."""
        mapping = self.supply.mapping
        told: dict[str, object] = {"uid": mapping.source, "agency": mapping.agency, "mode": mapping.mode}
        if self.place.dated:
            told["as_of"] = self.place.as_of
        self.store.write((cypher.upsert_nodes("Source"), [{"uid": mapping.source, "props": told}]))

    def open(self) -> None:
        """Say in the store that the run has begun, and of which files."""
        content = hashlib.sha256()
        for path, _ in self._files():
            for one in sorted(path.rglob("*")) if path.is_dir() else [path]:
                if one.is_file():
                    with one.open("rb") as file:
                        content.update(hashlib.file_digest(file, "sha256").digest())
        told = {"uid": self.run, "source": self.supply.mapping.source, "started": now(), "state": "open"}
        opened = {"uid": self.run, "props": {**told, "content_hash": content.hexdigest()}}
        self.store.write((cypher.upsert_nodes("Run"), [opened]))

    def note(self, counts: Counts) -> None:
        """Say in the store what was counted, without any value of a row."""
        noted = {"uid": self.run, "props": {"ended": now(), "counts": json.dumps(counts.as_json())}}
        self.store.write((cypher.upsert_nodes("Run"), [noted]))

    def mapped(self, areas: list[dict[str, str]], counts: Counts) -> Iterator[Mapped]:
        """Every row of every file of the source, mapped; time spent is told apart from writing."""
        handling = Handling(self.supply.mapping, self.corrections, self.retention, counts)
        spent, began = 0.0, time.perf_counter()
        for mapper, row in self._notes(areas) if self.supply.mapping.reads.format == "note" else self._rows(areas):
            self.progress.advanced(1)
            one, lapsed = handling.map(mapper, row)
            spent += time.perf_counter() - began
            if not lapsed:
                yield one
            began = time.perf_counter()
        counts.seconds["reading and mapping"] = round(spent + time.perf_counter() - began, 3)

    def _rows(self, areas: list[dict[str, str]]) -> Iterator[tuple[Mapper, Row]]:
        """Every row, with what maps it."""
        mapping, context = self.supply.mapping, self.context(areas)
        for path, name in self._files():
            mapper = Mapper(mapping, name, context)
            for at, row in enumerate(READERS[mapping.reads.format](path, mapping.reads)):
                if at == 0:
                    check_columns(mapping, row, name)
                yield mapper, row

    def _notes(self, areas: list[dict[str, str]]) -> Iterator[tuple[Maps, Row]]:
        """Every note, with what maps it."""
        # The language model takes seconds to load; a place without notes need not wait for it.
        from ingest.notes import NoteMapper, extractor_of, judged_of

        mapping, context, settings = self.supply.mapping, self.context(areas), Settings()
        extractor = extractor_of(self.store, settings.model)
        judged = judged_of(self.store)
        notes = (
            (NoteMapper(mapping, name, context, self.store, extractor, judged), row)
            for path, name in self._files()
            for row in READERS[mapping.reads.format](path, mapping.reads)
        )
        return read_ahead(notes, extractor, self.corrections, settings.note_processes)


def now() -> str:
    """The moment, in UTC, to the second."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


def check_columns(mapping: Mapping, row: Row, name: str) -> None:
    """Refuse a table that lacks a column its mapping names: it is of another shape."""
    missing = sorted(mapping.columns() - set(row.columns)) if row.columns is not None else []
    if missing:
        has = ", ".join(row.columns or ())
        raise MappingError(
            f"{name} has no column {missing[0]!r}, which the mapping of {mapping.source} names; it has: {has}",
            "Correct the mapping, or check that this is the right file",
        )
