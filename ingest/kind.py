"""What kind of thing a value is, said without saying the value."""

import re
from typing import Any

KINDS = (
    ("UUID", re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.I)),
    ("date and time", re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*")),
    ("date", re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}")),
    ("time", re.compile(r"\d{1,2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?")),
    ("e-mail address", re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")),
    ("web address", re.compile(r"(https?://|www\.)\S+", re.I)),
    ("number", re.compile(r"-?\d+(\.\d+)?")),
)


def kind_of(value: Any) -> str:
    """The kind of a value.

    >>> [kind_of(value) for value in (True, 3, "2026-10-31", "10:00", "a@b.org", "Hall")]
    ['true or false', 'number', 'date', 'time', 'e-mail address', 'text']
    """
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int | float):
        return "number"
    written = str(value).strip()
    return next((name for name, form in KINDS if form.fullmatch(written)), "text")
