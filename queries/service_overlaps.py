"""Which services overlap?"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heappush, heapreplace
from operator import attrgetter
from typing import ClassVar

from graph.errors import QuestionError
from queries.overlap import Offer, Overlap, Pair, offer_of, overlap_of, pair_of
from queries.question import Asked, Question, Row, chosen

CROWDED = 40
"""From so many services in one cell of need and area, each is compared with its neighbours only."""
NEIGHBOURS = 10
LISTED = (
    "MATCH (a:Service)-[e:MAY_BE]->(b:Service) WHERE e.band IN ['same', 'review'] "
    "RETURN a.uid AS a, b.uid AS b, e.band AS band ORDER BY a, b"
)
"""Services that are or may be listed twice, each pair in order."""
Cells = set[tuple[str, ...]]
"""Services that meet one need in one area, by uid; areas with the very same services count once."""


@dataclass(frozen=True)
class ServiceOverlaps(Question[Overlap]):
    """Pairs of services of different providers that meet the same need in the same area for overlapping ages."""

    answer: ClassVar[type] = Overlap
    area: str | None = chosen(None, "only in this area, or one inside it", label="Area")
    need: str | None = chosen(None, "only for this need", label="Need")
    most: int = chosen(100, "at most so many pairs, the strongest first")

    def __post_init__(self) -> None:
        if self.most < 1:
            raise QuestionError(f"at most {self.most} pairs is none", "Ask for one at least")

    def respond(self, rows: Sequence[Row], asked: Asked) -> tuple[tuple[Overlap, ...], tuple[str, ...]]:
        """Pairs found cell by cell, so that their number grows with the services and not with its square."""
        offers = self._offers(rows, asked)
        cells = self._cells(offers)
        listed = {(row["a"], row["b"]): row["band"] for row in asked.place.rows(LISTED) if {row["a"], row["b"]} <= offers.keys()}
        twice = {pair for pair, band in listed.items() if band == "same"}
        possible = self._possible(offers, cells, twice)
        strongest, names = self._strongest(possible), asked.place.named()
        found = tuple(overlap_of(pair, names, pair.services in listed) for pair in strongest)
        return found, (*self._weaker(len(possible)), *_left_out(rows, cells), *_one_service(len(twice)))

    def _offers(self, rows: Sequence[Row], asked: Asked) -> dict[str, Offer]:
        """The services that cover some of the area asked about."""
        wanted = asked.place.smallest(self.area) if self.area else None
        leaves = {area: asked.place.smallest(area) for area in {area for row in rows for area in row["areas"]}}
        offers = {}
        for row in rows:
            covered = frozenset(leaf for area in row["areas"] for leaf in leaves[area])
            if kept := covered if wanted is None else covered & wanted:
                offers[row["service"]] = offer_of(row, kept)
        return offers

    def _cells(self, offers: dict[str, Offer]) -> Cells:
        cells: dict[tuple[str, str], list[str]] = defaultdict(list)
        for uid, offer in offers.items():
            for need in offer.needs if self.need is None else offer.needs & {self.need}:
                for leaf in offer.areas:
                    cells[need, leaf].append(uid)
        return {tuple(sorted(cell)) for cell in cells.values()}

    def _possible(self, offers: dict[str, Offer], cells: Cells, twice: set[tuple[str, str]]) -> list[Pair]:
        meeting = Counter(need for offer in offers.values() for need in offer.needs)
        pairs = sorted({pair for cell in cells for pair in _pairs(cell, offers)} - twice)
        return [pair for a, b in pairs if (pair := pair_of(offers[a], offers[b], meeting)) is not None]

    def _weaker(self, possible: int) -> Iterator[str]:
        if possible > self.most:
            yield f"{possible - self.most:,} weaker pairs of {possible:,}: ask for more, or for one need"

    def _strongest(self, possible: list[Pair]) -> list[Pair]:
        """The strongest pairs; words are compared only where a pair could still be one of them."""
        kept: list[tuple[float, int, Pair]] = []
        for order, pair in enumerate(sorted(possible, key=attrgetter("most"), reverse=True)):
            if len(kept) == self.most and pair.most < kept[0][0]:
                break
            scored = (pair.score(), -order, pair)
            if len(kept) < self.most:
                heappush(kept, scored)
            elif scored > kept[0]:
                heapreplace(kept, scored)
        best = sorted(kept, key=lambda one: (-one[0], one[2].one.row["service"], one[2].other.row["service"]))
        return [pair for _, _, pair in best]


def _pairs(cell: tuple[str, ...], offers: dict[str, Offer]) -> Iterator[tuple[str, str]]:
    if len(cell) <= CROWDED:
        ordered, reach = list(cell), len(cell)
    else:
        ordered, reach = sorted(cell, key=lambda uid: (offers[uid].row["postcode"] or "", uid)), NEIGHBOURS
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 : at + 1 + reach]:
            yield (one, other) if one < other else (other, one)


def _one_service(pairs: int) -> Iterator[str]:
    if pairs:
        yield f"{pairs} {'pair is' if pairs == 1 else 'pairs are'} one service listed twice, and no overlap: see `service_duplicates`"


def _left_out(rows: Sequence[Row], cells: Cells) -> Iterator[str]:
    """Cells too crowded for every pair, and services that no area is known of."""
    crowded = sum(len(cell) > CROWDED for cell in cells)
    if crowded:
        yield (
            f"{crowded} cells of one need and area hold over {CROWDED} services: "
            f"each was compared with its {NEIGHBOURS} nearest by postcode"
        )
    if placeless := sum(not row["areas"] for row in rows):
        yield f"{placeless} services say no area and were left out"
