"""Many rows of a store, some at a time, so that memory holds few however many there are."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from graph.store import Row, Store

T = TypeVar("T")

KEYS = 200_000
"""Keys read at once: the embedded engine looks at every node for each such reading, so they are few and large."""
PAGE = 1_000
"""Whole rows read at once, by key."""
CHUNK = 5_000
"""Values handed to one reading, and rows to one writing."""


def in_parts(values: Sequence[T], size: int = CHUNK) -> Iterator[Sequence[T]]:
    """Values some at a time, in their order.

    >>> list(in_parts("abcde", 2))
    ['ab', 'cd', 'e']
    """
    return (values[start : start + size] for start in range(0, len(values), size))


def read_of(store: Store, text: str, values: Sequence[str], name: str = "uids", **parameters: object) -> Iterator[Row]:
    """The rows that a text finds for values, which it takes some at a time by a name; each part is in the text's order."""
    for part in in_parts(values):
        yield from store.read(text, **{name: list(part)}, **parameters)


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
