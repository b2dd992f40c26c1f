"""When a service is open, out of the schedules of Open Referral: to be read, and as a rule of RFC 5545."""

import re
from collections.abc import Callable
from typing import Any

from ingest.cleaners.context import Context
from ingest.row import Unfit

DAYS = {"MO": "Mon", "TU": "Tue", "WE": "Wed", "TH": "Thu", "FR": "Fri", "SA": "Sat", "SU": "Sun"}
DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
ORDINALS = {"1": "first", "2": "second", "3": "third", "4": "fourth", "5": "fifth", "-1": "last"}
NUMBERS = re.compile(r"-?\d{1,3}(,-?\d{1,3})*")
EVERY = {"WEEKLY": "weeks", "MONTHLY": "months", "DAILY": "days", "YEARLY": "years"}


def opening_told(values: list[Any], context: Context) -> str | None:
    """An opening as one reads it; columns: freq, interval, byday, bymonthday, opens_at, closes_at, description.

    >>> opening_told(["WEEKLY", 2, "TH,FR", None, "10:00:00", "18:00:00", None], None)
    'Thu, Fri 10:00-18:00 every 2 weeks'
    >>> opening_told(["MONTHLY", 1, "-1FR", None, "10:00", "12:00", "In term time."], None)
    'last Fri of the month 10:00-12:00 (In term time.)'
    """
    freq, interval, byday, bymonthday, opens, closes, description = (_text(value) for value in values)
    days = ", ".join(_day(day) for day in _days(byday))
    if freq.upper() == "MONTHLY":
        dates = f"on day {bymonthday}" if bymonthday else ""
        days = f"{days or dates} of the month" if days or dates else ""
    every = f"every {interval} {EVERY[freq.upper()]}" if interval not in ("", "1") and freq.upper() in EVERY else ""
    told = " ".join(part for part in (days, _told_hours(opens, closes), every) if part)
    return f"{told} ({description})" if told and description else told or description or None


def opening_rule(values: list[Any], context: Context) -> str | None:
    """An opening as RFC 5545 rule, hours and span of days.

    Columns: freq, interval, byday, bymonthday, byweekno, byyearday, wkst, count, until, opens_at, closes_at, dtstart,
    valid_from, valid_to. Where no frequency is given but days are, they are the days of every week.

    >>> opening_rule(["WEEKLY", 1, "TH,FR", *[None] * 6, "10:00:00", "18:00:00", None, "2026-01-01", None], None)
    'FREQ=WEEKLY;BYDAY=TH,FR 10:00-18:00 2026-01-01/-'
    """
    freq, interval, byday, bymonthday, byweekno, byyearday, wkst, count, until, *rest = (_text(value) for value in values)
    opens, closes, dtstart, valid_from, valid_to = rest
    days = ",".join(_days(byday))
    if not freq and not days:
        return None
    parts = {
        "FREQ": freq.upper() or "WEEKLY",
        "INTERVAL": "" if interval == "1" else interval,
        "COUNT": count,
        "UNTIL": re.sub(r"\D", "", until)[:8],
        "WKST": wkst.upper(),
        "BYDAY": days,
        "BYMONTHDAY": _numbers(bymonthday),
        "BYWEEKNO": _numbers(byweekno),
        "BYYEARDAY": _numbers(byyearday),
    }
    if parts["FREQ"] not in EVERY:
        raise Unfit("schedule_frequency", f'"{freq}" is no frequency', "Say WEEKLY or MONTHLY at its source", freq)
    rule = ";".join(f"{name}={said}" for name, said in parts.items() if said)
    span = f"{(dtstart or valid_from)[:10] or '-'}/{valid_to[:10] or '-'}"
    return f"{rule} {_hours(opens, closes) or '-'} {span}"


def _days(written: str) -> list[str]:
    """The days of a `byday`, as two letters with a number in front where there is one.

    >>> _days("Monday, 2TU;FR")
    ['MO', '2TU', 'FR']
    """
    found = []
    for part in re.split(r"[,;\s]+", written.upper()):
        if day := DAY.match(part):
            found.append(f"{(day[1] or '').lstrip('+')}{day[2]}")
        elif part:
            cure = "Write days as MO,TU,WE,TH,FR,SA,SU at its source; the row is kept without them"
            raise Unfit("schedule_day", f'"{part}" is no day', cure, part)
    return found


def _day(day: str) -> str:
    number, name = day[:-2], DAYS[day[-2:]]
    return f"{ORDINALS.get(number, number)} {name}" if number else name


def _hours(opens: str, closes: str) -> str:
    """Opening hours without seconds; an end that is not said is blank."""
    return f"{_clock(opens)}-{_clock(closes)}" if opens or closes else ""


def _told_hours(opens: str, closes: str) -> str:
    if opens and closes:
        return _hours(opens, closes)
    return f"from {_clock(opens)}" if opens else f"until {_clock(closes)}" if closes else ""


def _clock(time: str) -> str:
    return re.sub(r"^(\d{2}:\d{2}):\d{2}(\.\d+)?", r"\1", time)


def _numbers(written: str) -> str:
    bare = written.replace(" ", "")
    return bare if NUMBERS.fullmatch(bare) else ""


def _text(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else " ".join(str(value).split())


CLEANERS: dict[str, Callable[[list[Any], Context], Any]] = {"opening_told": opening_told, "opening_rule": opening_rule}
