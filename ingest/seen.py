"""The keys of one source's rows so far, on disk, so that memory stays flat however long the source is."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

TABLE = "CREATE TABLE seen (key TEXT PRIMARY KEY, hash TEXT, times INTEGER NOT NULL) WITHOUT ROWID"
EARLIER = "SELECT key, hash, times FROM seen WHERE key IN (SELECT value FROM json_each(?))"
PUT = "INSERT INTO seen VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET times = excluded.times"
PAGE = 1_000
CACHE_KIB = 8_192


@dataclass
class Earlier:
    """The first row of a key: the hash of what it said (None where it was refused), and how often the key came."""

    hash: str | None
    times: int


class Seen:
    """Keys with what their first row said, in a private file of SQLite's that goes when closed."""

    def __init__(self) -> None:
        # An empty name is a temporary database of this connection's own, kept in memory until it grows.
        self._rows = sqlite3.connect("", isolation_level=None)
        self._rows.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        self._rows.execute("PRAGMA journal_mode = OFF")
        self._rows.execute(TABLE)

    def earlier(self, keys: Collection[str]) -> dict[str, Earlier]:
        """Which of some keys came before, and how."""
        found = self._rows.execute(EARLIER, (json.dumps(list(keys)),))
        return {key: Earlier(hash_, times) for key, hash_, times in found}

    def put(self, seen: dict[str, Earlier]) -> None:
        """Remember keys, or that they came again."""
        self._rows.executemany(PUT, ((key, one.hash, one.times) for key, one in seen.items()))

    def lacking(self, keys: Iterable[str]) -> Iterator[str]:
        """Those of many keys that never came."""
        many = iter(keys)
        while page := list(islice(many, PAGE)):
            came = self.earlier(page)
            yield from (key for key in page if key not in came)

    def close(self) -> None:
        """Let go of the file."""
        self._rows.close()
