"""What a file is by what it holds, whatever its name says."""

import struct
from collections.abc import Iterable
from enum import Enum
from pathlib import Path

import olefile

from graph.errors import SourceError
from ingest.readers import archive

HEAD = 4096


class Kind(Enum):
    """What a file is, in words for its sender."""

    TEXT = "text"
    JSON = "a JSON document"
    XML = "an XML document"
    HTML = "a web page"
    RTF = "a rich text document"
    PDF = "a PDF document"
    ZIP = "a zip archive"
    DOCX = "a Word document"
    XLSX = "an Excel workbook"
    ODS = "an OpenDocument spreadsheet"
    ODT = "an OpenDocument text"
    PPTX = "a PowerPoint presentation"
    XLS = "an Excel workbook of before 2007"
    DOC = "a Word document of before 2007"
    MSG = "an Outlook message"
    ENCRYPTED = "an Office document protected by a password"
    PARQUET = "a Parquet table"
    ARCHIVE = "an archive that is no zip"
    IMAGE = "an image"
    BINARY = "a binary file"
    EMPTY = "empty"


MAGIC = {
    b"%PDF-": Kind.PDF,
    b"PAR1": Kind.PARQUET,
    b"PARE": Kind.PARQUET,
    b"{\\rtf": Kind.RTF,
    b"\x1f\x8b": Kind.ARCHIVE,
    b"7z\xbc\xaf\x27\x1c": Kind.ARCHIVE,
    b"Rar!\x1a\x07": Kind.ARCHIVE,
    b"BZh": Kind.ARCHIVE,
    b"\xfd7zXZ\x00": Kind.ARCHIVE,
    b"\x89PNG": Kind.IMAGE,
    b"\xff\xd8\xff": Kind.IMAGE,
    b"GIF8": Kind.IMAGE,
    b"II*\x00": Kind.IMAGE,
    b"MM\x00*": Kind.IMAGE,
    b"SQLite format 3\x00": Kind.BINARY,
    b"\x7fELF": Kind.BINARY,
    b"MZ\x90\x00": Kind.BINARY,
}
ZIPPED = {
    "word/document.xml": Kind.DOCX,
    "xl/workbook.xml": Kind.XLSX,
    "xl/workbook.bin": Kind.XLSX,
    "ppt/presentation.xml": Kind.PPTX,
}
OPENED = {b"application/vnd.oasis.opendocument.spreadsheet": Kind.ODS, b"application/vnd.oasis.opendocument.text": Kind.ODT}
STREAMS = {"workbook": Kind.XLS, "book": Kind.XLS, "worddocument": Kind.DOC, "__properties_version1.0": Kind.MSG}
WIDE = (b"\xff\xfe", b"\xfe\xff")


def kind_of(path: Path) -> Kind:
    """What the file is.

    Raises SourceError where it is missing, no regular file, or a container too broken to look into.
    """
    head = read_head(path)
    if not head.strip():
        return Kind.EMPTY
    for magic, kind in MAGIC.items():
        if head.startswith(magic):
            return kind
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(path)
    if head.startswith(olefile.MAGIC):
        return _compound(path)
    return _text(head)


def read_head(path: Path) -> bytes:
    """The first bytes of a regular file."""
    try:
        if path.exists() and not path.is_file():
            raise SourceError(f"{path.name} is no regular file", "Name a file")
        with path.open("rb") as opened:
            return opened.read(HEAD)
    except OSError as missing:
        raise SourceError(f"{path} cannot be read ({missing.strerror})", "Check the path in place.yaml") from missing


def wide_encoding(head: bytes) -> str | None:
    """UTF-16 or UTF-32, told by its mark, or by the NULs that Latin letters leave in it."""
    if head.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return "utf-32"
    if head.startswith(WIDE):
        return "utf-16"
    even, odd = head[0::2], head[1::2]
    if len(odd) < 4:
        return None
    if odd.count(0) > 0.4 * len(odd) and even.count(0) < 0.1 * len(even):
        return "utf-16-le"
    return "utf-16-be" if even.count(0) > 0.4 * len(even) and odd.count(0) < 0.1 * len(odd) else None


def _text(head: bytes) -> Kind:
    wide = wide_encoding(head)
    if wide is None and head.count(0) > 0.01 * len(head):
        return Kind.BINARY
    start = head.decode(wide or "utf-8", errors="replace").lstrip("\ufeff \t\r\n")
    lowered = start[:1000].lower()
    if lowered.startswith(("<!doctype html", "<html", "<table", "<head", "<body", "<meta", "<div", "<style")):
        return Kind.HTML
    if lowered.startswith("<?xml") or (lowered.startswith("<") and "xmlns" in lowered):
        return Kind.HTML if "<html" in lowered else Kind.XML
    return Kind.JSON if _opens_json(start) else Kind.TEXT


def _opens_json(start: str) -> bool:
    """`{"`, `{}`, `[{` and their like; not a CSV whose first cell is in brackets."""
    rest = start[1:].lstrip()[:1]
    return (start[:1] == "{" and rest in ('"', "}")) or (start[:1] == "[" and rest in tuple('[{"]'))


def _zipped(path: Path) -> Kind:
    with archive.opened(path) as found:
        names = set(found.namelist())
        for name, kind in ZIPPED.items():
            if name in names:
                return kind
        if "mimetype" in names:
            return OPENED.get(found.read("mimetype")[:100].strip(), Kind.ZIP)
        return Kind.ZIP


def _compound(path: Path) -> Kind:
    """What an OLE2 container holds."""
    try:
        with olefile.OleFileIO(str(path)) as opened:
            streams = [entry[-1].lower() for entry in opened.listdir() if len(entry) == 1]
    except (OSError, ValueError, IndexError, struct.error, RecursionError) as broken:
        raise SourceError(f"{path.name} is a damaged Office file", "Ask its sender to save it again") from broken
    return _of_streams(streams)


def _of_streams(streams: Iterable[str]) -> Kind:
    held = set(streams)
    if "encryptedpackage" in held:
        return Kind.ENCRYPTED
    return next((kind for name, kind in STREAMS.items() if name in held), Kind.BINARY)
