"""A text file in blocks of whole lines, so that a file of any size takes the memory of one block."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from ingest import limits

Source = Path | bytes
"""A file, or what stood in another file."""
SIZE = 1 << 20


def stream_of(source: Source) -> IO[bytes]:
    """Its bytes from the first."""
    return io.BytesIO(source) if isinstance(source, bytes) else source.open("rb")


def blocks(source: Source) -> Iterator[bytes]:
    """Bytes cut behind line breaks; a line longer than the limit comes in parts, cut before a character begins."""
    with stream_of(source) as stream:
        yield from _cut(stream)


def _cut(stream: IO[bytes]) -> Iterator[bytes]:
    kept = b""
    while read := stream.read(SIZE):
        data = kept + read
        end = _end(data)
        if not end and len(data) < limits.LINE.most:
            kept = data
            continue
        end = end or _between_characters(data)
        yield data[:end]
        kept = data[end:]
    if kept:
        yield kept


def _end(data: bytes) -> int:
    """Behind the last line break; a lone carriage return at the very end may be half of one."""
    return data.rfind(b"\n") + 1 or data.rfind(b"\r", 0, len(data) - 1) + 1


def _between_characters(data: bytes) -> int:
    """Before the last character where it may be cut off in the middle (UTF-8)."""
    at = len(data)
    while at > len(data) - 4 and data[at - 1] & 0xC0 == 0x80:
        at -= 1
    return at - 1
