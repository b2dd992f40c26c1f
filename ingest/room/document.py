"""Word and OpenDocument texts: their words in the order in which they stand."""

import io
from collections.abc import Iterator
from typing import Any
from zipfile import BadZipFile

import docx
from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from lxml.etree import LxmlError

from graph.errors import SourceError
from ingest.readers import archive
from ingest.room import office

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def word(name: str, data: bytes) -> str:
    """The paragraphs of a Word document; a table's rows as lines with tabs between cells."""
    office.check(name, data)
    try:
        opened = docx.Document(io.BytesIO(data))
        return "\n".join(_lines(opened.iter_inner_content()))
    except (PackageNotFoundError, BadZipFile, LxmlError, KeyError, ValueError, AttributeError, OSError) as broken:
        raise SourceError(f"{name} is no Word document that can be read", "Save it again as .docx") from broken


def _lines(blocks: Any) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                # A merged cell comes once for each place it spans.
                cells = dict.fromkeys(cell._tc for cell in row.cells)
                texts = {cell._tc: cell.text.strip() for cell in row.cells}
                yield "\t".join(texts[cell] for cell in cells)
        else:
            yield block.text


def open_document(name: str, data: bytes) -> str:
    """The paragraphs and headings of an OpenDocument text."""
    office.check(name, data)
    try:
        with archive.opened(data, name) as found:
            tree = fromstring(b"".join(archive.unpacked(found, found.getinfo("content.xml"))), forbid_dtd=True)
    except (ParseError, DefusedXmlException, KeyError) as broken:
        raise SourceError(f"{name} is no OpenDocument text that can be read", "Save it again, as .docx or .odt") from broken
    return "\n".join("".join(part.itertext()) for part in tree.iter() if part.tag in (f"{TEXT}p", f"{TEXT}h"))
