"""Which pairs of services overlap, and how much at the most: all pairs at once, as a product of sparse matrices.

Two services overlap where they share a need and an area, that is, a cell of the table of needs by areas. The product
of that table with itself turned round holds all such pairs, and for each how many cells they share. It is made some
rows at a time; every pair is counted, and only what can still be among the strongest is weighed and kept.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from queries.overlap_parts import WEIGHTS
from queries.overlap_table import NOBODY, WORD, Counts, Floats, Table

BLOCK, PART = 8_000_000, 500_000
"""So many shared cells are found together, and looked through in parts that a processor's cache holds."""
SCORED = 1_000
"""Of each part so many of the likeliest are scored, to know how strong a pair must be."""
SLACK = 1e-4
"""A score is told to four places, and so may be this much higher than its parts."""
Some = NDArray[np.bool_]


@dataclass(frozen=True)
class Pairs:
    """Pairs of services by their rows, the first before the second, with the score if their words were alike throughout."""

    one: Counts
    other: Counts
    most: Floats

    def kept(self, which: Some | NDArray[np.int64]) -> "Pairs":
        """Some of them."""
        return Pairs(self.one[which], self.other[which], self.most[which])


class Strongest:
    """The pairs that may be among so many strongest ones, whatever their words, out of all that were looked at."""

    def __init__(self, wanted: int, words: Callable[[Counts, Counts], Floats]) -> None:
        self.total = 0
        self._wanted = wanted
        self._words = words
        self._scores: Floats = np.empty(0)
        self._kept = [Pairs(np.empty(0, np.int32), np.empty(0, np.int32), np.empty(0))]

    @property
    def floor(self) -> float:
        """What comes to less is passed by the last of so many that are known to be stronger."""
        return float(self._scores[0]) - SLACK if len(self._scores) == self._wanted else -1.0

    def add(self, pairs: Pairs) -> None:
        """Look at some more."""
        near = pairs.kept(pairs.most > self.floor)
        self._kept.append(near)
        likeliest = near.kept(np.argsort(-near.most, kind="stable")[: min(self._wanted, SCORED)])
        scores = likeliest.most - WEIGHTS["words"] * (1 - self._words(likeliest.one, likeliest.other))
        self._scores = np.sort(np.concatenate([self._scores, scores]))[-self._wanted :]

    def pairs(self) -> Pairs:
        """Those that may be, likeliest first."""
        one, other, most = (np.concatenate([getattr(part, name) for part in self._kept]) for name in ("one", "other", "most"))
        near = Pairs(one, other, most).kept(most > self.floor)
        return near.kept(np.lexsort((near.other, near.one, -near.most)))


def strongest_of(table: Table, wanted: int, words: Callable[[Counts, Counts], Floats]) -> Strongest:
    """All pairs counted, and those kept that may be among the strongest; `words` tells how like those of two services are."""
    found = Strongest(wanted, words)
    for block in _blocks(_work(table), BLOCK):
        product = table.cells[block] @ table.weighed[block.start :].T
        for part in _blocks(product.indptr, PART):
            _look(table, product[part], slice(block.start + part.start, block.start + part.stop), block.start, found)
    return found


def _look(table: Table, product: Any, rows: slice, first: int, found: Strongest) -> None:
    """Look at the pairs of some rows with the services from `first` on."""
    others = product.indices + np.int32(first)
    able = _able(table, rows, np.diff(product.indptr), others)
    found.total += int(np.count_nonzero(able))
    at = np.flatnonzero(able & _enough(table, rows, product, found.floor))
    one = (np.searchsorted(product.indptr, at, side="right") - 1 + rows.start).astype(np.int32)
    if len(at):
        found.add(_weighed(table, one, others[at], product.data[at]))


def _work(table: Table) -> NDArray[np.int64]:
    """How much work comes before each row."""
    crowd = np.bincount(table.cells.indices, minlength=table.cells.shape[1])
    work: NDArray[np.int64] = np.concatenate([[0], np.cumsum(crowd[table.cells.indices])])[table.cells.indptr]
    return work


def _blocks(before: NDArray[Any], size: int) -> Iterator[slice]:
    """Rows in blocks of about one size, given what comes before each."""
    at, rows = 0, len(before) - 1
    while at < rows:
        until = max(at + 1, int(np.searchsorted(before, before[at] + size, side="right")) - 1)
        yield slice(at, min(until, rows))
        at = until


def _able(table: Table, rows: slice, times: NDArray[Any], others: Counts) -> Some:
    """Whether each row's service and each of the others it meets can serve one person, and are of two providers; each pair once."""
    numbers = np.arange(rows.start, rows.stop, dtype=np.int32)
    kinds = np.int32(len(table.fitting))
    able: Some = table.fitting.ravel().take(np.repeat(table.kinds[rows] * kinds, times) + table.kinds.take(others))
    able &= others > np.repeat(numbers, times)
    own = np.where(table.providers[rows, 0] == NOBODY, NOBODY - 1, table.providers[rows, 0])
    able &= table.first_provider.take(others) != np.repeat(own, times)
    several = (table.providers[:, 1:] != NOBODY).any(axis=1)
    if several.any():
        some = np.flatnonzero(able & (np.repeat(several[rows], times) | several.take(others)))
        able[some] = ~_share_provider(table, np.repeat(numbers, times)[some], others[some])
    return able


def _share_provider(table: Table, one: Counts, other: Counts) -> Some:
    columns = range(table.providers.shape[1])
    shared: Some = np.zeros(len(one), dtype=np.bool_)
    for first in columns:
        for second in columns:
            own = table.providers[one, first]
            shared |= (own == table.providers[other, second]) & (own != NOBODY)
    return shared


def _enough(table: Table, rows: slice, product: Any, floor: float) -> Some:
    """Whether pairs share so many cells that they may come to enough.

    The part of needs times that of areas is at most the share of a service's cells, so that with all needs alike
    the part of areas is no larger than that share.
    """
    rarest = _lowest(table.needs[rows])
    first = np.argmax(table.needs[rows] != 0, axis=1)
    rare = table.rare[first * WORD + np.take_along_axis(rarest, first[:, None], axis=1).ravel()]
    sure = WEIGHTS["words"] + WEIGHTS["ages"] + WEIGHTS["needs"] + WEIGHTS["rarity"] * rare
    own = table.areas_each[rows] * (1 if table.of_one_need else table.needs_each[rows])
    least = np.ceil((floor - sure) / WEIGHTS["areas"] * own - SLACK).astype(np.int32)
    enough: Some = product.data >= np.repeat(least, np.diff(product.indptr))
    return enough


def _weighed(table: Table, one: Counts, other: Counts, shared: Counts) -> Pairs:
    """Pairs with what they come to, but for their words."""
    needs, rare = _needs(table, one, other)
    areas = shared if table.of_one_need else shared // needs
    low_one, high_one, low_other, high_other = *table.ages[one].T, *table.ages[other].T
    both = np.minimum(high_one, high_other) - np.maximum(low_one, low_other) + 1
    either = np.maximum(high_one, high_other) - np.minimum(low_one, low_other) + 1
    most = (
        WEIGHTS["words"]
        + WEIGHTS["needs"] * needs / (table.needs_each[one] + table.needs_each[other] - needs)
        + WEIGHTS["rarity"] * rare
        + WEIGHTS["areas"] * areas / (table.areas_each[one] + table.areas_each[other] - areas)
        + WEIGHTS["ages"] * both / either
    )
    return Pairs(one, other, most)


def _needs(table: Table, one: Counts, other: Counts) -> tuple[Counts, Floats]:
    """How many needs each pair shares, and what the rarest of them counts."""
    count, rare = np.zeros(len(one), dtype=np.int32), np.zeros(len(one))
    for word in range(table.needs.shape[1]):
        shared = table.needs[one, word] & table.needs[other, word]
        first = (count == 0) & (shared != 0)
        rare[first] = table.rare[word * WORD + _lowest(shared)[first].astype(np.int32)]
        count += np.bitwise_count(shared)
    return count, rare


def _lowest(needs: NDArray[np.uint64]) -> NDArray[np.uint8]:
    """The number of the rarest need of each word of bits: its bit is the lowest, and has as many below it."""
    number: NDArray[np.uint8] = np.bitwise_count((needs & (~needs + np.uint64(1))) - np.uint64(1))
    return number
