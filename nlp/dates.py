"""Dates as notes write them: day first, two-digit years, weekdays, "2 months ago", "xmas"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from dateparser.date import DateDataParser

from nlp.spans import Span

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
FULL_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
DAY = r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b"
CLOCK = r"(?:\d{1,2}(?:[.:]\d{2})? ?(?:am|pm)|\d{1,2}[:.]\d{2}(?:hrs)?)"
PART = r"(?: (?:night|nite|morning|afternoon|evening|eve|am|pm|lunchtime))?"
NUMBER = r"(?:\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|a few|few|several|a couple of|couple of)"
UNIT = r"(?:day|night|week|wk|month|mth|year|yr|fortnight|hour|hr)s?"
YEAR = r"(?:19|20)\d{2}"
FORMS = (
    rf"(?:{DAY},? )?(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}(?:,? (?:{YEAR}|'?\d{{2}}\b(?![:.]\d)))?",
    rf"(?:{DAY},? )?\d{{1,2}}[-/.](?:\d{{1,2}}|{MONTH})[-/.](?:{YEAR}|\d{{2}})\b",
    rf"{YEAR}-\d{{2}}-\d{{2}}",
    r"(?<![\d/])(?:0[1-9]|1[0-2])/(?:1[3-9]|2\d)\b(?![/\d])",
    r"(?:the )?\d{1,2}(?:st|nd|rd|th)\b(?=[.,;)]|\s+(?:with|at|w)\b|\s*$)",
    rf"(?:the )?(?:summer|winter|spring|autumn) (?:of )?{YEAR}",
    r"(?:the )?(?:new year|weekend|bank holiday|other day)",
    rf"(?:{DAY} )\d{{1,2}}(?:st|nd|rd|th)\b",
    r"(?<![\d/])(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])\b(?![/\d]|\s?(?:th|hrs|week))",
    rf"(?:the )?(?:beginning|start|end|middle|early part) of (?:{MONTH}|last (?:week|month|year|term)|the (?:year|month|week|term))(?: {YEAR})?",
    rf"(?:early |late |mid[- ])?{MONTH} (?:{YEAR}|'?\d{{2}}\b(?!\s*(?:%|weeks|days|year|kids|children)))",
    rf"(?:{CLOCK} (?:on )?)(?:last |this |next )?{DAY}{PART}",
    rf"(?:(?:last|this|next|past|previous|coming) )?{DAY}{PART}(?: {CLOCK})?",
    rf"(?:{CLOCK} )?(?:yesterday|today|tonight|tomorrow|last night|this (?:morning|afternoon|evening))(?: (?:morning|afternoon|evening|night))?",
    rf"(?:last|this|next|past|previous) (?:week|wk|weekend|wkend|month|year|term|half[- ]term|fortnight|summer|winter|spring|autumn|christmas|xmas|easter|academic year|{MONTH})",
    rf"(?:about |around |over |nearly )?{NUMBER} {UNIT} (?:ago|back|before|earlier)",
    rf"(?:in|over|past|last|next) (?:the )?(?:past |last |next )?{NUMBER} {UNIT}(?! old|'s)",
    r"(?:xmas|christmas(?: eve| day)?|easter(?: monday| sunday)?|new year(?:'s (?:eve|day))?|ramadan|eid|diwali|whitsun|hogmanay|sukkot|passover|hanukkah|vaisakhi|navratri|michaelmas|pancake day|(?:mother|father)'?s day|bonfire (?:night|nite)|hallowe?en|boxing day|bank holiday(?: monday)?|half[- ]term|(?:summer|easter|christmas|xmas) (?:holidays?|hols)|(?:spring|summer|autumn) term)",
    rf"(?:early |late |mid[- ])?{FULL_MONTH}",
    r"(?<=since )(?:early |late |mid[- ])?(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)\b",
    r"(?<=in )(?:early |late |mid[- ])?(?:jan|feb|apr|jul|aug|sept?|oct|nov|dec)\b",
    r"(?:jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)\b(?=\s*(?:$|[.,;:)\n-]|and\b|then\b))",
    r"(?<=since )(?:mar|march|may|jun|june|dec)\b",
    r"(?<!\d )(?<![\u00a3/.-])(?:199\d|20[0-3]\d)(?=\s*(?:$|[.,;)\n]))",
    rf"(?:(?<=in )|(?<=since )|(?<=from )|(?<=until )|(?<=by )|(?<=during ))(?:early |late )?{YEAR}\b(?!-\d)",
)
CANDIDATE = re.compile(r"(?<![\w/.\u00a3-])(?:" + "|".join(FORMS) + r")(?![\w])", re.IGNORECASE)
LEAD = re.compile(r"^(?:in|over|past|last|next)(?: the)?(?: past| last| next)? (?=\d|a |an |one|two|three|few|several)", re.I)
SPAN_OF_DAYS = re.compile(rf"\s?(?:-|–|/|to|&)\s?{DAY}", re.IGNORECASE)
REGULAR = re.compile(
    r"\s(?:[a-z]+ )?(?:clubs?|groups?|lunch(?:es)?|sessions?|drop-?ins?|class(?:es)?|football|breakfast|coffee|caf[eé]|choir|mass|prayers|school)\b",
    re.I,
)
"""After a weekday: what is on in every week."""
HABIT = re.compile(
    r"\b(?:goes|takes|visits|comes|attends|runs|meets|collects|sees|brings|works|volunteers|does|plays|pops|drops|picks|minds|helps|cooks|drives|walks|phones|rings"
    r"|has (?:her|him|them|the (?:kids|children|baby|boys|girls)))\b[^.;:,\n]{0,30}$",
    re.I,
)
"""Before a weekday: what somebody does in every week."""
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def find_dates(text: str, note_date: date | None = None) -> list[Span]:
    """Dates and named periods; `iso` where one day is meant."""
    spans = []
    for match in CANDIDATE.finditer(text):
        start, found = match.start(), match.group()
        if is_no_date(text, start, match.end(), found):
            continue
        lead = LEAD.match(found)
        start += lead.end() if lead else 0
        end = match.start() + len(found.rstrip(". "))
        spans.append(Span(start, end, "DATE", iso=resolve(text[start:end], note_date, text[:start])))
    return spans


def is_no_date(text: str, start: int, end: int, found: str) -> bool:
    """Whether a match is a habit ("every Tuesday"), a verb ("may"), a word ("sun") or an age."""
    before = text[max(0, start - 16) : start]
    if re.search(r"(?:every|each|most|alternate)\s+(?:other\s+|second\s+)?$", before, re.IGNORECASE):
        return True
    if re.fullmatch(DAY, found, re.IGNORECASE) and is_in_every_week(text, start, end):
        return True
    if re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)", found) and not re.search(
        r"(?:on|by|until|till|from|for|the|appointment|due|to|and|,)\s+$", before
    ):
        return True
    if re.fullmatch(r"may|march|sun|sat|wed|fri|may \d{1,2}|mar", found, re.IGNORECASE):
        spoken = re.search(r"(?:in|since|of|by|last|next|until|till|from|during|on|this)\s+$", before)
        ends = re.match(r"\s*(?:$|[.,;)\n])", text[end : end + 3])
        if (
            (found in {"may", "march", "mar"} and not spoken)
            or (found == "sun" and (not spoken or before.endswith(("the ", "in "))) and (not ends or before.endswith("the ")))
            or (found.lower() == "may" and not re.search(r"(?:in|since|of|by|last|next|until|from|during)\s+$", before))
        ):
            return True
        if found == "sat" and not spoken and (not ends or re.search(r"(?:\d|she|he|they|we|and|just|was)\s+$", before)):
            return True
    if re.fullmatch(r"(?:mon|tues|wednes|thurs|fri|satur|sun)days", found + text[end : end + 1], re.IGNORECASE):
        return True
    return bool(re.match(r"\s?(?:%|year|yr)", text[end : end + 5]) and found[:1].isdigit() and "/" not in found)


def is_in_every_week(text: str, start: int, end: int) -> bool:
    """Whether a weekday is one of a habit: "mon-thurs", "tues lunch", "takes him thurs"."""
    ranged = SPAN_OF_DAYS.match(text, end) or re.search(rf"{DAY}\s?(?:-|–|/|to|&)\s?$", text[max(0, start - 14) : start], re.I)
    return bool(ranged or REGULAR.match(text, end) or HABIT.search(text, max(0, start - 50), start))


def resolve(found: str, note_date: date | None, before: str = "") -> date | None:
    """The one day that a date names, or None when it names a period or the year is not known."""
    words = found.lower()
    iso = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", words)
    if re.fullmatch(r"\d{2}/\d{2}", words) and int(words[3:]) > 12:
        return None
    if iso:
        return calendar_day(int(iso[1]), int(iso[2]), int(iso[3]))
    numeric = re.search(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$", words)
    if numeric:
        return calendar_day(int(numeric[3]), int(numeric[2]), int(numeric[1]))
    if re.search(r"\d{1,2}(?:st|nd|rd|th)?(?: of)?[ -]" + MONTH, words) or re.search(r"\d{1,2}/\d{1,2}$", words):
        return with_day(words, note_date)
    if note_date is None:
        return None
    if re.search(r"ago|back|yesterday|today|tonight|tomorrow|last night|this (?:morning|afternoon|evening)", words):
        return relative(words, note_date)
    return weekday(words, note_date, before)


@lru_cache(maxsize=1)
def parser() -> DateDataParser:
    """One parser for all dates: making one takes longer than a note."""
    return DateDataParser(languages=["en"], settings={"DATE_ORDER": "DMY", "PARSERS": ["absolute-time"]})


def calendar_day(year: int, month: int, day: int) -> date | None:
    """A day, or None where the calendar has no such day."""
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def with_day(words: str, note_date: date | None) -> date | None:
    """A day and month, with the year written or the one nearest before the note."""
    has_year = re.search(rf"{YEAR}|(?<=[a-z. ])'?\d{{2}}$", words)
    if not has_year and note_date is None:
        return None
    cleaned = re.sub(rf"^(?:{CLOCK},? (?:on )?)?(?:{DAY},? )?(?:the )?", "", words).replace(" of ", " ").replace("'", "")
    dated = cleaned if has_year else f"{cleaned} {note_date.year if note_date else ''}"
    return parsed_day(dated)


@lru_cache(maxsize=4096)
def parsed_day(words: str) -> date | None:
    """A day, month and year in words, day first; kept, as notes of one week name the same days."""
    parsed = parser().get_date_data(words).date_obj
    return parsed.date() if parsed else None


def relative(words: str, note_date: date) -> date | None:
    """A day told by its distance from the note's; weeks and longer name no one day."""
    if re.search(r"week|wk|month|mth|year|yr|fortnight", words):
        return None
    if "yesterday" in words or words.startswith("last night"):
        return note_date - timedelta(days=1)
    if "tomorrow" in words:
        return note_date + timedelta(days=1)
    days = re.search(r"(\d+) days?", words)
    if days:
        return note_date - timedelta(days=int(days[1]))
    return note_date if re.search(r"today|tonight|this ", words) else None


def weekday(words: str, note_date: date, before: str) -> date | None:
    """A named weekday: the latest before the note, or the first after it for "next" and plans."""
    named = re.search(DAY, words)
    if not named:
        return None
    wanted = WEEKDAYS.index(named.group()[:3])
    future = (
        "next" in words
        or "coming" in words
        or bool(
            re.search(
                r"\b(?:next|nxt|will|to be|due|booked|booked for|planned|by|until|plan|going to|appt|appointment)\b[^.;\n]{0,40}$",
                before,
                re.IGNORECASE,
            )
        )
    )
    if future:
        return note_date + timedelta(days=(wanted - note_date.weekday() - 1) % 7 + 1)
    return note_date - timedelta(days=(note_date.weekday() - wanted - 1) % 7 + 1)
