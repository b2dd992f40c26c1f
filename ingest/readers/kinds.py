"""What a file is by what it holds, whatever its name says."""

from enum import Enum
from pathlib import Path

from graph.errors import SourceError
from ingest.readers.encoding import HEAD, wide_encoding
from ingest.room.keeper import ask


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
    XLSB = "a binary Excel workbook (.xlsb)"
    ODS = "an OpenDocument spreadsheet"
    ODT = "an OpenDocument text"
    PPTX = "a PowerPoint presentation"
    XLS = "an Excel workbook of before 2007"
    XML_WORKBOOK = "an Excel workbook written as XML"
    DOC = "a Word document of before 2007"
    MSG = "an Outlook message"
    ENCRYPTED = "an Office document protected by a password"
    PARQUET = "a Parquet table"
    ARCHIVE = "an archive that is no zip"
    IMAGE = "an image"
    BINARY = "a binary file"
    EMPTY = "empty"
    FOLDER = "a folder"


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
CONTAINERS = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
"""How archives and the Office files of before 2007 begin; what they are, their parts say."""
PAGES = ("<!doctype html", "<html", "<table", "<head", "<body", "<meta", "<div", "<style")
CONTROLS = bytes(set(range(32)) - set(b"\t\n\f\r\x1b"))
CONTROL_SHARE = 0.02
"""Above this share of control characters, and so many of them, a file that is not wide text is no text."""
CONTROL_MOST = 8


def kind_of(path: Path) -> Kind:
    """What the file is.

    Raises SourceError where it is missing, no regular file, or a container too broken to look into.
    """
    if path.is_dir():
        return Kind.FOLDER
    head = read_head(path)
    found = kind_by_head(head)
    if found is None:
        [name] = ask("kind", path.name, str(path))
        found = Kind[name]
    return found


def kind_by_head(head: bytes) -> Kind | None:
    """What a file that begins so is; None for a container, whose parts say."""
    if not head.strip():
        return Kind.EMPTY
    if head.startswith(CONTAINERS):
        return None
    return next((kind for magic, kind in MAGIC.items() if head.startswith(magic)), None) or _text(head)


def read_head(path: Path) -> bytes:
    """The first bytes of a regular file."""
    try:
        if path.exists() and not path.is_file():
            raise SourceError(f"{path.name} is no regular file", "Name a file or a folder")
        with path.open("rb") as opened:
            return opened.read(HEAD)
    except OSError as missing:
        raise SourceError(f"{path} cannot be read ({missing.strerror})", "Check the path in place.yaml") from missing


def _text(head: bytes) -> Kind:
    wide = wide_encoding(head)
    controls = len(head) - len(head.translate(None, CONTROLS))
    if wide is None and (controls > max(CONTROL_MOST, CONTROL_SHARE * len(head)) or controls > len(head) / 2):
        return Kind.BINARY
    start = head.decode(wide or "utf-8", errors="replace").lstrip("\ufeff \t\r\n")
    lowered = start[:1000].lower()
    if lowered.startswith(PAGES):
        return Kind.HTML
    if lowered.startswith("<?xml") or (lowered.startswith("<") and "xmlns" in lowered):
        office = "schemas-microsoft-com:office:spreadsheet" in lowered and "<html" not in lowered
        return Kind.XML_WORKBOOK if office else Kind.HTML if "<html" in lowered else Kind.XML
    return Kind.JSON if _opens_json(start) else Kind.TEXT


def _opens_json(start: str) -> bool:
    """`{"`, `{}`, `[{` and their like; not a CSV whose first cell is in brackets."""
    rest = start[1:].lstrip()[:1]
    return (start[:1] == "{" and rest in ('"', "}")) or (start[:1] == "[" and rest in tuple('[{"]'))
