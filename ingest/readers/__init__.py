"""Readers: a file in, rows with where they stand out."""

from collections.abc import Callable, Iterator
from pathlib import Path

from ingest.readers import delimited, headings, note, objects, open_referral, spreadsheet
from ingest.readers.reading import Reading
from ingest.row import Row

READERS: dict[str, Callable[[Path, Reading], Iterator[Row]]] = {
    "csv": headings.settled(delimited.read),
    "xlsx": headings.settled(spreadsheet.read),
    "json": objects.read,
    "jsonl": objects.read_lines,
    "note": note.read,
    "open_referral": open_referral.read,
}
__all__ = ["READERS", "Reading"]
