"""The embedded engine: kglite through its durable session, in a folder of the place's own."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import kglite

from graph import cypher, export, owner_only
from graph.declare import NODES
from graph.errors import StoreError
from graph.search import best
from graph.store import Row, Write

FILE, VOCABULARY = "kith.kgl", "vocabulary"
EARTH_METRES = 6_371_008.8
SAMPLES: dict[type, object] = {str: "", int: 0, float: 0.0, bool: False, date: date(2000, 1, 1), list: [""]}


class EmbeddedStore:
    """A graph in one folder, owned by one process at a time; a commit survives power loss."""

    engine = "embedded"
    writers = 1

    def __init__(self, folder: Path) -> None:
        self.location = str(folder)
        # A question may name labels that a young graph has none of yet; that is no mistake.
        kglite.set_query_warning_policy("silent")
        try:
            owner_only.make_folder(folder, FILE)
            with owner_only.new_files():
                if not (folder / FILE).exists():
                    _found(folder)
                _check_vocabulary(folder)
                self._session = kglite.open_session(str(folder / FILE), durable="full")
            owner_only.close_files(folder, FILE)
            owner_only.close_files(folder, VOCABULARY)
        except kglite.WriterLeaseHeldError as held:
            raise StoreError(
                f"the store {folder} is in use by process {held.holder['pid']} since {held.holder['since']}",
                "Wait till it ends or stop it (a `kith serve` or `kith ingest`), or name another folder with --store",
            ) from held
        except (OSError, kglite.KgError, RuntimeError, ValueError) as broken:
            raise StoreError(
                f"the store {folder} cannot be opened: {broken}",
                "Check that the folder can be written, or rebuild the store by ingesting again into a new folder",
            ) from broken
        self._searched_at: dict[str, int] = {}
        self._indexes: set[str] = set()

    def read(self, text: str, **parameters: object) -> list[Row]:
        """The rows of a reading query."""
        try:
            rows: list[Row] = self._session.cypher(text, params=parameters).to_list()
        except kglite.KgError as refused:
            raise self._refused(refused) from refused
        return rows

    def write(self, *writes: Write) -> dict[str, int]:
        """Carry out writes in one transaction."""
        counts: dict[str, int] = {}
        with self._room(), self._session.begin() as transaction:
            for text, rows in writes:
                _add(counts, transaction.cypher(text, params={"rows": list(rows)}).stats)
        return counts

    def search(self, label: str, words: str, limit: int = 20) -> list[Row]:
        """Nodes of a label whose searched words match, best first."""
        self._refresh(label)
        return best(self.read, label, words, limit, self._indexes)

    def _refresh(self, label: str) -> None:
        """Make the word indexes of a label that are not there, or fell behind: past 1,000 changes the engine serves old words."""
        if self._searched_at.get(label) == self._session.version():
            return
        stale = {row["name"]: row["stale"] for row in self._word_indexes()}
        for name in NODES[label].searched:
            index = cypher.index_name(label, name)
            if stale.get(index):
                self._session.execute(f"DROP INDEX {index}")
            if stale.get(index, True):
                # The engine refuses an index over a property that nothing has; there is then nothing to find either.
                with suppress(kglite.KgError, ValueError):
                    self._session.execute(cypher.search_index(label, name))
        self._indexes = {row["name"] for row in self._word_indexes()}
        self._searched_at[label] = self._session.version()

    def _word_indexes(self) -> list[Row]:
        return [row for row in self.read("SHOW INDEXES") if row["type"] == "FULLTEXT"]

    def near(self, label: str, lat: float, lon: float, metres: float) -> list[Row]:
        """Nodes of a label with a point within a distance, nearest first."""
        degrees = metres / 111_000
        rows = self.read(
            f"MATCH (n:{NODES[label].label}) WHERE n.lat >= $south AND n.lat <= $north "
            "RETURN n.uid AS uid, n.lat AS lat, n.lon AS lon ORDER BY uid",
            south=lat - degrees,
            north=lat + degrees,
        )
        found = [{"uid": r["uid"], "metres": _apart(lat, lon, r["lat"], r["lon"])} for r in rows if r["lon"] is not None]
        return sorted((r for r in found if r["metres"] <= metres), key=lambda r: (r["metres"], r["uid"]))

    def moment(self) -> str:
        """The number of its version: one process has the folder to itself, so there are no other writers."""
        return str(self._session.version())

    def export(self) -> Iterator[Row]:
        """Every node, then every edge."""
        return export.rows(self.read)

    def close(self) -> None:
        """Checkpoint and release the folder."""
        with self._room():
            self._session.close()

    @contextmanager
    def _room(self) -> Iterator[None]:
        """What could not be written to disk isn't in the store; all that was committed before is."""
        try:
            with owner_only.new_files():
                yield
        except kglite.FileIoError as full:
            raise StoreError(
                f"the store {self.location} cannot be written: {full}",
                "Make room on its disk or check its permissions, then run the command again: what was committed stays",
            ) from full
        except kglite.KgError as refused:
            raise self._refused(refused) from refused

    def _refused(self, error: Exception) -> StoreError:
        return StoreError(f"the store {self.location} answered: {error}", "Rebuild it by ingesting again into a new folder")


def _found(folder: Path) -> None:
    """Make an empty store: all or nothing, for what is renamed into place is whole.

    The engine takes its schema from data: a node's identity from the loader's `id_field` (else it numbers
    nodes, and after a deletion gives a number twice), and the properties a crash lets it recover from nodes
    that had them. So each label begins with one node that has every property, which then goes.
    """
    with TemporaryDirectory(dir=folder, prefix="founding-") as work:
        path = str(Path(work) / FILE)
        samples = [
            {
                "type": label,
                "id_field": "uid",
                "title_field": "uid",
                "records": [{name: SAMPLES[kind] for name, kind in node.properties.items()} | {"uid": "_"}],
            }
            for label, node in NODES.items()
        ]
        kglite.from_records({"nodes": samples}, save=path)
        with kglite.open_session(path, durable="full") as session:
            for text in (*cypher.constraints(), *cypher.search_indexes()):
                session.execute(text)
            for label in NODES:
                session.execute(cypher.delete_nodes(label), params={"rows": [{"uid": "_"}]})
            session.save()
        (folder / VOCABULARY).write_text(_vocabulary(), "utf-8")
        Path(path).rename(folder / FILE)


def _vocabulary() -> str:
    """A hash of all labels with their properties, which a store takes from its founding."""
    told = sorted(
        (label, sorted((name, kind.__name__) for name, kind in node.properties.items())) for label, node in NODES.items()
    )
    return hashlib.sha256(repr(told).encode()).hexdigest()


def _check_vocabulary(folder: Path) -> None:
    path = folder / VOCABULARY
    if not path.exists() or path.read_text("utf-8") != _vocabulary():
        raise StoreError(
            f"the store {folder} was made with another version of the vocabulary",
            "Ingest again into a new folder; this one is left as it is",
        )


def _add(counts: dict[str, int], stats: dict[str, Any] | None) -> None:
    for name, count in (stats or {}).items():
        if count:
            counts[name] = counts.get(name, 0) + int(count)


def _apart(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great-circle distance in metres (haversine, mean Earth radius of IUGG)."""
    up, along = radians(other_lat - lat), radians(other_lon - lon)
    half = sin(up / 2) ** 2 + cos(radians(lat)) * cos(radians(other_lat)) * sin(along / 2) ** 2
    return 2 * EARTH_METRES * asin(sqrt(half))
