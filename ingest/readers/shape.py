"""What was found of a file: all that a mapping's `reads:` can say."""

from dataclasses import dataclass

from ingest.readers.kinds import Kind
from ingest.readers.reading import Format, Reading


@dataclass(frozen=True)
class Shape:
    """What a file is and how it is read; None where a thing does not apply to it."""

    format: Format
    kind: Kind
    encoding: str | None = None
    delimiter: str | None = None
    header_row: int | None = None
    """Counted from 1, as in a mapping."""
    sheet: str | None = None
    path: str | None = None
    """The longest list of objects in a JSON document; `.` where the document is itself one thing."""
    columns: tuple[str, ...] = ()
    """The table's columns as its rows will have them; of JSON none: its rows say themselves."""
    sheets: tuple[str, ...] = ()
    """Every visible sheet of a workbook, for one mapping each."""
    lists: tuple[str, ...] = ()
    """Every list of objects in a JSON document, longest first."""

    def reading(self) -> Reading:
        """The `reads:` part of a mapping for this file: all that was found, said."""
        said = {"header_row": self.header_row, "sheet": self.sheet, "path": self.path or None, "encoding": self.encoding}
        if self.delimiter and self.delimiter != ",":
            said["delimiter"] = self.delimiter
        if self.encoding in ("utf-8", "utf-8-sig"):
            said["encoding"] = None
        return Reading.model_validate({"format": self.format, **{k: v for k, v in said.items() if v is not None}})
