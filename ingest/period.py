"""A length of time as a policy writes it: `90 days`, `6 months`, `7 years`."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

WRITTEN = r"^\d{1,4} (day|week|month|year)s?$"
"""How a mapping and place.yaml write one."""
MONTHS = {"month": 1, "year": 12}
DAYS = {"day": 1, "week": 7}


@dataclass(frozen=True)
class Period:
    """So many days, or calendar months."""

    days: int = 0
    months: int = 0

    @classmethod
    def read(cls, written: str) -> "Period":
        """The period of a text; raises ValueError for another.

        >>> Period.read("6 months"), Period.read("2 weeks")
        (Period(days=0, months=6), Period(days=14, months=0))
        """
        if not re.match(WRITTEN, written):
            raise ValueError(f"{written!r} is no period such as 90 days, 6 months or 7 years")
        count, unit = written.rstrip("s").split(" ")
        return cls(int(count) * DAYS.get(unit, 0), int(count) * MONTHS.get(unit, 0))

    def after(self, day: date) -> date:
        """The day the period ends that began on a day; a month that is too short ends it on its last.

        >>> Period(months=1).after(date(2026, 1, 31)), Period(days=90).after(date(2026, 1, 31))
        (datetime.date(2026, 2, 28), datetime.date(2026, 5, 1))
        """
        try:
            year, month = divmod(day.year * 12 + day.month - 1 + self.months, 12)
            return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1])) + timedelta(days=self.days)
        except (ValueError, OverflowError):
            return date.max

    def is_over(self, began: date, today: date) -> bool:
        """Whether the period that began on a day is over."""
        return self.after(began) <= today

    def latest_over(self, today: date) -> date:
        """The latest day whose period is over: whatever began on it or before is.

        >>> Period(months=1).latest_over(date(2026, 2, 28)), Period(months=1).latest_over(date(2026, 3, 30))
        (datetime.date(2026, 1, 31), datetime.date(2026, 2, 28))
        """
        try:
            year, month = divmod(today.year * 12 + today.month - 1 - self.months, 12)
            found = date(year, month + 1, 1) - timedelta(days=self.days)
        except (ValueError, OverflowError):
            return date.min
        while self.is_over(found + timedelta(days=1), today):
            found += timedelta(days=1)
        return found
