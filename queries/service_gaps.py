"""Where is a need without a service that meets it?"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from graph.errors import QuestionError
from queries.covering import is_active, leaves_of
from queries.needs_of_people import Cell, needs_of_people
from queries.question import Asked, Evidence, Question, Row, chosen
from queries.suppression import RULE, rounded, told

BANDS = ((0, 4), (5, 10), (11, 17), (18, 24), (25, 64), (65, 120))
"""Ages as services divide them: before school, primary, secondary, young adults, adults, later life."""


@dataclass(frozen=True)
class Gap:
    """A need that no active service meets in an area, for some ages or for all."""

    need: str
    need_name: str | None
    area: str
    area_name: str
    ages: str
    """all; or the ages that no service takes while it takes others."""
    people: int | None
    """People of this area whom records show in this need, rounded; none where they are few."""
    people_told: str
    elsewhere: tuple[str, ...]
    """Services that meet the need in other areas, which might reach further."""
    closed: tuple[str, ...]
    """Services of this area that did meet it and are no longer active."""
    leads: tuple[str, ...]
    """Assets of this area that help with it: a lead to follow, not cover."""
    evidence: tuple[Evidence, ...]
    """The listings that were looked at."""


@dataclass(frozen=True)
class ServiceGaps(Question[Gap]):
    """Needs by area that no active service meets, with how many people show the need and what the community has instead."""

    answer: ClassVar[type] = Gap
    need: str | None = chosen(None, "only this need", label="Need")
    area: str | None = chosen(None, "only in this area, or in those inside it", label="Area")
    age: int | None = chosen(None, "only services count that take somebody of this age")
    by_age: bool = chosen(False, "also where a service takes some ages and leaves others out")

    def __post_init__(self) -> None:
        if self.age is not None and not 0 <= self.age <= BANDS[-1][1]:
            raise QuestionError(f"nobody is {self.age} years old", f"Ask for an age from 0 to {BANDS[-1][1]}")

    def respond(self, rows: Sequence[Row], asked: Asked) -> tuple[tuple[Gap, ...], tuple[str, ...]]:
        """A gap a need and area, those of most people first."""
        matrix = _Matrix(self, rows, asked)
        found = sorted(matrix.gaps(), key=lambda pair: (-pair[0], pair[1].need, pair[1].area, pair[1].ages))
        return tuple(gap for _, gap in found), tuple(matrix.unseen())


class _Matrix:
    """Needs by areas, with the services and assets in each cell."""

    def __init__(self, question: ServiceGaps, rows: Sequence[Row], asked: Asked) -> None:
        self._question = question
        self._asked = asked
        self._names = asked.place.named()
        self._needs: dict[str, list[Row]] = defaultdict(list)
        for row in sorted(rows, key=lambda row: (row["need"], row["kind"], row["uid"])):
            self._needs[row["need"]].append(row)
        self._people: Mapping[Cell, frozenset[str]] = needs_of_people(asked)
        for need, _ in sorted(self._people):
            if question.need in (None, need):
                self._needs.setdefault(need, [])
        leaves = asked.place.smallest(question.area) if question.area else asked.place.leaves()
        self._leaves = sorted(leaves)
        self._placeless = {row["uid"] for row in rows if not row["areas"]}

    def gaps(self) -> Iterator[tuple[int, Gap]]:
        """Each gap, with how many people it leaves."""
        for need, rows in self._needs.items():
            covered = [(row, leaves_of(row, self._asked.place)) for row in rows]
            for area in self._leaves:
                here = [row for row, leaves in covered if area in leaves]
                serving = [row for row in here if row["kind"] == "Service" and is_active(row) and self._takes(row)]
                count = len(self._people.get((need, area), ()))
                for ages in _uncovered(serving, self._question.by_age):
                    yield count, self._gap(need, area, ages, count, rows, here)

    def unseen(self) -> Iterator[str]:
        """What the matrix cannot see."""
        yield RULE
        if self._placeless:
            yield f"{len(self._placeless)} services and assets say no area and cover none here"
        unknown = {person for (_, area), people in self._people.items() if not area for person in people}
        if unknown:
            yield f"People in need of whom no record tells the area: {told(len(unknown))}"
        yield "Restricted people are counted nowhere; needs that no record or note tells are not seen"

    def _takes(self, row: Row) -> bool:
        low, high, age = row["minimum_age"], row["maximum_age"], self._question.age
        return age is None or ((low is None or low <= age) and (high is None or age <= high))

    def _gap(self, need: str, area: str, ages: str, count: int, rows: list[Row], here: list[Row]) -> Gap:
        services = [row for row in rows if row["kind"] == "Service"]
        return Gap(
            need=need,
            need_name=next((row["need_name"] for row in rows), None) or need.replace("_", " ").capitalize(),
            area=area,
            area_name=self._names.get(area, area),
            ages=ages,
            people=rounded(count),
            people_told=told(count),
            elsewhere=_named(row for row in services if is_active(row) and row not in here),
            closed=_named(row for row in here if row["kind"] == "Service" and not is_active(row)),
            leads=_named(row for row in here if row["kind"] == "Asset" and is_active(row)),
            evidence=tuple(Evidence(key, None, row["words"]) for row in rows for key in sorted(row["records"])),
        )


def _named(rows: Iterator[Row]) -> tuple[str, ...]:
    return tuple(sorted({row["full_name"] or row["uid"] for row in rows}))


def _uncovered(serving: list[Row], by_age: bool) -> Iterator[str]:
    """`all` where nobody serves; with `by_age` each band of ages that no service takes the whole or part of."""
    if not serving:
        yield "all"
    elif by_age:
        for low, high in BANDS:
            if not any((row["minimum_age"] or 0) <= high and low <= (row["maximum_age"] or BANDS[-1][1]) for row in serving):
                yield f"{low}-{high}" if high < BANDS[-1][1] else f"{low}+"
