"""Which partition something goes to: the same in every process, run and machine."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar
from zlib import crc32

Thing = TypeVar("Thing")
REPEAT = re.compile(r"(#\d+)+$")
MOST = 4_000_000
"""Bytes of files in one partition, so that what a worker holds at once stays small."""
LEAST = 64_000
"""Below so many bytes of tables, Spark's own second or two for a source is longer than the work on it."""
FEW = 20
"""Below so many notes, a worker that loads the model costs more than it saves."""
ARCHIVE = 1_000_000
"""Bytes of fewer notes than that which may be many after all, packed into one file."""
SHARES = 4
"""Partitions of notes for each core: one long note then holds up little."""


def partition_of(text: str, partitions: int) -> int:
    """The partition of a key.

    >>> partition_of("school_roll#1", 4) == partition_of("school_roll#1", 4)
    True
    """
    return crc32(text.encode()) % partitions


def root(row_key: str) -> str:
    """A key without the number that a repeat of it gets, so that all that may be one key meet in one partition.

    >>> root("HH/104477#2"), root("HH/104477")
    ('HH/104477', 'HH/104477')
    """
    return REPEAT.sub("", row_key)


def is_small(files: Sequence[Path], notes: bool) -> bool:
    """Whether a source is not worth Spark's while."""
    sizes = [path.stat().st_size for path in _single(files)]
    if notes:
        # One file may be an archive of many notes; a few of that size are worth it, too.
        return len(sizes) < FEW and sum(sizes) < ARCHIVE
    return sum(sizes) < LEAST


def how_many(files: Sequence[Path], notes: bool, cores: int) -> int:
    """How many partitions the rows of files make."""
    if notes:
        return SHARES * cores
    size = sum(path.stat().st_size for path in _single(files))
    return max(-(-size // MOST), cores if size > LEAST else 1)


def _single(files: Sequence[Path]) -> Iterator[Path]:
    """The files, and those within folders."""
    for path in files:
        yield from (one for one in path.rglob("*") if one.is_file()) if path.is_dir() else [path]


def in_parts(whole: Sequence[Thing], size: int) -> Iterator[Sequence[Thing]]:
    """A list in parts of a size, the last one smaller.

    >>> list(in_parts("abcde", 2))
    ['ab', 'cd', 'e']
    """
    for start in range(0, len(whole), size):
        yield whole[start : start + size]
