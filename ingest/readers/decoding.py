"""Bytes to text as they stream by: whole lines, each with what was wrong with it."""

import codecs
import io
from collections.abc import Iterator
from pathlib import Path

from graph.errors import SourceError
from ingest.readers import limits
from ingest.readers.blocks import SIZE, blocks
from ingest.readers.encoding import Encoding

PASTED, LOST, NUL = "pasted", "lost", "nul"
"""A line in cp1252 in a file of another encoding; one with bytes that mean nothing; one with a NUL character."""
UTF8 = ("utf-8", "utf-8-sig")
LONG = limits.LINE.most // 4
"""A shorter line of letters has fewer bytes than the limit in any encoding."""


def lines_of(path: Path, encoding: Encoding) -> Iterator[tuple[str, str]]:
    """Physical lines with their ends, each with its flaw or nothing.

    Raises SourceError for a line longer than the limit, or a file that is not in its encoding.
    """
    for text, flaw in _texts(path, encoding):
        unsound = "\0" in text or (flaw == LOST and "\ufffd" in text)
        for line in io.StringIO(text, newline=""):
            if len(line) > LONG and len(line.encode("utf-8", "replace")) > limits.LINE.most:
                raise limits.LINE.refusal(path.name)
            yield line, _flaw(line, flaw) if unsound or flaw == PASTED else ""


def blocks_of(path: Path, encoding: Encoding) -> Iterator[str]:
    """The text in blocks, wherever lines end."""
    return (text for text, _ in _texts(path, encoding))


def _flaw(line: str, told: str) -> str:
    if "\0" in line:
        return NUL
    return LOST if "\ufffd" in line else told if told == PASTED else ""


def _texts(path: Path, encoding: Encoding) -> Iterator[tuple[str, str]]:
    """Blocks of text; LOST beside one says that letters in it may have been replaced."""
    if encoding.codec not in UTF8:
        yield from ((text, LOST) for text in _in_another(path, encoding))
        return
    first = True
    for block in blocks(path):
        data = block.removeprefix(codecs.BOM_UTF8) if first else block
        first = False
        try:
            yield data.decode("utf-8"), ""
        except UnicodeDecodeError as wrong:
            if not encoding.mixed:
                raise _not_in(path, encoding) from wrong
            yield from map(_mended, data.splitlines(keepends=True))


def _mended(line: bytes) -> tuple[str, str]:
    """A line of UTF-8, or one pasted in from cp1252."""
    try:
        return line.decode("utf-8"), ""
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace"), PASTED


def _in_another(path: Path, encoding: Encoding) -> Iterator[str]:
    """Text in any other encoding, cut behind line breaks as blocks are."""
    kept = ""
    try:
        with path.open("r", encoding=encoding.codec, newline="", errors="strict" if encoding.said else "replace") as stream:
            while read := stream.read(SIZE):
                text = kept + read
                end = text.rfind("\n") + 1 or text.rfind("\r", 0, len(text) - 1) + 1
                if not end and len(text) < limits.LINE.most:
                    kept = text
                    continue
                yield text[: end or len(text)]
                kept = text[end or len(text) :]
    except UnicodeDecodeError as wrong:
        raise _not_in(path, encoding) from wrong
    if kept:
        yield kept


def _not_in(path: Path, encoding: Encoding) -> SourceError:
    return SourceError(f"{path.name} is not in {encoding.codec}", "Leave `encoding` out of the mapping to have it detected")
