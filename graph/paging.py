"""Many rows of a store, some at a time, so that memory holds few however many there are."""

from collections.abc import Iterator

from graph.store import Row, Store

KEYS = 200_000
"""Keys read at once: the embedded engine looks at every node for each such reading, so they are few and large."""
PAGE = 1_000
"""Whole rows read at once, by key."""


def paged(store: Store, keys: str, rows: str, **parameters: object) -> Iterator[Row]:
    """The rows that a text finds by `$uids`, in the order of the keys that another finds.

    `keys` takes `$after` and `$limit`, and gives `uid` in ascending order.
    """
    after = ""
    while found := [row["uid"] for row in store.read(keys, after=after, limit=KEYS, **parameters)]:
        for start in range(0, len(found), PAGE):
            yield from store.read(rows, uids=found[start : start + PAGE])
        after = found[-1]
        if len(found) < KEYS:
            return
