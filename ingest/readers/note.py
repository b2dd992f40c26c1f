"""Case notes, minutes and e-mails: one file, one row with its text."""

from collections.abc import Iterator
from email import policy
from email.parser import BytesParser
from pathlib import Path
from zipfile import BadZipFile

import docx
from docx.opc.exceptions import PackageNotFoundError

from graph.errors import SourceError
from ingest.readers.decoding import blocks_of
from ingest.readers.encoding import encoding_of
from ingest.readers.reading import Reading
from ingest.row import Row

SUFFIXES = (".txt", ".docx", ".eml", ".md")


def read(path: Path, reading: Reading) -> Iterator[Row]:
    """The note's words, its file's stem as key."""
    yield Row({"key": path.stem, "text": text_of(path, reading)}, path.stem)


def text_of(path: Path, reading: Reading | None = None) -> str:
    """The words of a note, headers of an e-mail included."""
    if path.suffix == ".docx":
        return _document(path)
    if path.suffix == ".eml":
        return _message(path)
    return "".join(blocks_of(path, encoding_of(path, reading.encoding if reading else None)))


def _document(path: Path) -> str:
    try:
        opened = docx.Document(str(path))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, OSError) as broken:
        raise SourceError(f"{path.name} is no Word document that can be read", "Save it again as .docx") from broken
    parts = [paragraph.text for paragraph in opened.paragraphs]
    parts += ["\t".join(cell.text for cell in row.cells) for table in opened.tables for row in table.rows]
    return "\n".join(parts)


def _message(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as missing:
        raise SourceError(f"{path} cannot be read", "Check the path") from missing
    message = BytesParser(policy=policy.default).parsebytes(data)
    body = message.get_body(preferencelist=("plain", "html"))
    heads = [
        f"{name}: {str(message[name]).replace(chr(34), '')}" for name in ("From", "To", "Cc", "Subject", "Date") if message[name]
    ]
    return "\n".join([*heads, "", str(body.get_content()) if body else ""])
