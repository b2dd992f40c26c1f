"""Zip archives, opened only when they are what they say and small enough."""

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from graph.errors import SourceError
from ingest import limits
from ingest.readers.blocks import Source, stream_of

END = b"PK\x05\x06"
END_SPAN = 22 + 65_535 + 20
LARGE_LOCATOR = b"PK\x06\x07"
"""Stands before the end of an archive that counts in 64 bits, and tells where its own end is (APPNOTE 4.3.15)."""
DIRECTORY_ENTRY = 1024
"""Bytes that a file takes at the most in an archive's directory, long names and remarks included."""
BLOCK = 1 << 20


@contextmanager
def opened(source: Source, name: str) -> Iterator[ZipFile]:
    """A zip archive whose directory is within the limits and says nothing of passwords.

    Raises SourceError for one that is broken, cut off, encrypted or too large.
    """
    try:
        with stream_of(source) as stream:
            _check_directory(stream, name)
            with ZipFile(stream) as found:
                _check(found.infolist(), name, stream.seek(0, 2))
                yield found
    except (BadZipFile, NotImplementedError, EOFError, struct.error, ValueError, OSError, zlib.error) as broken:
        raise SourceError(f"{name} is a damaged archive ({broken})", "Ask its sender to save and send it again") from broken


def _check_directory(stream: IO[bytes], shown: str) -> None:
    """Refuse a directory of millions of files before it is read into memory."""
    size = stream.seek(0, 2)
    stream.seek(max(0, size - END_SPAN))
    tail = stream.read()
    at = tail.rfind(END)
    if at < 0:
        raise SourceError(f"{shown} is cut off: the end of the archive is missing", "Ask its sender to send it again")
    (length,) = struct.unpack_from("<L", tail, at + 12)
    if length == 0xFFFFFFFF and tail[at - 20 : at - 16] == LARGE_LOCATOR:
        stream.seek(struct.unpack_from("<Q", tail, at - 12)[0])
        (length,) = struct.unpack_from("<Q", stream.read(56), 40)
    if length > limits.MEMBERS.most * DIRECTORY_ENTRY:
        raise limits.MEMBERS.refusal(shown)


def _check(members: list[ZipInfo], shown: str, size: int) -> None:
    """Refuse what is too many, too large, too well packed, encrypted or packed in a strange way."""
    if len(members) > limits.MEMBERS.most:
        raise limits.MEMBERS.refusal(shown)
    if any(member.flag_bits & 1 for member in members):
        raise SourceError(f"{shown} is protected by a password", "Send it without one")
    if any(member.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for member in members):
        raise SourceError(f"{shown} is packed by a method other than deflate", "Pack it again as an ordinary zip")
    total = sum(member.file_size for member in members)
    if total > limits.UNPACKED.most:
        raise limits.UNPACKED.refusal(shown)
    if total > limits.RATIO_FREE and total > limits.RATIO.most * size:
        raise limits.RATIO.refusal(shown)


def unpacked(found: ZipFile, member: ZipInfo) -> Iterator[bytes]:
    """The bytes of a file in an archive, refused as damaged where there are more than its directory says."""
    honest = copy(member)
    # One byte more than it says is asked for: an archive that lies about a size fails its checksum here.
    honest.file_size += 1
    with found.open(honest) as stream:
        while block := stream.read(BLOCK):
            yield block
