"""Dates of birth as they are compared: eight digits, or the four of a year."""

import re
from functools import lru_cache

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


@lru_cache(maxsize=8_192)
def birth_digits(written: str) -> str | None:
    """YYYYMMDD, or YYYY where only the year is said; None for what is no date.

    >>> birth_digits("14/03/1991"), birth_digits("1991-03-14"), birth_digits("19910314")
    ('19910314', '19910314', '19910314')
    >>> birth_digits("3-Feb-2023"), birth_digits("03.12.88"), birth_digits("1950"), birth_digits("80/09/1860"), birth_digits("soon")
    ('20230203', '19881203', '1950', '18600980', None)
    """
    text = written.strip().split("T")[0].split(" 00:")[0]
    if re.fullmatch(r"\d{4}", text):
        return text
    if found := re.fullmatch(r"(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})", text):
        return _checked(*found.groups())
    if found := re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2}|[A-Za-z]{3,9})[-/. ,]+(\d{4}|\d{2})", text):
        day, month, year = found.groups()
        if month.isalpha():
            month = str(MONTHS.index(month[:3].lower()) + 1) if month[:3].lower() in MONTHS else "0"
        return _checked(_century(year), month, day)
    return None


def mirrored(birth: str) -> str | None:
    """The date with day and month changed over; None where that is no date or the same.

    >>> mirrored("19780607"), mirrored("19780625")
    ('19780706', None)
    """
    year, month, day = birth[:4], birth[4:6], birth[6:]
    return f"{year}{day}{month}" if day != month and int(day) <= 12 and int(month) <= 12 else None


def _century(year: str) -> str:
    if len(year) == 4:
        return year
    return f"20{year}" if int(year) <= 26 else f"19{year}"


def _checked(year: str, month: str, day: str) -> str | None:
    # A slip in day or month is kept as it was written: 80 September is most like 30 September.
    return f"{year}{int(month):02}{int(day):02}" if int(month) and int(day) else None
