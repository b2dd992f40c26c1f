"""How well is each mission covered?"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from queries.covering import is_active, leaves_of
from queries.missions import Mission, in_scope, mission_named, missions
from queries.months import months_before
from queries.needs_of_people import Borne, borne_by_people
from queries.question import Asked, Evidence, Question, Row, Search, chosen
from queries.suppression import RULE, rounded, told

MONTHS = 6
"""So many months are told one by one."""


@dataclass(frozen=True)
class Cover:
    """A service or asset that counts for a mission, and why."""

    uid: str
    full_name: str
    providers: tuple[str, ...]
    needs: tuple[str, ...]
    areas: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Measure:
    """How many people's strains within the mission were told in a month."""

    month: str
    people: int | None
    people_told: str


@dataclass(frozen=True)
class MissionCover:
    """A mission: who is in its scope, what there is for them, where nothing is, and how it went of late."""

    mission: str
    full_name: str
    people: int | None
    """People in its scope, rounded; none where they are few."""
    people_told: str
    services: tuple[Cover, ...]
    assets: tuple[Cover, ...]
    partners: tuple[str, ...]
    """Who provides them."""
    gaps: tuple[str, ...]
    """Its needs, each with the areas where no active service meets it."""
    measures: tuple[Measure, ...]
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class MissionCoverage(Question[MissionCover]):
    """Each mission of a place: people in scope, services, assets, partners, gaps, and the last months' measure."""

    answer: ClassVar[type] = MissionCover
    mission: str | None = chosen(None, "only this mission, by its code or words")
    area: str | None = chosen(None, "only in this area", label="Area")

    def prepare(self, search: Search) -> Row:
        """The needs of the missions asked about."""
        return {"needs": sorted({need for mission in self._missions().values() for need in mission.needs})}

    def respond(self, rows: Sequence[Row], asked: Asked) -> tuple[tuple[MissionCover, ...], tuple[str, ...]]:
        """A row a mission."""
        leaves = asked.place.smallest(self.area) if self.area else asked.place.leaves()
        borne = [one for one in borne_by_people(asked) if self.area is None or one.area in leaves]
        found = [_cover(code, rules, rows, leaves, borne, asked) for code, rules in self._missions().items()]
        return tuple(found), (
            RULE,
            "Restricted people are counted nowhere; who is in scope follows from strains that records tell",
        )

    def _missions(self) -> dict[str, Mission]:
        return dict([mission_named(self.mission)]) if self.mission else missions()


def _cover(
    code: str, rules: Mission, rows: Sequence[Row], leaves: frozenset[str], borne: Sequence[Borne], asked: Asked
) -> MissionCover:
    ordered = sorted(rows, key=lambda row: (row["uid"], row["need"]))
    here = [row for row in ordered if row["need"] in rules.needs and is_active(row) and leaves_of(row, asked.place) & leaves]
    services, assets = _covers(here, "service"), _covers(here, "asset")
    scope = [one for one in borne if in_scope(one.code, code, rules)]
    people = {one.person for one in scope}
    return MissionCover(
        mission=code,
        full_name=rules.label,
        people=rounded(len(people)),
        people_told=told(len(people)),
        services=services,
        assets=assets,
        partners=tuple(sorted({name for one in (*services, *assets) for name in one.providers})),
        gaps=tuple(_gaps(rules, here, leaves, asked)),
        measures=tuple(_measures(scope, asked.as_of)),
        evidence=tuple(piece for one in (*services, *assets) for piece in one.evidence),
    )


def _covers(rows: Iterable[Row], kind: str) -> tuple[Cover, ...]:
    by_uid: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row["kind"] == kind:
            by_uid[row["uid"]].append(row)
    return tuple(sorted((_one(uid, own) for uid, own in by_uid.items()), key=lambda one: (one.full_name, one.uid)))


def _one(uid: str, rows: list[Row]) -> Cover:
    first = rows[0]
    return Cover(
        uid=uid,
        full_name=first["full_name"] or uid,
        providers=tuple(sorted(set(first["providers"]))),
        needs=tuple(sorted({row["need"] for row in rows})),
        areas=tuple(sorted(set(first["areas"]))),
        evidence=tuple(Evidence(key, None, row["words"]) for row in rows for key in sorted(set(row["records"]))),
    )


def _gaps(rules: Mission, rows: Sequence[Row], leaves: frozenset[str], asked: Asked) -> Iterable[str]:
    names = asked.place.named()
    for need in rules.needs:
        covered = frozenset[str]().union(
            *(leaves_of(row, asked.place) for row in rows if row["need"] == need and row["kind"] == "service")
        )
        if missing := sorted(names.get(area, area) for area in leaves - covered):
            yield f"{need.replace('_', ' ')}: {', '.join(missing)}"


def _measures(scope: Iterable[Borne], as_of: date) -> Iterable[Measure]:
    people: dict[str, set[str]] = defaultdict(set)
    for one in scope:
        people[f"{one.on:%Y-%m}"].add(one.person)
    counts = Counter({month: len(found) for month, found in people.items()})
    for back in reversed(range(MONTHS)):
        month = f"{months_before(as_of.replace(day=1), back):%Y-%m}"
        yield Measure(month, rounded(counts[month]), told(counts[month]))
