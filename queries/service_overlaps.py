"""Which services overlap?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappush, heapreplace
from operator import itemgetter
from typing import ClassVar

import numpy as np

from graph.errors import QuestionError
from queries.overlap import Overlap, overlap_of
from queries.overlap_pairs import SLACK, Pairs, strongest_of
from queries.overlap_parts import Pair, pair_of
from queries.overlap_stakes import stakes_of
from queries.overlap_table import Directory, Having, table_of
from queries.question import Asked, Question, Row, chosen

MOST = 10_000
NEEDS = "MATCH (n:Need) RETURN n.uid AS one, [(n)<-[:MEETS]-(s:Service) | s.uid] AS services ORDER BY one"
AREAS = "MATCH (a:Area) RETURN a.uid AS one, [(a)<-[:COVERS]-(s:Service) | s.uid] AS services ORDER BY one"
PROVIDERS = (
    "MATCH (o:Organisation) WHERE o.full_name IS NOT NULL AND EXISTS { (o)-[:PROVIDES]->(:Service) } "
    "RETURN o.full_name AS one, [(o)-[:PROVIDES]->(s:Service) | s.uid] AS services ORDER BY one, o.uid"
)
"""Read from the side that is fewer: a tenth of the time of asking each service."""
LISTED = (
    "MATCH (a:Service)-[e:MAY_BE]->(b:Service) WHERE e.band IN ['same', 'review'] "
    "RETURN a.uid AS a, b.uid AS b, e.band AS band ORDER BY a, b"
)
"""Services that are or may be listed twice, each pair in order."""


@dataclass(frozen=True)
class ServiceOverlaps(Question[Overlap]):
    """Pairs of services of different providers that meet the same need in the same area for overlapping ages."""

    answer: ClassVar[type] = Overlap
    area: str | None = chosen(None, "only in this area, or one inside it", label="Area")
    need: str | None = chosen(None, "only for this need", label="Need")
    most: int = chosen(100, "at most so many pairs, the strongest first")

    def __post_init__(self) -> None:
        if not 1 <= self.most <= MOST:
            raise QuestionError(
                f"{self.most} pairs is no number to answer with",
                f"Ask for 1 to {MOST:,}; of one area or one need there are fewer",
            )

    def respond(self, rows: Sequence[Row], asked: Asked) -> tuple[tuple[Overlap, ...], tuple[str, ...]]:
        """Every pair that shares a cell of need and area is weighed, however many there are, and the strongest shown."""
        directory, placeless = self._directory(rows, asked)
        listed = {(row["a"], row["b"]): row["band"] for row in asked.place.rows(LISTED)}
        twice = _rows_of(directory, [pair for pair, band in listed.items() if band == "same"])
        found = strongest_of(table_of(directory, self.need), self.most + len(twice), directory.words_alike)
        pairs = self._strongest(directory, found.pairs(), twice)
        possible = found.total - sum(_pair(directory, one, other) is not None for one, other in twice)
        stakes, names = stakes_of(pairs, asked), asked.place.named()
        told = tuple(overlap_of(pair, names, pair.services in listed, stakes) for pair in pairs)
        return told, (*self._weaker(possible), *_left_out(placeless), *_one_service(len(twice)))

    def _directory(self, rows: Sequence[Row], asked: Asked) -> tuple[Directory, int]:
        """The services that cover some of the area asked about, and how many say no area at all."""
        ordered = sorted(rows, key=itemgetter("service"))
        at = {row["service"]: number for number, row in enumerate(ordered)}
        covering = [(row["one"], _numbers(row, at)) for row in asked.place.rows(AREAS)]
        wanted = asked.place.smallest(self.area) if self.area else None
        leaves = [(leaf, found) for area, found in covering if found for leaf in asked.place.smallest(area)]
        areas = Having.of(((leaf, found) for leaf, found in leaves if wanted is None or leaf in wanted), len(at))
        needs, providers = (
            Having.of(((row["one"], _numbers(row, at)) for row in asked.place.rows(text)), len(at)) for text in (NEEDS, PROVIDERS)
        )
        here = np.flatnonzero(areas.each()).tolist()
        directory = Directory([ordered[number] for number in here], *(one.of_some(here) for one in (needs, areas, providers)))
        return directory, len(at) - len({number for _, found in covering for number in found})

    def _strongest(self, directory: Directory, likely: Pairs, twice: set[tuple[int, int]]) -> list[Pair]:
        """The strongest pairs; words are compared only where a pair could still be one of them."""
        kept: list[tuple[float, int, int, Pair]] = []
        for one, other, bound in zip(likely.one.tolist(), likely.other.tolist(), likely.most.tolist(), strict=True):
            if len(kept) == self.most and bound + SLACK < kept[0][0]:
                break
            pair = None if (one, other) in twice else _pair(directory, one, other)
            if pair is None:
                continue
            scored = (pair.score(), -one, -other, pair)
            if len(kept) < self.most:
                heappush(kept, scored)
            elif scored[:3] > kept[0][:3]:
                heapreplace(kept, scored)
        return [pair for *_, pair in sorted(kept, key=lambda one: (-one[0], -one[1], -one[2]))]

    def _weaker(self, possible: int) -> Iterator[str]:
        if possible > self.most:
            yield f"{possible - self.most:,} weaker pairs of {possible:,}: ask for more, or for one need"


def _pair(directory: Directory, one: int, other: int) -> Pair | None:
    return pair_of(directory.offer(one), directory.offer(other), directory.meeting)


def _rows_of(directory: Directory, pairs: Sequence[tuple[str, str]]) -> set[tuple[int, int]]:
    """Those of some pairs of services that are in the directory, by their rows."""
    at = {row["service"]: number for number, row in enumerate(directory.rows)} if pairs else {}
    return {(min(at[a], at[b]), max(at[a], at[b])) for a, b in pairs if a in at and b in at}


def _numbers(row: Row, at: Mapping[str, int]) -> list[int]:
    """The numbers of the services of a row; those that are not asked about are left out."""
    return [at[uid] for uid in row["services"] if uid in at]


def _one_service(pairs: int) -> Iterator[str]:
    if pairs:
        yield f"{pairs} {'pair is' if pairs == 1 else 'pairs are'} one service listed twice, and no overlap: see `service_duplicates`"


def _left_out(placeless: int) -> Iterator[str]:
    """Services that no area is known of."""
    if placeless:
        yield f"{placeless} services say no area and were left out"
