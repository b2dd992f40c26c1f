"""Who is writing to a shared store: one run at a time, and the next is told who holds it.

The embedded engine lets one process in by itself; a Neo4j is shared, so there a node of its own says
who writes and until when. Time is the server's. The holder renews while it lives, so a killed one
holds the store for a minute at most; one killed on this same machine is seen to be gone at once.
"""

from __future__ import annotations

import os
import socket
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from graph.errors import StoreError
from graph.store import Row, Store

SECONDS, RENEWED_EACH = 60, 10
UID = "writing"
TAKE = (
    "UNWIND $rows AS row MERGE (l:Lease {uid: row.uid}) SET l.asked_by = row.holder "
    "WITH l, row WHERE l.holder IS NULL OR l.until < timestamp() OR l.holder = row.holder OR l.holder = row.gone "
    "SET l.holder = row.holder, l.host = row.host, l.pid = row.pid, l.since = timestamp(), "
    "l.until = timestamp() + row.milliseconds"
)
RENEW = (
    "UNWIND $rows AS row MATCH (l:Lease {uid: row.uid}) WHERE l.holder = row.holder SET l.until = timestamp() + row.milliseconds"
)
GIVE_BACK = "UNWIND $rows AS row MATCH (l:Lease {uid: row.uid}) WHERE l.holder = row.holder DELETE l"
MINE = "UNWIND [$uid] AS uid MATCH (l:Lease {uid: uid}) WHERE l.holder = $holder RETURN l.uid AS uid ORDER BY uid"
"""Whether the hold is still one's own; for who writes on behalf of the holder in a process of their own."""
LOOK = (
    "UNWIND [$uid] AS uid MATCH (l:Lease {uid: uid}) RETURN l.holder AS holder, l.host AS host, l.pid AS pid, "
    "toString(datetime({epochMillis: l.since})) AS since ORDER BY holder"
)


_HOLDING: set[str] = set()
"""The holds that this process has."""


class Held:
    """The right to write, for as long as it is renewed."""

    def __init__(self) -> None:
        self.holder = str(uuid.uuid4())
        self._lost = False

    def check(self) -> None:
        """Raise StoreError where another run has taken the store over, as after a long pause of this machine."""
        if self._lost:
            raise taken_over()

    def lose(self) -> None:
        """Note that the right is gone."""
        self._lost = True


def taken_over() -> StoreError:
    """The error of whoever finds that another run holds the store by now."""
    return StoreError("another run has taken the store over", "Let it end, then run this again: what was committed stays")


@contextmanager
def writing(store: Store) -> Iterator[Held]:
    """Hold a store for writing while the block lasts.

    Raises StoreError that names the holder where another run writes.
    """
    held = Held()
    if store.engine == "embedded":
        yield held
        return
    _take(store, held)
    _HOLDING.add(held.holder)
    ended = threading.Event()
    renewing = threading.Thread(target=_renew, args=(store, held, ended), name="kith-lease", daemon=True)
    renewing.start()
    try:
        yield held
    finally:
        ended.set()
        renewing.join()
        _HOLDING.discard(held.holder)
        # Where the connection is gone the hold ends by its time, and whoever asks on this machine sees the process gone.
        with suppress(StoreError):
            store.write((GIVE_BACK, [{"uid": UID, "holder": held.holder}]))


def _take(store: Store, held: Held) -> None:
    gone: str | None = None
    for _ in range(2):
        store.write((TAKE, [{**_row(held), "host": socket.gethostname(), "pid": os.getpid(), "gone": gone}]))
        holder = store.read(LOOK, uid=UID)[0]
        if holder["holder"] == held.holder:
            return
        if not _is_gone(holder):
            break
        gone = holder["holder"]
    raise StoreError(
        f"the store {store.location} is being written by process {holder['pid']} on {holder['host']} since {holder['since']}",
        f"Wait till it ends; if it was killed on another machine, its hold ends within {SECONDS} seconds",
    )


def _is_gone(holder: Row) -> bool:
    """Whether the holder was a process of this machine that has ended."""
    if holder["host"] != socket.gethostname():
        return False
    if holder["pid"] == os.getpid():
        # A hold of this very process that it could not give back, for its connection was gone.
        return holder["holder"] not in _HOLDING
    try:
        os.kill(holder["pid"], 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        pass
    return False


def _renew(store: Store, held: Held, ended: threading.Event) -> None:
    while not ended.wait(RENEWED_EACH):
        try:
            if not store.write((RENEW, [_row(held)])):
                held.lose()
        except StoreError:
            # Its next transaction fails likewise, and says so; till then the hold stands by its time.
            continue


def _row(held: Held) -> Row:
    return {"uid": UID, "holder": held.holder, "milliseconds": SECONDS * 1_000}
