"""Dates as agencies write them, day before month."""

import re
from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from ingest.cleaners.context import Context
from ingest.row import Unfit

SHAPE = re.compile(
    r"(?<!\d)(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{1,2}[- ][A-Za-z]{3,9}[- ]\d{2,4}|\d{1,2}/\d{1,4})(?!\d)"
)
FORMATS = (
    "%Y-%m-%d",
    "%d/%m/%Y",
    "%d/%m/%y",
    "%d.%m.%Y",
    "%d.%m.%y",
    "%d-%b-%Y",
    "%d %b %Y",
    "%d %B %Y",
    "%d-%B-%Y",
    "%d-%b-%y",
    "%d %b %y",
)
CURE = "Correct the date at its source; the row is kept without it"
OLDEST_YEARS = 125


def a_date(values: list[Any], context: Context) -> date | None:
    """The first date in the text; a day and month alone is the latest such day the source can mean."""
    for value in values:
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        if (found := SHAPE.search(str(value or ""))) is not None:
            return _read(found.group(), context.extracted_on)
    return None


def birth_date(values: list[Any], context: Context) -> date | None:
    """A date of birth: neither after the source was drawn nor more than 125 years before."""
    born = a_date(values, context)
    if born is None:
        return None
    written = next(str(value) for value in values if value)
    if born > context.extracted_on:
        if re.search(r"(?<!\d)\d{1,2}\D\d{1,2}\D\d{2}$", written):
            return born.replace(year=born.year - 100)
        raise Unfit("future_date_of_birth", f'date of birth "{written}" is in the future', CURE, written)
    if born.year < context.extracted_on.year - OLDEST_YEARS:
        raise Unfit("improbable_date_of_birth", f'date of birth "{written}" is over {OLDEST_YEARS} years ago', CURE, written)
    return born


def basic_birth_date(values: list[Any], context: Context) -> date | None:
    """A date of birth in the basic form of ISO 8601, YYYYMMDD.

    >>> basic_birth_date(["19560409"], Context(date(2026, 1, 1)))
    datetime.date(1956, 4, 9)
    """
    written = str(next((value for value in values if value), "")).strip()
    return birth_date([re.sub(r"^(\d{4})(\d{2})(\d{2})$", r"\1-\2-\3", written)], context)


@lru_cache(maxsize=8_192)
def _read(text: str, latest: date) -> date:
    for form in FORMATS:
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    if short := re.fullmatch(r"(\d{1,2})/(\d{1,2})", text):
        return _latest(int(short[1]), int(short[2]), latest, text)
    if month := re.fullmatch(r"(\d{1,2})/(\d{4})", text):
        return _whole(int(month[2]), int(month[1]), 1, text)
    raise Unfit("impossible_date", f'"{text}" is no date', CURE, text)


def _latest(day: int, month: int, latest: date, text: str) -> date:
    this_year = _whole(latest.year, month, day, text)
    return this_year if this_year <= latest else _whole(latest.year - 1, month, day, text)


def _whole(year: int, month: int, day: int, text: str) -> date:
    try:
        return date(year, month, day)
    except ValueError as wrong:
        raise Unfit("impossible_date", f'"{text}" is no date', CURE, text) from wrong


CLEANERS: dict[str, Callable[[list[Any], Context], Any]] = {
    "date": a_date,
    "birth_date": birth_date,
    "basic_birth_date": basic_birth_date,
}
