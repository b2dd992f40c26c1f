"""What services and assets offer somebody: whether it fits an age and a place, how far it is, and how fresh the word of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from graph.errors import QuestionError
from linkage.schedule import when_of
from queries.area_tree import AreaTree
from queries.ground import Ground, Point, Way, way
from queries.months import months_before
from queries.question import Row

WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
FRESH = 6
"""What was confirmed so many months ago, or less, counts as lately."""
ROOM = re.compile(
    r"[^.;,(]*\b(?:waiting (?:list|time)|wait(?: is)? (?:of )?\d+|current wait|(?:plots?|places?|spaces?|rooms?) (?:free|available|left)|fully booked|"
    r"no (?:places|spaces)|full until)\b[^.;,)]*",
    re.I,
)
SECRET = re.compile(
    r"\b(?:address (?:is )?(?:not published|withheld|confidential)|refuges?|safe (?:house|accommodation))\b", re.I
)


@dataclass(frozen=True)
class Wanted:
    """What somebody looks for: around a point, within some kilometres, for an age, in an area."""

    areas: frozenset[str] | None
    age: int | None
    point: Point | None
    within_km: float | None
    weekday: int | None = None
    """Monday is 0."""

    def fits(self, row: Row, distance: Way | None) -> bool:
        """Whether an offer is for this age, area, distance and day; what it doesn't say counts for it."""
        youngest, oldest = row.get("minimum_age"), row.get("maximum_age")
        aged = self.age is None or ((youngest is None or youngest <= self.age) and (oldest is None or self.age <= oldest))
        placed = self.areas is None or not row["areas"] or not self.areas.isdisjoint(row["areas"])
        near = self.within_km is None or distance is None or distance.km <= self.within_km
        return aged and placed and near and self.is_on(row) is not False

    def is_on(self, row: Row) -> bool | None:
        """Whether an offer is on on the day of the week that is asked for; None where either is not said."""
        days = when_of(row["meets_when"] or "").days if self.weekday is not None else ()
        return self.weekday in days if days else None


def weekday_of(written: str) -> int:
    """A day of the week, Monday 0.

    >>> weekday_of("Fridays"), weekday_of("sat")
    (4, 5)

    Raises QuestionError where it is none.
    """
    said = written.strip().lower().removesuffix("s")
    found = [at for at, name in enumerate(WEEK) if len(said) > 2 and name.startswith(said)]
    if not found:
        raise QuestionError(f"{written!r} is no day of the week", f"Name one of: {', '.join(WEEK)}")
    return found[0]


def wanted(
    place: AreaTree, area: str | None, age: int | None, near: str | None, within_km: float | None, weekday: str | None = None
) -> tuple[Wanted, Ground | None]:
    """What is looked for; raises QuestionError where nothing tells where `near` is, or `weekday` is no day."""
    ground = Ground(place) if near else None
    point = ground.named(near) if ground and near else None
    on = weekday_of(weekday) if weekday else None
    return Wanted(place.family(area) if area else None, age, point, within_km, on), ground


def no_day_said(rows: Sequence[Row], weekday: str | None) -> Iterator[str]:
    """That some offers say no day, where one is asked for."""
    silent = sum(not when_of(row["meets_when"] or "").days for row in rows) if weekday else 0
    if silent:
        yield f"{silent} say no day of the week, and may be on: ask them"


def distance_to(row: Row, ask: Wanted, ground: Ground | None) -> Way | None:
    """How far an offer is; nothing of one whose place is not to be known."""
    if ask.point is None or ground is None or secret(row):
        return None
    found = ground.point(row["lat"], row["lon"], row["postcode"], row["areas"])
    return way(ask.point, found) if found else None


def secret(row: Row) -> bool:
    """Whether an offer's place is not to be known: a refuge, or one that says that its address is not published."""
    told = " / ".join(filter(None, (row["full_name"], row["description"], row["address"], row.get("eligibility"))))
    return SECRET.search(told) is not None


def room_told(row: Row) -> str | None:
    """What an offer says of waiting lists or free places, in its words.

    >>> room_told({"description": "Advice and cake. Current wait 41 weeks.", "alert": None})
    'Current wait 41 weeks'
    """
    told = ROOM.search(f"{row.get('alert') or ''} . {row['description'] or ''}")
    return told.group().strip() if told else None


def is_fresh(confirmed_on: date | None, day: date) -> bool | None:
    """Whether an offer was lately confirmed; None where nothing says when."""
    return None if confirmed_on is None else confirmed_on >= months_before(day, FRESH)
