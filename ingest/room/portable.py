"""PDF documents with text in them."""

import io
import logging
import re
from collections.abc import Iterator
from typing import Any

import pypdf
from pypdf.errors import DependencyError, LimitReachedError, PyPdfError

from graph.errors import SourceError
from ingest import limits

SCAN = 20
"""A document with fewer letters than these a page, and a picture on its pages, is a scan."""
BROKEN = (PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, AssertionError, OSError, OverflowError)


def text_of(name: str, data: bytes) -> tuple[str, list[int]]:
    """The words of a PDF and of the fields filled in on it, and the numbers of pages that are pictures without words.

    Raises SourceError for one that is encrypted, damaged, scanned or longer than the limits.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        _unlock(name, reader)
        pages = [_tidy(page) for page in _pages(name, reader)]
        pictures = [number for number, page in enumerate(pages, 1) if not page and _has_picture(reader.pages[number - 1])]
        text = "\n\n".join(filter(None, [*pages, *_fields(reader)]))
    except RecursionError as circular:
        raise SourceError(
            f"{name} is a PDF that refers to itself without end", "Print it to PDF again and send that"
        ) from circular
    except LimitReachedError as large:
        what = f"{name} asks for more work than a page of text needs ({large})"
        raise SourceError(what, "Print it to PDF again and send that") from large
    except BROKEN as broken:
        raise SourceError(f"{name} is a damaged PDF ({type(broken).__name__})", "Ask its sender to save it again") from broken
    if len(text.strip()) < SCAN * min(len(pages), 5) and pictures:
        what = f"{name} is a scan: its {len(pages)} pages are pictures without text"
        raise SourceError(what, "Send the document it was printed from, or the scan with its text recognised (OCR)")
    if not text.strip():
        raise SourceError(f"{name} has no text on its pages", "Send the document it was made from")
    return text, pictures


def _unlock(name: str, reader: pypdf.PdfReader) -> None:
    """A PDF that opens without a password may still be encrypted against changes."""
    try:
        locked = reader.is_encrypted and not reader.decrypt("")
    except DependencyError:
        locked = True
    if locked:
        raise SourceError(f"{name} is protected by a password", "Save it without one")


def _pages(name: str, reader: pypdf.PdfReader) -> Iterator[str]:
    letters = 0
    for number, page in enumerate(reader.pages, 1):
        if number > limits.PAGES.most:
            raise limits.PAGES.refusal(name)
        text = page.extract_text()
        letters += len(text)
        if letters > limits.NOTE.most:
            raise limits.NOTE.refusal(name)
        yield text


def _tidy(text: str) -> str:
    """A page without trailing blanks, and with no more than one blank line between others."""
    lines = "\n".join(line.rstrip() for line in text.replace("\0", "").splitlines())
    return re.sub(r"\n{3,}", "\n\n", lines).strip()


def _has_picture(page: Any) -> bool:
    resources = page.get("/Resources")
    drawn = resources.get_object().get("/XObject") if resources is not None else None
    return drawn is not None and any(
        drawn.get_object()[key].get_object().get("/Subtype") in ("/Image", "/Form") for key in drawn.get_object()
    )


def _fields(reader: pypdf.PdfReader) -> list[str]:
    """What was filled in on a form, `Field: value` a line."""
    filled = {key: field.get("/V") for key, field in (reader.get_fields() or {}).items()}
    return ["\n".join(f"{key}: {value}" for key, value in filled.items() if isinstance(value, str) and value.strip(" /"))]
