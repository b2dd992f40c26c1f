"""What was seen in a column, in words: for a guess as its reason, for the rest as a help to whoever maps it.

A mapping is kept and shared beside the data, so no value of a table about people is repeated in it: only shapes.
"""

import re

from ingest.suggesting.profile import Column

TELLING: dict[str, tuple[str, str]] = {
    "nhs": ("nhs", "pass the NHS number check digit"),
    "upn": ("upn", "pass the UPN check letter"),
    "postcode": ("postcode", "are full postcodes"),
    "dob": ("date", "are dates"),
    "phone": ("phone", "are telephone numbers"),
    "email": ("email", "are e-mail addresses"),
    "website": ("url", "are web addresses"),
    "area_code": ("gss_exact", "are GSS codes"),
    "latitude": ("latitude", "lie within Great Britain and Northern Ireland"),
    "longitude": ("longitude", "lie within Great Britain and Northern Ireland"),
    "charity_number": ("charity", "have the shape of a charity number"),
    "company_number": ("company", "have the shape of a company number"),
    "full_name": ("name_like", "may be names"),
    "opening_hours": ("hours", "tell days or times"),
    "amount": ("number", "are amounts"),
}
DATES = "are dates"
KINDS_TOLD = (
    ("date", "dates"),
    ("email", "e-mail addresses"),
    ("url", "web addresses"),
    ("postcode", "postcodes"),
    ("phone", "telephone numbers"),
    ("yes_no", "yes or no"),
    ("percent", "percentages"),
    ("money", "amounts of money"),
    ("number", "numbers"),
    ("hours", "days or times"),
    ("person", "perhaps people's names"),
    ("street", "perhaps addresses"),
    ("body", "perhaps names of bodies"),
    ("code", "codes"),
    ("text", "text"),
)
SHAPED = frozenset({"", "code", "date"})
"""Kinds whose shapes help in telling what they are."""
SHOWN = 3
SOMEBODYS = 0.3
"""Also elsewhere: a column of which so much may be somebody's name or number is told by shapes alone."""
LONGEST_SHOWN = 24


def evidence(column: Column, field: str) -> str:
    """How the values bear a meaning out: `9 of 10 values pass the NHS number check digit`.

    >>> evidence(Column("DOB", ("01/02/2015", "31/12/2016")), "dob")
    '2 of 2 are dates, day first'
    """
    total = len(column.filled)
    if not total:
        return "no row has a value"
    if (column.share("date") >= 0.5 and field not in TELLING) or field == "dob":
        return f"{column.passing('date')} of {total} {DATES}{day_order(column)}"
    if field in TELLING:
        kind, told = TELLING[field]
        if field == "full_name" and column.share("person") >= 0.5:
            kind, told = "person", "look like people's names"
        return f"{column.passing(kind)} of {total} {told}"
    return ""


def day_order(column: Column) -> str:
    """Which comes first in dates of three numbers, where a day above 12 tells."""
    parts = [found.groups() for value in column.filled if (found := re.match(r"(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}", value))]
    if any(int(first) > 12 for first, _ in parts):
        return ", day first"
    if any(int(second) > 12 for _, second in parts):
        return ", MONTH FIRST: Kith reads the day first, so ask for another export"
    return ", and none tells whether day or month comes first: Kith reads the day first" if parts else ""


def described(column: Column, private: bool) -> str:
    """A column that was not taken, by what is in it: how much, how different, of what shape or kind."""
    rows, total = len(column.values), len(column.filled)
    if not total:
        return "empty"
    kind, told = next(((kind, told) for kind, told in KINDS_TOLD if column.share(kind) >= 0.6), ("", "words"))
    how_many = "all filled" if total == rows else f"{total} of {rows} filled"
    return f"{how_many}, {column.distinct} different; {told}{_like(column, private) if kind in SHAPED or not private else ''}"


def _like(column: Column, private: bool) -> str:
    if private or column.share("person", "phone", "email") >= SOMEBODYS:
        shapes = list(dict.fromkeys(shape(value) for value in column.filled if len(value) <= LONGEST_SHOWN))
        return f" like {', '.join(shapes[:SHOWN])}" if shapes and len(shapes) <= 2 * SHOWN else ""
    shown = [value for value, _ in column.counted.most_common(SHOWN) if len(value) <= LONGEST_SHOWN]
    return f": {', '.join(shown)}" if shown else ""


def shape(value: str) -> str:
    """A value with every letter an x and every digit a 9: `HH/104477/02` is `XX/999999/99`.

    >>> shape("HH/104477/02"), shape("Yes - mum")
    ('XX/999999/99', 'Xxx - xxx')
    """
    return re.sub(r"\d", "9", re.sub(r"[^\W\d_]", lambda letter: "X" if letter[0].isupper() else "x", value))
