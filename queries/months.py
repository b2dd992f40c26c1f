"""Months back from a day."""

from calendar import monthrange
from datetime import date


def months_before(day: date, months: int) -> date:
    """The same day of an earlier month, or that month's last.

    >>> months_before(date(2026, 10, 31), 6)
    datetime.date(2026, 4, 30)
    """
    year, month = divmod(max(day.year * 12 + day.month - 1 - months, 12), 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def age_on(born: date | None, day: date) -> int | None:
    """Full years of life on a day; None before birth or where the birth is not known.

    >>> age_on(date(2008, 12, 19), date(2026, 10, 31))
    17
    """
    if born is None or born > day:
        return None
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def is_child(born: date | None, day: date) -> bool:
    """Whether somebody is known to be under eighteen on a day."""
    age = age_on(born, day)
    return age is not None and age < 18


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or that month's last.

    >>> months_after(date(2026, 8, 31), 6)
    datetime.date(2027, 2, 28)
    """
    return months_before(day, -months)
