"""Bytes to text: UTF-8, a legacy encoding, or UTF-8 with single lines pasted in from cp1252."""

from pathlib import Path

from charset_normalizer import from_bytes

from graph.errors import SourceError

LEGACY_SHARE = 0.1
"""Above this share of lines that are no UTF-8 the whole file is taken to be in a legacy encoding."""


def decode(path: Path, encoding: str | None = None) -> tuple[list[str], set[int]]:
    """Physical lines with their ends, and the numbers (from 1) of lines repaired from cp1252.

    Raises SourceError for an empty or binary file, or one that cannot be read.
    """
    data = _bytes(path)
    if encoding:
        return _named(data, encoding, path).splitlines(keepends=True), set()
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16").splitlines(keepends=True), set()
    raw = data.removeprefix(b"\xef\xbb\xbf").splitlines(keepends=True)
    broken = {number for number, line in enumerate(raw, 1) if not _is_utf8(line)}
    if len(broken) > max(1, LEGACY_SHARE * len(raw)):
        return _legacy(data, path).splitlines(keepends=True), set()
    lines = [line.decode("cp1252" if number in broken else "utf-8", errors="replace") for number, line in enumerate(raw, 1)]
    return lines, broken


def _legacy(data: bytes, path: Path) -> str:
    """Text of an older encoding: cp1252, which agencies' exports are in, else what charset-normalizer finds."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        guess = from_bytes(data).best()
        return _named(data, guess.encoding if guess else "latin-1", path)


def _bytes(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as missing:
        raise SourceError(f"{path} cannot be read ({missing.strerror})", "Check the path in place.yaml") from missing
    if not data.strip():
        raise SourceError(f"{path.name} is empty", "Ask its supplier to export it again; the last version stays in the graph")
    if b"\x00" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise SourceError(f"{path.name} is no text file", "Check its format; a spreadsheet is read with `format: xlsx`")
    return data


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _named(data: bytes, encoding: str, path: Path) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as wrong:
        raise SourceError(
            f"{path.name} is not in {encoding}", "Leave `encoding` out of the mapping to have it detected"
        ) from wrong
