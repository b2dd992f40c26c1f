"""Plain text, ages and lists inside a cell."""

import re
from collections.abc import Callable
from itertools import groupby
from typing import Any

from ingest.cleaners.context import Context

AGE_SPAN = re.compile(r"\b(?:aged? (?:between |from )?|(?=birth ))(birth|\d{1,2})(?: years)? ?(?:to|and|-|–) ?(\d{1,2})\b", re.I)
AGE_LEAST = re.compile(
    r"\baged? (\d{1,2})(?: years)?(?: (?:and|or) (?:over|above)|\+)|\bover (?:the age of )?(\d{1,2})(?:s\b|\b(?! ?[\w%]))", re.I
)
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def text(values: list[Any], context: Context) -> str | None:
    """Text with its spaces in order, cells joined."""
    return " ".join(" ".join(str(value).split()) for value in values if value not in (None, "")) or None


def whole(values: list[Any], context: Context) -> int | None:
    """A whole number."""
    found = re.search(r"-?\d+", str(next((v for v in values if v not in (None, "")), "")))
    return int(found.group()) if found else None


def minimum_age(values: list[Any], context: Context) -> int | None:
    """The lower age of `16+`, `0-4` or `65 plus`."""
    found = re.search(r"(\d+)\s*(?:\+|-|to|plus|and over|$)", str(values[0] or ""))
    return int(found[1]) if found else None


def maximum_age(values: list[Any], context: Context) -> int | None:
    """The upper age of `0-4`; None for `16+`."""
    found = re.search(r"\d+\s*(?:-|to)\s*(\d+)", str(values[0] or ""))
    return int(found[1]) if found else None


def minimum_age_told(values: list[Any], context: Context) -> int | None:
    """The lower age that a description tells: `aged 13 to 25`, `aged 16 and over`, `over 50s`, `from birth to 18 years`."""
    found = _ages(values)
    return found[0] if found else None


def maximum_age_told(values: list[Any], context: Context) -> int | None:
    """The upper age that a description tells; None for `over 50s`."""
    found = _ages(values)
    return found[1] if found else None


def _ages(values: list[Any]) -> tuple[int, int | None] | None:
    """Lower and upper age in a description.

    >>> [_ages([told]) for told in ("aged between 13 and 19 years", "birth to 18 years", "for over 50s", "formed in 1989")]
    [(13, 19), (0, 18), (50, None), None]
    """
    told = " ".join(str(value) for value in values if value)
    if span := AGE_SPAN.search(told):
        return (0 if span[1].lower() == "birth" else int(span[1]), int(span[2]))
    if least := AGE_LEAST.search(told):
        return (int(next(part for part in least.groups() if part)), None)
    return None


def split(values: list[Any], context: Context) -> list[dict[str, Any]]:
    """The parts of a cell set apart by semicolons, each as {part}."""
    parts = [part.strip() for part in str(values[0] or "").split(";")]
    return [{"part": part} for part in parts if part and not part.startswith("-")]


def listed(values: list[Any], context: Context) -> str | None:
    """The parts of a cell set apart by strokes, as a list one can read: `Nursing homes|Residential homes`."""
    parts = [part.strip() for part in str(values[0] or "").split("|")]
    return ", ".join(dict.fromkeys(part for part in parts if part)) or None


def week_hours(values: list[Any], context: Context) -> str | None:
    """Opening hours out of seven cells, Monday first; days that are alike stand together.

    >>> week_hours(["09:00-18:00"] * 5 + ["09:00-12:00", "CLOSED"], None)
    'Mon-Fri 09:00-18:00; Sat 09:00-12:00; Sun closed'
    """
    told = [re.sub(r"\s*,\s*", ", ", str(value or "").strip()) for value in values]
    days = [(day, hours.lower() if hours.isupper() else hours) for day, hours in zip(DAYS, told, strict=True)]
    runs = [(hours, [day for day, _ in run]) for hours, run in groupby(days, key=lambda one: one[1]) if hours]
    return "; ".join(f"{'-'.join(dict.fromkeys((run[0], run[-1])))} {hours}" for hours, run in runs) or None


def web_address(values: list[Any], context: Context) -> str | None:
    """A web address with its scheme."""
    written = str(next((value for value in values if value), "")).strip()
    if not written or "." not in written or " " in written:
        return None
    return written if "://" in written else f"https://{written}"


def outcome(values: list[Any], context: Context) -> str | None:
    """What came of a referral, in the words of the code list."""
    written = str(values[0] or "").strip().lower()
    return written.replace(" ", "_") or None


def sex(values: list[Any], context: Context) -> str | None:
    """F, M or what else is recorded, by its first letter."""
    written = str(values[0] or "").strip().upper()
    return written[:1] or None


CLEANERS: dict[str, Callable[[list[Any], Context], Any]] = {
    "text": text,
    "whole": whole,
    "minimum_age": minimum_age,
    "maximum_age": maximum_age,
    "minimum_age_told": minimum_age_told,
    "maximum_age_told": maximum_age_told,
    "split": split,
    "listed": listed,
    "week_hours": week_hours,
    "web_address": web_address,
    "outcome": outcome,
    "sex": sex,
}
