"""The head of a note: whose it is by case reference, when it was written and by whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from email.utils import parsedate_to_datetime

from nlp.dates import find_dates
from nlp.spans import Span

HEAD_LINES = 8
HEAD_LENGTH = 600
"""A head is no longer, even where no empty line ends it."""
REFERENCE = re.compile(
    r"(?<![\w/.@+\u00a3-])(?:[A-Z]{1,5}[-/ ]?(?:19|20)?\d{2}[-/]\d{2,6}|[A-Z]{1,4}[-/]\d{2,9}(?:[-/]\d{1,6})?"
    r"|[A-Z]{1,3}\d{5,9}(?:/\d{1,3})*|(?<!0)\d{7,8}(?:/\d{1,2})*|0\d{6,7}(?:/\d{1,2})*|\d{3} \d{3} \d{4}|[A-Z]\d{12}|[A-Z]{2,5} \d{4,8})(?![\w/-]|\.\d)"
)
WRITER = re.compile(
    r"(?im)^(?:.*?\s)?(?:(?:author|worker|by|written by|recorded by|completed by|taken by|entered by|from|signed|practitioner|officer|allocated to)\s*:|(?:completed|written|recorded|minuted|chaired) by(?=\s)|^(?:msg|message|email|e-mail|letter|text|voicemail|note|statement) from(?=\s))\s*"
    r"(?P<name>[A-Z][\w'\u2019.-]*(?: [A-Z][\w'\u2019.-]*){0,2})"
)
MAIL_DATE = re.compile(r"(?im)^date:\s*(\w{3}, .+|\d.+)$")
BIRTH = re.compile(r"(?:d\.?\s?o\.?\s?b\.?|born|birth)[ :.]*$", re.IGNORECASE)
OLDEST = timedelta(days=365 * 40)
"""No note is older than so: a date further back is somebody's birth."""
AFTER_DATE = re.compile(
    r"^[ \t]+(?:\d{1,2}[:.]\d{2}[ \t]*)?(?!Mr|Mrs|Ms|Miss)(?P<name>[A-Z][\w'\u2019.-]*(?: [A-Z][\w'\u2019-]*){1,2})(?=[ \t]*[^\n.;]{0,30}(?:\n|$))"
)
INITIALS = re.compile(r"(?:^|[\s/])(?P<initials>[A-Z]{2})(?=\s*(?:/|$))")
"""Two capitals at the end of a head's line, or between strokes: whoever wrote it."""
NO_INITIALS = frozenset(
    {"HV", "SW", "PC", "DC", "DS", "OT", "GP", "PA", "TA", "EP", "MW", "DN", "AM", "PM", "UC", "EH", "CP", "UK"}
)


@dataclass(frozen=True)
class Header:
    """What a note's first lines say; author and references are spans of the note."""

    subject_keys: tuple[str, ...] = ()
    subject_spans: tuple[tuple[int, int], ...] = ()
    note_date: date | None = None
    author: str | None = None
    author_span: tuple[int, int] | None = None
    initials: str | None = None
    """Of the writer, where the head has no name of theirs."""
    end: int = 0
    """Where the head ends."""


def read_header(text: str, latest: date | None = None) -> Header:
    """A note's references, date and author, where its head gives them; no date after `latest` is its own.

    >>> read_header("EHM closure  EHA-2025-0311\\nMahmood   24/4/26   L Crowther FSW\\n\\nLast visit.").subject_keys
    ('EHA-2025-0311',)
    """
    head = head_of(text)
    found = [match for match in REFERENCE.finditer(head) if not is_phone(head, match.start())]
    author = find_author(head)
    return Header(
        tuple(match.group() for match in found),
        tuple(match.span() for match in found),
        find_note_date(head, latest),
        text[author[0] : author[1]] if author else None,
        author,
        None if author else find_initials(head),
        len(head),
    )


def find_initials(head: str) -> str | None:
    """The one pair of initials that stands in a head as a writer's does.

    >>> find_initials("Outreach log / JM / 11 Sept"), find_initials("Home visit 4/5/26  HV")
    ('JM', None)
    """
    found = {one["initials"] for line in head.split("\n") for one in INITIALS.finditer(line)} - NO_INITIALS
    return found.pop() if len(found) == 1 else None


def head_of(text: str) -> str:
    """The lines before the first empty one, at most eight; all the text where there is no head."""
    head = re.split(r"\n\s*\n", text, maxsplit=1)[0]
    return "\n".join(head.split("\n")[:HEAD_LINES])[:HEAD_LENGTH]


def is_phone(text: str, start: int) -> bool:
    """Whether a number is a telephone's."""
    return bool(re.search(r"(?:tel|phone|mob(?:ile)?|call|fax)\W{0,3}$", text[:start], re.IGNORECASE))


def find_note_date(head: str, latest: date | None = None) -> date | None:
    """The day a note was written: an e-mail's Date line, else the first date of the head that can be.

    A date of birth cannot, nor a day after `latest`; a day with no year is the last such one before.
    """
    mail = MAIL_DATE.search(head)
    if mail:
        try:
            return parsedate_to_datetime(mail[1].strip()).date()
        except (TypeError, ValueError):
            pass
    found = [span for span in find_dates(head, latest) if span.iso and not BIRTH.search(head[: span.start])]
    days = [span.iso for span in found if span.iso and (latest is None or latest - OLDEST <= span.iso <= latest)]
    return days[0] if days else None


def find_author(head: str, dates: Sequence[Span] | None = None) -> tuple[int, int] | None:
    """Where the author's name stands: after a word such as Worker:, or after a date (of those found already, if any were)."""
    named = WRITER.search(head)
    if named:
        return named.span("name")
    for day in find_dates(head) if dates is None else dates:
        after = AFTER_DATE.match(head[day.end :])
        if after:
            start, end = after.span("name")
            role = re.search(r" (?:[A-Z]{2,4}|PCSO|FSW)$", after["name"])
            return day.end + start, day.end + end - (len(role.group()) if role else 0)
    return None
