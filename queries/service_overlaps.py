"""Which services overlap?"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from queries.overlap import Overlap, overlap_of
from queries.question import Asked, Question, Row, chosen

CROWDED = 40
"""From so many services in one cell of need and area, each is compared with its neighbours only."""
NEIGHBOURS = 10


@dataclass(frozen=True)
class ServiceOverlaps(Question[Overlap]):
    """Pairs of services of different providers that meet the same need in the same area for overlapping ages."""

    answer: ClassVar[type] = Overlap
    area: str | None = chosen(None, "only in this area, or one inside it", label="Area")
    need: str | None = chosen(None, "only for this need", label="Need")
    most: int = chosen(100, "at most so many pairs, the strongest first")

    def shape(self, rows: Sequence[Row], asked: Asked) -> tuple[Overlap, ...]:
        """Pairs found cell by cell, so that their number grows with the services and not with its square."""
        services = {row["service"]: row for row in rows}
        leaves = {uid: self._leaves(row, asked) for uid, row in services.items()}
        pairs = {pair for cell in self._cells(services, leaves).values() for pair in _pairs(cell, services)}
        meeting = Counter(need for uid, row in services.items() if leaves[uid] for need in row["needs"])
        found = [overlap_of(services[a], services[b], leaves[a], leaves[b], meeting) for a, b in sorted(pairs)]
        fitting = [one for one in found if one is not None]
        return tuple(sorted(fitting, key=lambda one: (-one.score, one.service_a, one.service_b))[: self.most])

    def unseen(self, rows: Sequence[Row], asked: Asked) -> tuple[str, ...]:
        """Cells too crowded for every pair, and services that no area is known of."""
        services = {row["service"]: row for row in rows}
        leaves = {uid: self._leaves(row, asked) for uid, row in services.items()}
        cells = self._cells(services, leaves)
        crowded = sum(len(cell) > CROWDED for cell in cells.values())
        placeless = sum(not row["areas"] for row in rows)
        told = []
        if crowded:
            told.append(
                f"{crowded} cells of one need and area hold over {CROWDED} services: each was compared with its {NEIGHBOURS} nearest by postcode"
            )
        if placeless:
            told.append(f"{placeless} services say no area and were left out")
        return tuple(told)

    def _leaves(self, row: Row, asked: Asked) -> frozenset[str]:
        wanted = asked.place.smallest(self.area) if self.area else None
        covered = frozenset(leaf for area in row["areas"] for leaf in asked.place.smallest(area))
        return covered if wanted is None else covered & wanted

    def _cells(self, services: dict[str, Row], leaves: dict[str, frozenset[str]]) -> dict[tuple[str, str], list[str]]:
        cells: dict[tuple[str, str], list[str]] = defaultdict(list)
        for uid, row in services.items():
            for need in row["needs"]:
                if self.need in (None, need):
                    for leaf in leaves[uid]:
                        cells[need, leaf].append(uid)
        return cells


def _pairs(cell: list[str], services: dict[str, Row]) -> Iterator[tuple[str, str]]:
    if len(cell) <= CROWDED:
        ordered, reach = sorted(cell), len(cell)
    else:
        ordered, reach = sorted(cell, key=lambda uid: (services[uid]["postcode"] or "", uid)), NEIGHBOURS
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 : at + 1 + reach]:
            yield (one, other) if one < other else (other, one)
