"""What a single value may be, by its shape and its check digits: kind by kind, yes or no."""

import re
from collections.abc import Callable
from datetime import date

from ingest.cleaners import CLEANERS, Context
from ingest.cleaners.geography import GSS, POSTCODE
from ingest.row import Unfit
from ingest.suggesting.names import (
    initials,
    name_like,
    names_body,
    names_person,
    names_street,
    proper,
    says_addressless,
    says_kin,
)

ANY_DAY = Context(extracted_on=date(2100, 1, 1))
DAY = re.compile(
    r"(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{1,2}(?:st|nd|rd|th)?[- ][A-Za-z]{3,9}[- ,]+\d{2,4}|\d{8})"
    r"(?:[T ,]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?(?: ?[ap]m)?)?",
    re.I,
)
CLOCK = r"\d{1,2}(?:[:.]\d{2})? ?(?:[ap]\.?m\.?|noon)?"
WEEKDAY = re.compile(
    r"\b(?:mon|tue|wed|thu|fri|sat|sun)(?:s|r|rs|day|nes|nesday|sday|rsday|urday|days|nesdays|sdays|rsdays|urdays)?\b", re.I
)
SHAPES: dict[str, str] = {
    "day_month": r"\d{1,2}/\d{1,2}",
    "month_year": r"(?:\d{1,2}/\d{4}|\d{4}-\d{2}|[A-Z][a-z]{2,8}[ -]\d{2,4})",
    "day_span": r"\d{1,2}(?:st|nd|rd|th)? ?(?:[A-Za-z]{3,9})? ?(?:-|–|to|&) ?\d{1,2}(?:st|nd|rd|th)? [A-Za-z]{3,9}.*",
    "time": r"(?:[01]?\d|2[0-4])[:.][0-5]\d(?::[0-5]\d)?(?: ?[ap]m)?|\d{1,2} ?[ap]m",
    "number": r"-?\d[\d,]*(?:\.\d+)?",
    "whole": r"\d+",
    "money": r"(?:-?£ ?-?\d[\d,]*(?:\.\d\d?)?.*|-?\d[\d,]*\.\d\d)",
    "percent": r"\d{1,3}(?:\.\d+)? ?%",
    "yes_no": r"y|n|yes|no|true|false|t|f|0|1",
    "ni": r"[A-Z]{2} ?\d\d ?\d\d ?\d\d ?[A-D]",
    "nhs_like": r"\d{3}[ -]?\d{3}[ -]?\d{3,4}",
    "upn_like": r"[A-Z]\d{11}[A-Z\d]",
    "outward": r"[A-Z]{1,2}\d[A-Z\d]?(?: ?\d)?",
    "phone": r"\(?(?:\+44 ?\(?0?\)?|0)(?:[ ()-]{0,2}\d){9,10}(?: ?(?:x|ext\.?) ?\d+)?|7\d{9}|999\d{3}",
    "email": r"[^\s@,;]+@[^\s@,;]+\.[A-Za-z]{2,}",
    "url": r"(?:https?://\S+|(?:[\w-]+\.)+(?:uk|com|org|net|info|co|gov|school|example|eu|io|london|wales|scot|foundation|charity)(?:/\S*)?)",
    "gss": r"[EKNSW]\d{7,8}",
    "charity": r"(?:GB-CHC-)?\d{6,7}(?:-\d+)?|SC ?\d{6}|NIC? ?\d{6}",
    "company": r"(?:GB-COH-)?(?:\d{5,8}|[A-Z]{2}\d{6})",
    "org_id": r"(?:[A-Z]{2,3}-[A-Z0-9]+-\S+|360G-\S+)",
    "uuid": r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}",
    "code": r"(?=\S*\d)[\w/.#-]{2,24}|(?=.*\d)[A-Z]{1,5} \d{2,10}",
    "sex": r"m|f|b|g|male|female|man|woman|boy|girl|x|u|unknown|non-?binary|other|trans.*|[0129]|mixed|boys|girls|not (?:known|stated|specified)",
    "honorific": r"(?:mr|mrs|ms|miss|mx|dr|prof|rev|revd|fr|sir|lady|master|mstr|sister|cllr)\.?",
    "age": r"\d{1,2}|1[01]\d",
    "age_range": r"(?:ages? )?\d{1,2}(?: ?(?:\+|-|–|to|plus|and over|yrs?|years?|months?) ?)+(?:\d{1,2})?.*|all ages|adults?|any(?: age)?|over \d\d|under \d{1,2}.*|\d\d ?plus",
    "open_closed": r"open|closed|active|inactive|ended|current|live|discharged|complete[d]?|suspended|archived|on ?hold|ongoing|inactive|nfa",
    "file_name": r"\S+\.(?:csv|xlsx?|json|txt|ods)",
}
_COMPILED = {kind: re.compile(shape, re.I) for kind, shape in SHAPES.items()}
Test = Callable[[str], bool]


def _shaped(kind: str) -> Test:
    return lambda value: _COMPILED[kind].fullmatch(value) is not None


def _cleans(cleaner: str) -> Test:
    """Whether a cleaner takes the value: its shape and its check digit are right."""

    def takes(value: str) -> bool:
        try:
            return CLEANERS[cleaner]([value], ANY_DAY) is not None
        except Unfit:
            return False

    return takes


def is_date(value: str) -> bool:
    """A day in any of the ways it is written, also one that cannot be (31/02)."""
    return DAY.fullmatch(value) is not None and not re.fullmatch(r"\d{8}", value)


def is_hours(value: str) -> bool:
    """When something is open: a weekday with words or times, or a span of times."""
    span = re.search(rf"\b{CLOCK} ?(?:-|–|to|until|til) ?{CLOCK}", value, re.I) is not None
    return (span and re.search(r"[:.]\d\d|[ap]m|noon", value, re.I) is not None) or WEEKDAY.search(value) is not None


def is_text(value: str) -> bool:
    """Words that tell something: at least four of them."""
    return len(value.split()) >= 4


def is_listing(value: str) -> bool:
    """Several things in one cell."""
    return len(re.split(r"[;|]|, ", value)) > 1


def is_relatives(value: str) -> bool:
    """Relatives in one cell: numbers or names, each with what they are in brackets or before."""
    return re.search(r"\b\d{5,}\b ?\((?:[\w ?']+)\)|\b\w+ of \d{5,}", value) is not None


def _between(low: float, high: float) -> Test:
    def lies(value: str) -> bool:
        return re.fullmatch(r"-?\d{1,3}\.\d{2,}", value) is not None and low <= float(value) <= high

    return lies


KINDS: dict[str, Test] = {
    **{kind: _shaped(kind) for kind in SHAPES},
    "date": is_date,
    "nhs": lambda value: _COMPILED["nhs_like"].fullmatch(value) is not None and _cleans("nhs_number")(value),
    "upn": lambda value: _COMPILED["upn_like"].fullmatch(value) is not None and _cleans("upn")(value),
    "postcode": lambda value: POSTCODE.fullmatch(value) is not None,
    "gss_exact": lambda value: GSS.match(value) is not None,
    "charity_list": _shaped("charity"),
    "latitude": _between(49, 61),
    "longitude": _between(-9, 2.5),
    "hours": is_hours,
    "weekday": lambda value: WEEKDAY.fullmatch(value) is not None,
    "text": is_text,
    "listing": is_listing,
    "relatives": is_relatives,
    "person": names_person,
    "body": names_body,
    "street": names_street,
    "name_like": name_like,
    "proper": proper,
    "initials": initials,
    "kin": says_kin,
    "addressless": says_addressless,
}
"""Each kind of value with its test. A value may be of several kinds."""
