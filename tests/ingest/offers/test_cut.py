"""A registration cut off at any write, and made again or never, leaves nothing half there."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graph import export
from graph.embedded import EmbeddedStore
from graph.errors import StoreError
from graph.store import Store, Write
from ingest.load import ingest
from ingest.offers.desk import moderate, withdraw
from tests.ingest.offers.hollow import DAY, offer, take_in, write

MOST = 30
Do = Callable[[Any], object]


class Cut:
    """A store that is gone after so many writes, as a process that was killed."""

    def __init__(self, store: Store, writes: int) -> None:
        self._store, self._left = store, writes

    def write(self, *writes: Write) -> dict[str, int]:
        """As the store writes, while it is there."""
        if self._left == 0:
            raise StoreError("the store is gone", "Try again")
        self._left -= 1
        return self._store.write(*writes)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)


def uid_of_lunch(store: Any) -> str:
    return str(store.read("MATCH (s:OfferStep) RETURN s.offer AS uid ORDER BY uid LIMIT 1")[0]["uid"])


def confirmed(store: Any) -> object:
    return moderate(store, uid_of_lunch(store), "confirm", "ed", DAY)


def withdrawn(store: Any) -> object:
    return withdraw(store, uid_of_lunch(store), "mo", DAY)


@pytest.mark.parametrize(
    ("before", "doing"),
    [
        ([], offer),
        ([offer], confirmed),
        ([offer], lambda store: offer(store, needs=("carers",), organisation="LOW MOOR Lunch Club")),
        ([offer, confirmed], withdrawn),
    ],
    ids=["registered", "confirmed", "reworded", "withdrawn"],
)
def test_cut_off_at_every_write(tmp_path: Path, before: list[Do], doing: Do) -> None:
    def store_before(name: str) -> EmbeddedStore:
        store = EmbeddedStore(tmp_path / name)
        take_in(store, tmp_path / "place")
        for step in before:
            step(store)
        return store

    untouched, done = store_before("untouched"), store_before("done")
    doing(done)
    either = {export.digest(untouched.export()), export.digest(done.export())}
    assert len(either) == 2
    for writes in range(MOST):
        store = store_before(f"cut{writes}")
        try:
            doing(Cut(store, writes))
        except StoreError:
            # Whatever comes next heals it: the place taken in again, and then the same once more.
            ingest(store, write(tmp_path / "place"))
            assert export.digest(store.export()) in either, f"cut at write {writes}"
            if export.digest(store.export()) == export.digest(untouched.export()):
                doing(store)
            assert export.digest(store.export()) == export.digest(done.export()), f"cut at write {writes}"
        else:
            assert writes > 3
            return
        finally:
            store.close()
    raise AssertionError(f"more than {MOST} writes")
