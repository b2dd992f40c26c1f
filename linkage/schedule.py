"""When a service meets, out of the words directories use."""

import re
from dataclasses import dataclass

DAYS = {day: at for at, names in enumerate(("mo", "tu", "we", "th", "fr", "sa", "su")) for day in (names,)}
WEEK = re.compile(r"\b(mo|tu|we|th|fr|sa|su)(?:n|nday|e|es|esday|d|ds|dnesday|u|ur|urs|rs|ursday|i|iday|t|turday)?s?\b")
SPANS = {"weekday": range(5), "weekend": range(5, 7), "day": range(7)}
SPAN = re.compile(r"\b(?:(?:every|each|all|7|seven)\s+(?P<each>weekday|weekend|day)|(?P<many>weekday|weekend)s|dai(?P<all>ly))\b")
BUT = re.compile(rf"\b(?:except|excluding|excl|but not|not|closed)\b((?:\s*(?:on|and|to|&|,|-|{WEEK.pattern}))+)")
HOURS = re.compile(r"\b(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?\s*(?:-|–|to|\s)\s*(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?\b")


@dataclass(frozen=True)
class When:
    """Days of the week, Monday 0, and hours of the day where they are said."""

    days: frozenset[int]
    hours: tuple[float, float] | None


def when_of(written: str) -> When:
    """The days and the first span of hours in a directory's words.

    >>> when_of("1st Weds 10-12").days == when_of("WE 10:00 12:00").days, when_of("Weds 1-3").hours
    (True, (13.0, 15.0))
    >>> sorted(when_of("Mon-Fri 10-4").days), when_of("by appointment").days
    ([0, 1, 2, 3, 4], frozenset())
    >>> sorted(when_of("daily 9-5, closed Sun").days), sorted(when_of("every weekday but not Weds").days)
    ([0, 1, 2, 3, 4, 5], [0, 1, 3, 4])
    >>> sorted(when_of("Fri to Mon, closed in August").days)
    [0, 4, 5, 6]
    """
    text = written.lower().replace("–", "-")
    closed = {day for but in BUT.finditer(text) for day in _days(but[1])}
    return When(frozenset(_days(BUT.sub(" ", text)) - closed), _hours(HOURS.search(text)))


def _days(text: str) -> set[int]:
    """The days that are named, or lie in a span that is."""
    days = {day for span in SPAN.finditer(text) for day in SPANS[span["each"] or span["many"] or "day"]}
    found = [(DAYS[match[1]], match.start(), match.end()) for match in WEEK.finditer(text)]
    for (day, _, end), following in zip(found, [*found[1:], None], strict=False):
        days.add(day)
        if following and re.fullmatch(r"\s*(-|to)\s*", text[end : following[1]]):
            days |= {one % 7 for one in range(day, following[0] + (8 if following[0] < day else 1))}
    return days


def _hours(found: re.Match[str] | None) -> tuple[float, float] | None:
    if not found:
        return None
    opens, closes = _clock(found[1], found[2], found[3] or found[6]), _clock(found[4], found[5], found[6])
    if opens < 8 and not found[2]:
        opens += 12  # Nobody opens at one in the night who writes no minutes.
    if closes <= opens:
        closes += 12
    return (opens, closes) if opens < 24 else None


def _clock(hour: str, minute: str | None, half: str | None) -> float:
    at = int(hour) + int(minute or 0) / 60
    return at + 12 if half == "pm" and at < 12 else at
