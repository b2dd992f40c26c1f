"""Bytes to text as they stream by: whole lines, each with what was wrong with it."""

import io
from collections.abc import Iterator

from graph.errors import SourceError
from ingest import limits
from ingest.readers.blocks import SIZE, Source, blocks, stream_of
from ingest.readers.encoding import Encoding

PASTED, LOST, NUL = "pasted", "lost", "nul"
"""A line in cp1252 in a file of another encoding; one with bytes that mean nothing; one with a NUL character."""
UTF8 = ("utf-8", "utf-8-sig")
MARK = "\ufeff"
"""The byte order mark; it stands at the head of lines, too, where files were put one behind the other."""
LONG = limits.LINE.most // 4
"""A shorter line of letters has fewer bytes than the limit in any encoding."""


def lines_of(source: Source, encoding: Encoding, name: str) -> Iterator[tuple[str, str]]:
    """Physical lines with their ends, each with its flaw or nothing.

    Raises SourceError for a line longer than the limit, or a file that is not in its encoding.
    """
    for text, flaw in _texts(source, encoding, name):
        unsound = "\0" in text or (flaw == LOST and "\ufffd" in text)
        marked = MARK in text
        for line in io.StringIO(text, newline=""):
            if marked:
                line = line.lstrip(MARK)
            if len(line) > LONG and len(line.encode("utf-8", "replace")) > limits.LINE.most:
                raise limits.LINE.refusal(name)
            yield line, _flaw(line, flaw) if unsound or flaw == PASTED else ""


def check_lines(source: Source, encoding: Encoding, name: str) -> None:
    """Go through a file before its first row is yielded, where finding its encoding has not done so already.

    Raises SourceError as `lines_of` would further on.
    """
    if encoding.long:
        raise limits.LINE.refusal(name)
    if encoding.said or encoding.codec not in UTF8:
        for _ in lines_of(source, encoding, name):
            pass


def blocks_of(source: Source, encoding: Encoding, name: str) -> Iterator[str]:
    """The text in blocks, wherever lines end."""
    return (text for text, _ in _texts(source, encoding, name))


def _flaw(line: str, told: str) -> str:
    if "\0" in line:
        return NUL
    return LOST if "\ufffd" in line else told if told == PASTED else ""


def _texts(source: Source, encoding: Encoding, name: str) -> Iterator[tuple[str, str]]:
    """Blocks of text; LOST beside one says that letters in it may have been replaced."""
    if encoding.codec not in UTF8:
        yield from ((text, LOST) for text in _in_another(source, encoding, name))
        return
    for block in blocks(source):
        try:
            yield block.decode("utf-8"), ""
        except UnicodeDecodeError as wrong:
            if not encoding.mixed:
                raise _not_in(name, encoding) from wrong
            yield from map(_mended, block.splitlines(keepends=True))


def _mended(line: bytes) -> tuple[str, str]:
    """A line of UTF-8, or one pasted in from cp1252."""
    try:
        return line.decode("utf-8"), ""
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace"), PASTED


def _in_another(source: Source, encoding: Encoding, name: str) -> Iterator[str]:
    """Text in any other encoding, cut behind line breaks as blocks are."""
    kept = ""
    try:
        errors = "strict" if encoding.said else "replace"
        with io.TextIOWrapper(stream_of(source), encoding.codec, errors, newline="") as stream:
            while read := stream.read(SIZE):
                text = kept + read
                end = text.rfind("\n") + 1 or text.rfind("\r", 0, len(text) - 1) + 1
                if not end and len(text) < limits.LINE.most:
                    kept = text
                    continue
                yield text[: end or len(text)]
                kept = text[end or len(text) :]
    except UnicodeDecodeError as wrong:
        raise _not_in(name, encoding) from wrong
    if kept:
        yield kept


def _not_in(name: str, encoding: Encoding) -> SourceError:
    return SourceError(f"{name} is not in {encoding.codec}", "Leave `encoding` out of the mapping to have it detected")
