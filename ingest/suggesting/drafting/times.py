"""When a service is open or a group meets, out of one column, of seven, or of day and times apart."""

from collections.abc import Sequence

from ingest.suggesting.draft import Said
from ingest.suggesting.happened import of
from ingest.suggesting.kinds import WEEKDAY
from ingest.suggesting.meaning import Meaning
from ingest.suggesting.tokens import tokens
from ingest.suggesting.values import said, value

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def meets_when(known: Sequence[Meaning]) -> Said | None:
    """Opening hours as text."""
    told = of(known, "opening_hours", "start_time", "end_time")
    days = {day: one for one in told if (day := _weekday(one.name)) is not None}
    if len(days) == len(WEEK):
        return Said(value([days[day].name for day in WEEK], "week_hours"), "seven columns, one for each day of the week")
    return said(told, "text") if told else None


def _weekday(header: str) -> str | None:
    """The day of the week that a header names, by its first three letters."""
    return next((word[:3] for word in tokens(header) if WEEKDAY.fullmatch(word)), None)
