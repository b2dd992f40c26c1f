"""Which of several tables in one file is the one that is meant."""

from collections.abc import Sequence

from ingest.readers.heading import header_of


def fitness(top: Sequence[Sequence[str]], height: int, expected: set[str]) -> tuple[int, int, int]:
    """How well a table fits: its expected columns, then its size below a header, then any size.

    >>> fitness([["Ref", "Name"], ["1", "Ann"]], 41, {"Name"})
    (1, 80, 41)
    """
    header = header_of(top, expected)
    if header is None:
        return 0, 0, height
    named = sum(1 for cell in top[header] if cell)
    return len(expected & {cell.strip() for cell in top[header]}), (height - header - 1) * named, height
