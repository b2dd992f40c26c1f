"""Readers: a file in, rows with where they stand out."""

from ingest.readers import choice, headings, note, open_referral
from ingest.readers.choice import Reader
from ingest.readers.reading import Format, Reading

TABLE = headings.settled(choice.read_table)
READERS: dict[Format, Reader] = {
    "csv": TABLE,
    "xlsx": TABLE,
    "xls": TABLE,
    "ods": TABLE,
    "parquet": TABLE,
    "html": TABLE,
    "json": choice.read_objects,
    "jsonl": choice.read_lines,
    "note": note.read,
    "open_referral": open_referral.read,
}
__all__ = ["READERS", "Reading"]
