"""How a mapping asks for its file to be read."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Format = Literal["csv", "xlsx", "xls", "ods", "parquet", "html", "json", "jsonl", "note"]


class Reading(BaseModel):
    """The `reads:` part of a mapping."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)

    format: Format
    """A table is read for what it is, whichever of the tables it is called here."""
    header_row: int | None = Field(default=None, ge=1)
    """The row that names the columns, counted from 1; rows before it are passed over. Without it, it is found."""
    sheet: str | None = None
    """The sheet of a workbook; without it the one with the mapping's columns, or the largest table."""
    path: str | None = None
    """Where the list of objects is in a JSON document, as `contents` or `data.items`; `.` is the document as one row."""
    member: str | None = None
    """Which files of a folder or zip are read, as `*/roll*.csv`; without it all that are of its kind."""
    delimiter: str | None = None
    encoding: str | None = None
    columns: frozenset[str] = frozenset()
    """Columns that its table has to have, by which header and sheet are found; a mapping fills in those it reads."""
    standard: Literal["open_referral_uk_3", "giving360"] | None = None
    """A published shape whose required fields are checked; each deviation is reported and lived with."""
