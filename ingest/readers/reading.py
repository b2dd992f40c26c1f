"""How a mapping asks for its file to be read."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from ingest.standard import objects, standards

Format = Literal["csv", "xlsx", "xls", "ods", "parquet", "html", "json", "jsonl", "note", "open_referral"]


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
    headings: Literal["as they are", "without year"] = "as they are"
    """`without year`: columns that are called anew each year, as `WD24CD` or `lsoa21nm`, are read as `WDCD`, `LSOANM`."""
    standard: str | None = None
    """A published standard (a file of ingest/standards) that rows are held against; each deviation is told and lived with."""
    holds: str | None = None
    """Which object of the standard a row is, where not the first: `organization`, `taxonomy_term`."""

    @property
    def takes_folders(self) -> bool:
        """Whether a folder can be one source by itself: a harvested feed, or a package of tables."""
        return self.format == "open_referral"

    @model_validator(mode="after")
    def _known_standard(self) -> "Reading":
        if self.standard is not None and self.standard not in standards():
            raise ValueError(f"no standard is called {self.standard!r}; there are {', '.join(standards())}")
        if self.standard and self.holds and self.holds not in objects(self.standard):
            raise ValueError(f"{self.standard} has no {self.holds!r}; it has {', '.join(objects(self.standard))}")
        return self
