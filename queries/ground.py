"""Where on the ground something is, as near as a place's records tell, and how far apart two such points are."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from graph.errors import QuestionError
from queries.area_tree import AreaTree
from queries.residence import area_at, sectors_of

POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}", re.I)
AREAS = "MATCH (a:Area) WHERE a.lat IS NOT NULL RETURN a.uid AS uid, a.full_name AS full_name, a.lat AS lat, a.lon AS lon ORDER BY uid"
AT_POSTCODE = tuple(
    f"MATCH (n:{label} {{postcode: $postcode}}) WHERE n.lat IS NOT NULL RETURN n.lat AS lat, n.lon AS lon ORDER BY n.uid LIMIT 1"
    for label in ("Location", "Service", "Asset")
)
EARTH_KM = 6371.0
WALK = 5.0
"""Kilometres an hour on foot."""


@dataclass(frozen=True)
class Point:
    """A place on the ground; `exact` where a record gives its own coordinates, and not only its area's centre."""

    lat: float
    lon: float
    exact: bool


@dataclass(frozen=True)
class Way:
    """How far it is, at the least: as the crow flies."""

    km: float
    walk_minutes: int
    about: bool
    """Whether one of the ends is only known by its area."""


class Ground:
    """The points that a place's areas and addresses have."""

    def __init__(self, place: AreaTree) -> None:
        self._place = place
        self._areas = {row["uid"]: Point(row["lat"], row["lon"], exact=False) for row in place.rows(AREAS)}
        self._sectors: Mapping[str, str] | None = None

    def named(self, text: str) -> Point:
        """The point of a postcode or of an area by its name or code.

        Raises QuestionError where the place knows of neither.
        """
        written = " ".join(text.upper().split())
        if POSTCODE.fullmatch(written) and (found := self._at_postcode(written)):
            return found
        for row in self._place.rows(AREAS):
            if text.strip().lower() in (row["uid"].lower(), (row["full_name"] or "").lower()):
                return self._areas[row["uid"]]
        raise QuestionError(f"nothing here tells where {text!r} is", "Name a postcode of this place, or one of its areas")

    def point(self, lat: float | None, lon: float | None, postcode: str | None, areas: Iterable[str]) -> Point | None:
        """Where something is: by its coordinates, its postcode's area, or the one area it is for."""
        if lat is not None and lon is not None:
            return Point(lat, lon, exact=True)
        if postcode and (area := area_at(self._known_sectors(), postcode)) in self._areas:
            return self._areas[area or ""]
        listed = [area for area in areas if area in self._areas]
        return self._areas[listed[0]] if len(listed) == 1 and self._place.smallest(listed[0]) == {listed[0]} else None

    def _at_postcode(self, postcode: str) -> Point | None:
        for text in AT_POSTCODE:
            for row in self._place.rows(text, postcode=postcode):
                return Point(row["lat"], row["lon"], exact=True)
        area = area_at(self._known_sectors(), postcode)
        return self._areas.get(area or "")

    def _known_sectors(self) -> Mapping[str, str]:
        if self._sectors is None:
            self._sectors = self._place.once(sectors_of)
        return self._sectors


def way(one: Point, other: Point) -> Way:
    """How far it is from one point to another (haversine, mean radius of the Earth).

    >>> way(Point(53.5, -2.6, True), Point(53.509, -2.6, True))
    Way(km=1.0, walk_minutes=12, about=False)
    """
    up, along = radians(other.lat - one.lat), radians(other.lon - one.lon)
    half = sin(up / 2) ** 2 + cos(radians(one.lat)) * cos(radians(other.lat)) * sin(along / 2) ** 2
    km = round(2 * EARTH_KM * asin(sqrt(half)), 1)
    return Way(km, round(km / WALK * 60), not (one.exact and other.exact))
