"""A directory of services as arrays, a row a service: what decides which pairs of them overlap."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz
from rapidfuzz.process import cpdist
from scipy import sparse

from queries.overlap_parts import Offer, ages_of, rarity, sexes_of, words_of
from queries.question import Row

Counts = NDArray[np.int32]
Floats = NDArray[np.float64]
WORD = 64
NOBODY = -1


class Having:
    """Which services have which needs, areas or providers."""

    def __init__(self, names: Sequence[str], matrix: Any) -> None:
        self.names = names
        self.matrix = matrix
        """Sparse and of ones, a row a service and a column a name."""

    @classmethod
    def of(cls, members: Iterable[tuple[str, Sequence[int]]], rows: int) -> "Having":
        """By names, each with the numbers of the services that have it; a name or a number may come twice."""
        columns: dict[str, int] = {}
        told = [(columns.setdefault(name, len(columns)), found) for name, found in members if len(found)]
        at = np.concatenate([np.empty(0, np.int32), *(np.asarray(found, dtype=np.int32) for _, found in told)])
        column = np.repeat([number for number, _ in told], [len(found) for _, found in told])
        matrix = sparse.csr_matrix((np.ones(len(at), dtype=np.int32), (at, column)), shape=(rows, len(columns)))
        matrix.data[:] = 1
        return cls(list(columns), matrix)

    def __getitem__(self, at: int) -> frozenset[str]:
        """What one service has."""
        begin, end = self.matrix.indptr[at : at + 2]
        return frozenset(self.names[column] for column in self.matrix.indices[begin:end])

    def each(self) -> Counts:
        """How many of them each service has."""
        counts: Counts = np.diff(self.matrix.indptr).astype(np.int32)
        return counts

    def services(self) -> dict[str, int]:
        """How many services have each."""
        return dict(zip(self.names, np.bincount(self.matrix.indices, minlength=len(self.names)).tolist(), strict=True))

    def of_some(self, rows: Sequence[int]) -> "Having":
        """Of some services alone."""
        return Having(self.names, self.matrix[rows])


@dataclass(frozen=True)
class Directory:
    """Services in the order of their keys, and which of them have which needs, smallest areas and providers."""

    rows: Sequence[Row]
    needs: Having
    areas: Having
    providers: Having

    @cached_property
    def meeting(self) -> dict[str, int]:
        """How many services meet each need."""
        return self.needs.services()

    def words_alike(self, ones: Counts, others: Counts) -> Floats:
        """How like the words of pairs of services are, between 0 and 1."""
        first, second = ([self._words(at) for at in ends.tolist()] for ends in (ones, others))
        found: Floats = cpdist(first, second, scorer=fuzz.token_set_ratio, dtype=np.float64) / 100 if first else np.empty(0)
        return found

    @cached_property
    def _told(self) -> dict[int, str]:
        return {}

    def _words(self, at: int) -> str:
        if at not in self._told:
            self._told[at] = words_of(self.rows[at])
        return self._told[at]

    def offer(self, at: int) -> Offer:
        """The service of a row by itself."""
        return Offer(self.rows[at], self.needs[at], self.areas[at], self.providers[at])


@dataclass(frozen=True)
class Table:
    """A directory as matrices."""

    cells: Any
    """Services by cells of need and area, sparse; areas with the very same services stand in one cell."""
    weighed: Any
    """The same, each cell with how many areas it stands for."""
    needs: NDArray[np.uint64]
    """Needs as bits, the rarest lowest."""
    rare: Floats
    """What each need counts for being rare, by its bit."""
    needs_each: Counts
    areas_each: Counts
    ages: Counts
    """The youngest and the oldest of each."""
    kinds: Counts
    """Services of one kind are for the same ages and sexes."""
    fitting: NDArray[np.bool_]
    """Whether somebody can be served by services of two kinds."""
    providers: Counts
    """The providers of each by number, in as many columns as any service has."""
    of_one_need: bool
    """Whether cells are of one need alone."""

    @cached_property
    def first_provider(self) -> Counts:
        """The first provider of each, one after the other."""
        return np.ascontiguousarray(self.providers[:, 0])


def table_of(directory: Directory, need: str | None = None) -> Table:
    """The table of a directory; where a need is asked for, with the cells of that need alone."""
    meeting = directory.meeting
    order = sorted(
        range(len(directory.needs.names)), key=lambda at: (meeting[directory.needs.names[at]], directory.needs.names[at])
    )
    needs, names = directory.needs.matrix[:, order], [directory.needs.names[at] for at in order]
    cells, weighed = _cells(needs[:, [at for at, name in enumerate(names) if need in (None, name)]], directory.areas.matrix)
    ages = np.array([ages_of(row) for row in directory.rows], dtype=np.int32).reshape(-1, 2)
    kinds, fitting = _kinds(ages, np.array([_sexes(row["eligibility"]) for row in directory.rows], dtype=np.int32))
    return Table(
        cells=cells,
        weighed=weighed,
        needs=_bits(needs),
        rare=np.array([rarity(meeting[name]) for name in names]),
        needs_each=directory.needs.each(),
        areas_each=directory.areas.each(),
        ages=ages,
        kinds=kinds,
        fitting=fitting,
        providers=_columns(directory.providers.matrix),
        of_one_need=need is not None,
    )


def _cells(needs: Any, areas: Any) -> tuple[Any, Any]:
    """Services by cells, once as ones and once with how many areas each cell stands for."""
    once, weights = _once(areas)
    columns = needs.tocsc()
    found = [columns.indices[columns.indptr[at] : columns.indptr[at + 1]] for at in range(columns.shape[1])]
    parts = [once[np.sort(rows)].tocoo() for rows in found]
    row = np.concatenate([np.empty(0, np.int32), *(np.sort(rows)[part.row] for rows, part in zip(found, parts, strict=True))])
    column = np.concatenate([np.empty(0, np.int32), *(part.col + at * once.shape[1] for at, part in enumerate(parts))])
    shape = (needs.shape[0], max(1, needs.shape[1]) * once.shape[1])
    cells = sparse.csr_matrix((np.ones(len(row), dtype=np.int32), (row, column)), shape=shape)
    weighed = cells.copy()
    weighed.data = np.tile(weights, max(1, needs.shape[1]))[cells.indices]
    return cells, weighed


def _once(areas: Any) -> tuple[Any, Counts]:
    """Of areas that the very same services cover one, and how many each stands for."""
    columns = areas.tocsc()
    columns.sort_indices()
    alike: dict[bytes, list[int]] = {}
    for at in range(columns.shape[1]):
        alike.setdefault(columns.indices[columns.indptr[at] : columns.indptr[at + 1]].tobytes(), []).append(at)
    kept = [found[0] for found in alike.values()]
    return columns[:, kept].tocsr(), np.array([len(found) for found in alike.values()], dtype=np.int32)


def _kinds(ages: Counts, sexes: Counts) -> tuple[Counts, NDArray[np.bool_]]:
    """Services by kind, and which two kinds may serve one person: their ages meet, and not one is for women and one for men."""
    found, kinds = np.unique(np.column_stack([ages, sexes]), axis=0, return_inverse=True)
    low, high, sex = (found[:, [column]] for column in range(3))
    fitting = (low <= high.T) & (high >= low.T) & ((sex == 0) | (sex.T == 0) | ((sex & sex.T) != 0))
    return kinds.reshape(-1).astype(np.int32), fitting


def _bits(needs: Any) -> NDArray[np.uint64]:
    """A row of bits for each service, in as many words as there are sixty-fours of needs."""
    words = np.zeros((needs.shape[0], max(1, -(-needs.shape[1] // WORD))), dtype=np.uint64)
    found = needs.tocoo()
    np.bitwise_or.at(words, (found.row, found.col // WORD), np.uint64(1) << (found.col % WORD).astype(np.uint64))
    return words


def _columns(providers: Any) -> Counts:
    """The numbers of each row's columns, side by side, filled up with nobody."""
    each = np.diff(providers.indptr)
    made = np.full((providers.shape[0], max(1, int(each.max(initial=0)))), NOBODY, dtype=np.int32)
    row = np.repeat(np.arange(providers.shape[0]), each)
    made[row, np.arange(len(row)) - providers.indptr[row]] = providers.indices
    return made


def _sexes(eligibility: str | None) -> int:
    """0 for anybody, 1 for women or girls, 2 for men or boys, 3 where both are said."""
    return sum({"f": 1, "m": 2}[sex] for sex in sexes_of(eligibility)) if eligibility else 0
