"""What a question's words say by themselves, whatever is asked: an age, a distance, a day, a mission."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from queries.missions import missions

MILE_KM = 1.609
UNDER = re.compile(r"\b(?:under|below|younger than)[- ](\d{1,3})(?:'?s)?\b", re.I)
OVER = re.compile(r"\b(?:over|above|older than|aged? over)[- ](\d{1,3})(?:'?s)?\b|\b(\d{1,3})\s?(?:\+|plus\b|and over\b)", re.I)
AGED = re.compile(r"\b(?:aged?|who is|who's)\s(\d{1,3})\b|\b(\d{1,3})[- ]years?[- ]olds?\b|\b(\d{1,3})\s?yo\b", re.I)
WITHIN = re.compile(r"\b(?:within|up to|less than)\s(\d+(?:\.\d+)?)\s?(km|kilomet(?:re|er)s?|miles?|mi)\b(?:\sof\b)?", re.I)
WEEKDAY = re.compile(r"\b(?:(?:on|every|each) )?((?:mon|tues|wednes|thurs|fri|satur|sun)day)s?\b", re.I)
SINCE = re.compile(
    r"\bsince (?:the )?(?P<day>\w[\w /.-]{2,30}?)(?=$|[?,;!]|\.(?:\s|$)| (?:for|of|and|with|near|to|was|were|has|have)\b)", re.I
)
OLDEST = 120


@dataclass(frozen=True)
class Taken:
    """Words of the question, by their place in it, and what they were taken for."""

    start: int
    end: int
    parameter: str
    value: Any
    words: str
    told: str
    """As a reader is told: `somebody aged 17`."""
    sure: float = 1.0


@cache
def phrases() -> dict[str, Any]:
    """How people ask, as api/wording/phrases.yaml has it."""
    loaded: dict[str, Any] = yaml.safe_load((files("api.wording") / "phrases.yaml").read_text("utf-8"))
    return loaded


def slots(text: str) -> Iterator[Taken]:
    """Ages, distances, days of the week, missions and a day since which, that a text says.

    >>> [(one.parameter, one.value, one.words) for one in slots("food under 18 within 2 miles of Hindley")]
    [('age', 17, 'under 18'), ('within_km', 3.2, 'within 2 miles of')]
    """
    yield from _weekdays(text)
    yield from _missions(text)
    if (found := SINCE.search(text)) and (day := _day(found["day"])):
        yield _taken(found, "since", day.isoformat(), f"from {day.isoformat()} on")
    aged = next(_ages(text), None)
    if aged is not None:
        yield aged
    if found := WITHIN.search(text):
        km = float(found[1]) * (MILE_KM if found[2].lower().startswith("mi") else 1)
        yield _taken(found, "within_km", round(km, 1), f"within {round(km, 1):g} km")


def _weekdays(text: str) -> Iterator[Taken]:
    if found := WEEKDAY.search(text):
        day = found[1].lower()
        yield _taken(found, "weekday", day, f"on {day.title()}s")


def _missions(text: str) -> Iterator[Taken]:
    """The missions that a text names: a place's own by their labels, Kith's by more words."""
    told = phrases()["missions"]
    for code, mission in missions().items():
        label = re.escape(mission.label)
        words = "|".join([label, *(words for words, meant in told.items() if meant == code)])
        if found := re.search(rf"\b(?:{words})\b", text, re.I):
            yield _taken(found, "mission", code, f"the mission “{mission.label}”")


def _day(written: str) -> date | None:
    """A day or the first one of a month, the last that has been; of "2024" its first."""
    if re.fullmatch(r"(?:19|20)\d\d", written):
        return date(int(written), 1, 1)
    found = _dates().get_date_data(written).date_obj
    return found.date() if found else None


@cache
def _dates() -> Any:
    # As notes are read: day first, and what has been. It takes a moment to load, and few questions say a day.
    from dateparser.date import DateDataParser

    settings = {"PREFER_DAY_OF_MONTH": "first", "PREFER_DATES_FROM": "past", "DATE_ORDER": "DMY"}
    return DateDataParser(languages=["en"], settings=settings)


def _ages(text: str) -> Iterator[Taken]:
    """An age that somebody has whom the words mean: the oldest under a limit, the youngest over one."""
    for pattern, shift in ((UNDER, -1), (OVER, 0), (AGED, 0)):
        if found := pattern.search(text):
            age = int(next(group for group in found.groups() if group)) + shift
            if 0 <= age <= OLDEST:
                yield _taken(found, "age", age, f"somebody aged {age}")
    for words, age in phrases()["ages"].items():
        if found := re.search(rf"\b(?:{words})\b", text, re.I):
            yield _taken(found, "age", age, f"somebody aged {age}")


def _taken(found: re.Match[str], parameter: str, value: Any, told: str) -> Taken:
    return Taken(found.start(), found.end(), parameter, value, found.group(), told)
