"""Which services meet this need?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from queries.ground import Way
from queries.offers import distance_to, is_fresh, no_day_said, room_told, secret, wanted
from queries.question import Asked, Evidence, Question, Row, chosen, named


@dataclass(frozen=True)
class Offered:
    """A service that meets a need, with what somebody must know before they send a person there."""

    service: str
    full_name: str
    provider: str | None
    description: str | None
    ages: str
    """The ages it takes, as `16–25` or `18 and over`; empty where it says none."""
    eligibility: str | None
    how_to_apply: str | None
    charge: str | None
    meets_when: str | None
    contact: str | None
    room: str | None
    """What it says of waiting lists or free places, in its own words."""
    confirmed_on: date | None
    lately_confirmed: bool | None
    """Whether that was within six months; none where nothing says when."""
    km: float | None
    """At the least, as the crow flies."""
    walk_minutes: int | None
    distance_about: bool | None
    """Whether the distance is from or to the middle of an area only."""
    address: str | None
    """None of what keeps its address to itself, such as a refuge."""
    postcode: str | None
    areas: tuple[str, ...]
    area_names: tuple[str, ...]
    """The names of the same areas, in the order of the alphabet."""
    evidence: tuple[Evidence, ...]
    unconfirmed: bool = False
    """Whether its own organisation registered it and nobody has moderated it yet."""


@dataclass(frozen=True)
class ServicesForNeed(Question[Offered]):
    """Active services that meet a need, for an age and an area, the lately confirmed and the near ones first."""

    answer: ClassVar[type] = Offered
    need: str = named("Need", "the need, by its code or words")
    area: str | None = chosen(None, "only for people of this area, one inside it or around it", label="Area")
    age: int | None = chosen(None, "only open to this age")
    near: str | None = chosen(None, "reckon distances from this postcode or area")
    within_km: float | None = chosen(None, "with near: at most so far, where the distance is known")
    weekday: str | None = chosen(None, "only what is on on this day of the week, or says no day")

    def shape(self, rows: Sequence[Row], asked: Asked) -> tuple[Offered, ...]:
        """One row a listing; one that says no area or age is kept, for it may serve any."""
        ask, ground = wanted(asked.place, self.area, self.age, self.near, self.within_km, self.weekday)
        ways = [(row, distance_to(row, ask, ground)) for row in rows]
        found = [
            (ask.is_on(row) is not True, _offered(row, distance, asked.as_of))
            for row, distance in ways
            if ask.fits(row, distance)
        ]
        return tuple(one for _, one in sorted(found, key=lambda pair: (pair[0], _order(pair[1]))))

    def unseen(self, rows: Sequence[Row], asked: Asked) -> tuple[str, ...]:
        """What the listings do not say."""
        silent = sum(room_told(row) is None for row in rows)
        room = (f"{silent} of the listings say nothing of waiting lists or free places",) if silent else ()
        return (*room, *no_day_said(rows, self.weekday))


def _offered(row: Row, distance: Way | None, day: date) -> Offered:
    hidden = secret(row)
    kept = ("service", "full_name", "description", "eligibility", "how_to_apply", "charge", "meets_when", "confirmed_on")
    return Offered(
        **{name: row[name] for name in kept},
        provider=next(iter(sorted(row["providers"])), None),
        ages=_ages(row["minimum_age"], row["maximum_age"]),
        contact=row["contact"] or row["phone"] or row["url"],
        room=room_told(row),
        lately_confirmed=is_fresh(row["confirmed_on"], day),
        km=distance.km if distance else None,
        walk_minutes=distance.walk_minutes if distance else None,
        distance_about=distance.about if distance else None,
        address=None if hidden else row["address"],
        postcode=None if hidden else row["postcode"],
        areas=tuple(sorted(row["areas"])),
        area_names=tuple(sorted(row["area_names"])),
        evidence=tuple(Evidence(key, row["confirmed_on"], row["words"]) for key in sorted(row["records"])),
        unconfirmed=row["unconfirmed"] is True,
    )


def _ages(youngest: int | None, oldest: int | None) -> str:
    """The ages that a service takes.

    >>> _ages(16, 25), _ages(18, None), _ages(None, None)
    ('16–25', '18 and over', '')
    """
    if not youngest and oldest is None:
        return ""
    return f"{youngest or 0}–{oldest}" if oldest is not None else f"{youngest} and over"


def _order(one: Offered) -> tuple[bool, bool, bool, float, str, str]:
    return (one.lately_confirmed is not True, one.unconfirmed, one.km is None, one.km or 0.0, one.full_name, one.service)
