"""Rows on their way out of the room: many in one answer."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")
SIZE = 200


def batched(rows: Iterable[T]) -> Iterator[list[T]]:
    """The rows in lists.

    >>> [len(batch) for batch in batched(range(450))]
    [200, 200, 50]
    """
    left = iter(rows)
    while batch := list(islice(left, SIZE)):
        yield batch
