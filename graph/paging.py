"""Many rows of a store, a page at a time, so that memory holds one page however many there are."""

from collections.abc import Iterator

from graph.store import Row, Store

PAGE = 5_000


def paged(store: Store, text: str, **parameters: object) -> Iterator[Row]:
    """The rows of a text that takes `$after` and `$limit` and gives `uid` in ascending order."""
    after = ""
    while rows := store.read(text, after=after, limit=PAGE, **parameters):
        yield from rows
        after = rows[-1]["uid"]
        if len(rows) < PAGE:
            return
