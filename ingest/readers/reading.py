"""How a mapping asks for its file to be read."""

from collections.abc import Sequence
from typing import Literal

from pydantic import BaseModel, ConfigDict


class Reading(BaseModel):
    """The `reads:` part of a mapping."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    format: Literal["csv", "xlsx", "json", "jsonl", "note"]
    header_row: int = 1
    """The row that names the columns, counted from 1; rows before it are passed over."""
    sheet: str | None = None
    path: str | None = None
    """Where the list of objects is in a JSON document, as `contents` or `data.items`."""
    delimiter: str | None = None
    encoding: str | None = None
    standard: Literal["open_referral_uk_3", "giving360"] | None = None
    """A published shape whose required fields are checked; each deviation is reported and lived with."""


def nameless(header: Sequence[str], fields: Sequence[str]) -> tuple[str, ...]:
    """The fields that no column's name leads to; of columns with one name the last is the one that is read.

    >>> nameless(["No", "", "Tel", "Tel"], ["1", "x", "123", "", "y"])
    ('x', '123', 'y')
    """
    last = {name: at for at, name in enumerate(header) if name}
    return tuple(field for at, field in enumerate(fields) if field and (at >= len(header) or last.get(header[at]) != at))
