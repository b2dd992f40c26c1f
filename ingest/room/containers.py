"""What an archive or an Office file of before 2007 is, by the parts in it."""

from collections.abc import Iterator
from pathlib import Path

import olefile

from graph.errors import SourceError
from ingest.readers import archive
from ingest.readers.blocks import Source, stream_of
from ingest.readers.encoding import HEAD
from ingest.readers.kinds import Kind, kind_by_head

ZIPPED = {
    "word/document.xml": Kind.DOCX,
    "xl/workbook.xml": Kind.XLSX,
    "xl/workbook.bin": Kind.XLSB,
    "ppt/presentation.xml": Kind.PPTX,
}
OPENED = {b"application/vnd.oasis.opendocument.spreadsheet": Kind.ODS, b"application/vnd.oasis.opendocument.text": Kind.ODT}
STREAMS = {"workbook": Kind.XLS, "book": Kind.XLS, "worddocument": Kind.DOC, "__properties_version1.0": Kind.MSG}


def read(name: str, path: str) -> Iterator[str]:
    """The kind of a file, by name."""
    yield kind_within(name, Path(path)).name


def kind_within(name: str, source: Source) -> Kind:
    """What a file or a part of one is, containers looked into.

    Raises SourceError for one too broken to look into.
    """
    with stream_of(source) as stream:
        head = stream.read(HEAD)
    known = kind_by_head(head)
    if known is not None:
        return known
    return _zipped(name, source) if head.startswith(b"PK") else _compound(name, source)


def _zipped(name: str, source: Source) -> Kind:
    with archive.opened(source, name) as found:
        names = set(found.namelist())
        if "mimetype" in names:
            kind = next(archive.unpacked(found, found.getinfo("mimetype")), b"")[:100].strip()
            return OPENED.get(kind, Kind.ZIP)
        return next((kind for part, kind in ZIPPED.items() if part in names), Kind.ZIP)


def _compound(name: str, source: Source) -> Kind:
    """What an OLE2 container holds."""
    try:
        with stream_of(source) as stream, olefile.OleFileIO(stream) as opened:
            streams = {entry[-1].lower() for entry in opened.listdir() if len(entry) == 1 or entry[-1] == "EncryptedPackage"}
    except (OSError, ValueError, IndexError, RecursionError) as broken:
        raise SourceError(f"{name} is a damaged Office file", "Ask its sender to save it again") from broken
    if "encryptedpackage" in streams:
        return Kind.ENCRYPTED
    return next((kind for stream_name, kind in STREAMS.items() if stream_name in streams), Kind.BINARY)
