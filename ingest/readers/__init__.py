"""Readers: a file in, rows with where they stand out."""

from ingest.readers import choice, note
from ingest.readers.choice import Reader
from ingest.readers.reading import Format, Reading

READERS: dict[Format, Reader] = {
    "csv": choice.read_table,
    "xlsx": choice.read_table,
    "xls": choice.read_table,
    "ods": choice.read_table,
    "parquet": choice.read_table,
    "html": choice.read_table,
    "json": choice.read_objects,
    "jsonl": choice.read_lines,
    "note": note.read,
}
__all__ = ["READERS", "Reading"]
