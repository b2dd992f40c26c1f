"""Lists of people that stand inside one cell or one object of a record."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from ingest.cleaners.context import Context
from ingest.cleaners.dates import a_date
from ingest.row import Unfit

Item = dict[str, Any]
KIN = {
    "mother": "mother",
    "mum": "mother",
    "father": "father",
    "fa": "father",
    "dad": "father",
    "sib": "sibling",
    "sibling": "sibling",
    "half sib": "half sibling",
    "mgm": "grandmother",
    "pgm": "grandmother",
    "mgf": "grandfather",
    "pgf": "grandfather",
    "son": "child",
    "dtr": "child",
    "daughter": "child",
    "wife": "partner",
    "husband": "partner",
    "partner": "partner",
}
NO_CONTACT = re.compile(r"\b(no contact|do not disclose|non-?mol)\b", re.I)
NUMBERED = re.compile(r"(?P<number>\d{5,})(?:/\d+)*(?P<rest>[^;]*)")
CHILD = re.compile(r"\b(child|children|son|daughter|young person|baby|twin|pupil)\b", re.I)


def relationships(values: list[Any], context: Context) -> list[Item]:
    """Relatives that a social care record names: their number in the system, name and kin.

    Takes `1100232 (sib); CROPPER D (father); mother OKONKWO Amara`. A relative with neither a
    number nor a name in capitals is passed over, as is an entry that the record says was an error.
    """
    text = str(values[0] or "")
    if "error" in text.lower():
        return []
    return [item for part in text.split(";") if (item := _relative(part.strip())) is not None]


def _relative(part: str) -> Item | None:
    numbered = NUMBERED.search(part)
    shouted = re.search(
        r"\b[A-Z][A-Z'-]{2,}(?: [A-Z][A-Za-z'-]*)?", re.sub(r"\b(NO CONTACT|TRANSFER.*|MGM|MGF|PGM|PGF|SG)\b", " ", part)
    )
    if numbered is None and shouted is None:
        return None
    name = shouted.group().strip() if shouted else None
    # "EZE Victor = fa of 1104411" numbers the child, and "mother of 1100231" says what the subject is.
    inverse = re.search(r"\b(?:mother|father|fa|parent) of \d", part) is not None
    number = numbered["number"] if numbered and not (inverse and name) else None
    return {
        "number": number,
        "full_name": name,
        "as_written": number or name,
        "kin": "child" if inverse and name is None else _kin(part),
        "no_contact": bool(NO_CONTACT.search(part)),
    }


def _kin(text: str) -> str:
    lowered = text.lower()
    found = [word for word in sorted(KIN, key=len, reverse=True) if re.search(rf"\b{word}\b", lowered)]
    return KIN[found[0]] if found else "relative"


def first_adult(values: list[Any], context: Context) -> list[Item]:
    """The first of a list of people who is grown up: eighteen by date of birth, or not called a child."""
    for item in values[0] or []:
        born = _birth(item.get("dob"), context)
        grown = _age(born, context.extracted_on) >= 18 if born else not CHILD.search(str(item.get("relationship") or ""))
        if grown:
            return [item]
    return []


def _birth(value: Any, context: Context) -> date | None:
    try:
        return a_date([value], context)
    except Unfit:
        return None


def _age(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def care_of(values: list[Any], context: Context) -> str | None:
    """The name behind `c/o` in an address."""
    found = re.search(r"\bc/o\s+([A-Z][\w'-]+(?: [A-Z][\w'-]+)?)", str(values[0] or ""))
    return found[1] if found else None


def server(values: list[Any], context: Context) -> str | None:
    """Who served, where a comment says `NAME served`; else the volunteer in the column."""
    comment, volunteer = values
    found = re.search(r"\b([A-Z]\w+) served\b", str(comment or ""))
    return found[1] if found else volunteer


def supporter(values: list[Any], context: Context) -> str | None:
    """The name in front of `supporting` in a memo: `T Moss supporting`."""
    found = re.search(r"\b([A-Z]\.? ?[A-Z][\w'-]+|[A-Z]\w+ [A-Z][\w'-]+) supporting\b", str(values[0] or ""))
    return found[1] if found else None


CLEANERS: dict[str, Callable[[list[Any], Context], Any]] = {
    "relationships": relationships,
    "first_adult": first_adult,
    "care_of": care_of,
    "server": server,
    "supporter": supporter,
}
