"""What does the community have for this need?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from queries.ground import Way
from queries.offers import distance_to, no_day_said, room_told, secret, wanted
from queries.question import Asked, Evidence, Question, Row, chosen, named

NEIGHBOURLY = re.compile(r"\b(?:neighbour|volunteer|parent|mum|dad|resident|member|coach|barber|street)\w*", re.I)


@dataclass(frozen=True)
class Lead:
    """Something of the community's that may help: a lead, not cover."""

    asset: str
    full_name: str
    kind: str | None
    description: str | None
    meets_when: str | None
    contact: str | None
    address: str | None
    postcode: str | None
    areas: tuple[str, ...]
    area_names: tuple[str, ...]
    """The names of the same areas, in the order of the alphabet."""
    evidence: tuple[Evidence, ...]
    neighbourly: bool = False
    """Whether whoever to ask for is a neighbour or a volunteer."""
    room: str | None = None
    """What it says of free places, in its own words."""
    km: float | None = None
    """At the least, as the crow flies."""
    walk_minutes: int | None = None
    distance_about: bool | None = None
    """Whether the distance is from or to the middle of an area only."""
    unconfirmed: bool = False
    """Whether its own organisation registered it and nobody has moderated it yet."""


@dataclass(frozen=True)
class AssetsForNeed(Question[Lead]):
    """Halls, groups, clubs and skills of the community that help with a need, in an area or everywhere, the nearest first."""

    answer: ClassVar[type] = Lead
    need: str = named("Need", "the need, by its code or words")
    area: str | None = chosen(None, "only in this area, inside it or around it", label="Area")
    near: str | None = chosen(None, "reckon distances from this postcode or area")
    within_km: float | None = chosen(None, "with near: at most so far, where the distance is known")
    weekday: str | None = chosen(None, "only what is on on this day of the week, or says no day")

    def shape(self, rows: Sequence[Row], asked: Asked) -> tuple[Lead, ...]:
        """One row an asset; those that say no area are kept, for they may serve any."""
        ask, ground = wanted(asked.place, self.area, None, self.near, self.within_km, self.weekday)
        ways = [(row, distance_to(row, ask, ground)) for row in rows]
        found = [(ask.is_on(row) is not True, _lead(row, distance)) for row, distance in ways if ask.fits(row, distance)]
        return tuple(one for _, one in sorted(found, key=lambda pair: (pair[0], _order(pair[1]))))

    def unseen(self, rows: Sequence[Row], asked: Asked) -> tuple[str, ...]:
        """What the listings do not say."""
        return tuple(no_day_said(rows, self.weekday))


def _order(one: Lead) -> tuple[bool, bool, float, str, str]:
    return (one.unconfirmed, one.km is None, one.km or 0.0, one.full_name, one.asset)


def _lead(row: Row, distance: Way | None) -> Lead:
    evidence = tuple(Evidence(key, None, row["words"]) for key in sorted(row["records"]))
    kept = {name: row[name] for name in ("asset", "full_name", "kind", "description", "meets_when", "contact")}
    hidden = secret(row)
    return Lead(
        **kept,
        address=None if hidden else row["address"],
        postcode=None if hidden else row["postcode"],
        areas=tuple(sorted(row["areas"])),
        area_names=tuple(sorted(row["area_names"])),
        evidence=evidence,
        neighbourly=NEIGHBOURLY.search(row["contact"] or "") is not None,
        room=room_told(row),
        km=distance.km if distance else None,
        walk_minutes=distance.walk_minutes if distance else None,
        distance_about=distance.about if distance else None,
        unconfirmed=row["unconfirmed"] is True,
    )
