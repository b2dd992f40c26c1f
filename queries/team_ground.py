"""What records tell of the area that a team serves: its families and who is with them, its halls and groups."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from queries.question import Asked, Row
from queries.residence import areas_of

FAMILIES = (
    "MATCH (f:Family)<-[:MEMBER_OF]-(p:Person)<-[:SAME_AS]-(m:Mention)<-[s:SUPPORTS]-(w:Practitioner) "
    "WHERE coalesce(f.restricted, false) = false AND s.ended IS NULL AND s.last >= $since AND s.last <= $day "
    "RETURN f.uid AS family, p.uid AS person, w.uid AS worker, w.organisation AS organisation, w.informal AS informal, s.lead AS lead "
    "ORDER BY family, person, worker"
)
TOLD = (
    "MATCH (g:Assessment)-[:ABOUT]->(m:Mention)-[:SAME_AS]->(p:Person)-[:MEMBER_OF]->(f:Family) "
    "WHERE coalesce(f.restricted, false) = false "
    "RETURN f.uid AS family, [(g)-[:FROM]->(o:Organisation) | o.full_name] AS agencies ORDER BY family"
)
ASSETS = (
    "MATCH (a:Asset) WHERE coalesce(a.status, 'active') = 'active' AND a.unconfirmed IS NULL "
    "RETURN a.uid AS asset, a.full_name AS full_name, a.kind AS kind, [(a)-[:COVERS]->(area:Area) | area.uid] AS areas ORDER BY asset"
)
PLACES = ("hall", "hub", "centre", "library", "building", "room")
"""Kinds of assets that a team could work from."""


@dataclass
class Ground:
    """One area as a team finds it; families are those whom somebody is in touch with."""

    families: set[str] = field(default_factory=set)
    led: set[str] = field(default_factory=set)
    """Families with a key-worker."""
    shared: set[str] = field(default_factory=set)
    """Families whom workers of two bodies or more are in touch with."""
    informal: set[str] = field(default_factory=set)
    """Volunteers and neighbours who know them."""
    retold: set[str] = field(default_factory=set)
    """Families who told their story to two agencies or more."""
    assets: list[str] = field(default_factory=list)
    halls: list[str] = field(default_factory=list)


class Grounds:
    """The ground of any area, read once."""

    def __init__(self, asked: Asked) -> None:
        self._ties = asked.place.rows(FAMILIES, since=asked.current_since, day=asked.as_of)
        self._areas = areas_of(asked.place, (row["person"] for row in self._ties), asked.as_of)
        self._assets = asked.place.rows(ASSETS)
        self._around = asked.place
        told: dict[str, set[str]] = defaultdict(set)
        for row in asked.place.rows(TOLD):
            told[row["family"]] |= set(row["agencies"])
        self._told: Mapping[str, set[str]] = told

    def of(self, leaves: frozenset[str]) -> Ground:
        """The ground of some smallest areas."""
        ground = Ground()
        bodies: dict[str, set[str]] = defaultdict(set)
        for row in self._ties:
            if self._areas.get(row["person"]) in leaves:
                self._add(row, ground, bodies)
        ground.shared = {family for family, known in bodies.items() if len(known) > 1}
        ground.retold = {family for family in ground.families if len(self._told.get(family, ())) > 1}
        for row in self._assets:
            covered = {leaf for area in row["areas"] for leaf in self._around.smallest(area)}
            if covered & leaves:
                ground.assets.append(row["full_name"])
                if any(kind in (row["kind"] or "").lower() for kind in PLACES):
                    ground.halls.append(row["full_name"])
        return ground

    def _add(self, row: Row, ground: Ground, bodies: dict[str, set[str]]) -> None:
        ground.families.add(row["family"])
        if row["lead"]:
            ground.led.add(row["family"])
        if row["informal"]:
            ground.informal.add(row["worker"])
        elif row["organisation"]:
            bodies[row["family"]].add(row["organisation"])
