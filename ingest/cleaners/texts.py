"""Plain text, ages and lists inside a cell."""

import re
from collections.abc import Callable
from typing import Any

from ingest.cleaners.context import Context


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


def split(values: list[Any], context: Context) -> list[dict[str, Any]]:
    """The parts of a cell set apart by semicolons, each as {part}."""
    parts = [part.strip() for part in str(values[0] or "").split(";")]
    return [{"part": part} for part in parts if part and not part.startswith("-")]


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
    "split": split,
    "web_address": web_address,
    "outcome": outcome,
    "sex": sex,
}
