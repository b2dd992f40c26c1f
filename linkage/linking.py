"""Files of records to clusters: prepare, learn, score, cluster."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log2

import numpy as np
import pyarrow as pa

from linkage.clustering import cluster
from linkage.duckdb_engine import duckdb_engine
from linkage.engine import Engine
from linkage.learning import model_for, settled
from linkage.model import Model, default_model
from linkage.pairs import Numbers, Pairs, contradicting, evidence
from linkage.settings import Kind
from linkage.table import arrow_table

Row = Mapping[str, object]
Together = Iterable[tuple[int, int]]


@dataclass(frozen=True)
class Linked:
    """What became of each record, and the pairs and the model that say so."""

    groups: list[list[int]]
    """Records by their place, a list for each cluster."""
    probability: list[float]
    """How sure each record is of its cluster: its likeliest fellow, or that it has none."""
    pairs: Pairs
    model: Model
    alarms: list[list[int]]
    """Clusters larger than one person's should be, for a person to look at."""

    @property
    def cluster_of(self) -> list[int]:
        """Each record's cluster."""
        found = [0] * sum(len(group) for group in self.groups)
        for at, group in enumerate(self.groups):
            for one in group:
                found[one] = at
        return found


def link(
    kind: Kind,
    rows: Iterable[Row],
    files: Sequence[int] | None = None,
    *,
    distinct: bool = False,
    model: Model | None = None,
    engine: Callable[[Kind, pa.Table], Engine] = duckdb_engine,
    apart: Together = (),
    together: Together = (),
) -> Linked:
    """Which records are one person, or one organisation.

    `files` says which file each row is of; with `distinct` every file is free of duplicates. A `model` is
    used as it is; without one the records teach it, or the shipped one serves where they are too few.
    """
    table = arrow_table(rows, kind)
    size = table.num_rows
    if size < 2:
        return _alone(size, model or default_model(kind.name))
    opened = engine(kind, table)
    if model is None:
        learned = model_for(opened, kind, default_model(kind.name), size)
        learned, pairs = settled(kind, learned, opened.score(learned), size)
    else:
        learned, pairs = model, opened.score(model)
    files = files or [0] * size
    if distinct:
        of = np.asarray(files)
        pairs = pairs.where(of[pairs.left] != of[pairs.right])
    return _clustered(kind, table, pairs, learned, files if distinct else None, (apart, together))


def _clustered(
    kind: Kind,
    table: pa.Table,
    pairs: Pairs,
    model: Model,
    distinct: Sequence[int] | None,
    bound: tuple[Together, Together],
) -> Linked:
    wrong = contradicting(kind, table, pairs)
    bits = joining_bits(kind, model, pairs, wrong)
    triples = zip(pairs.left.tolist(), pairs.right.tolist(), bits.tolist(), strict=True)
    numbers = list(zip(*(table[column].to_pylist() for column in kind.contradict), strict=True)) if kind.contradict else None
    size = table.num_rows
    groups = cluster(size, triples, bound[1], bound[0], kind.unsaid, distinct, numbers)
    alarms = [group for group in groups if len(group) > kind.alarm]
    return Linked(groups, _sureness(groups, size, pairs), pairs, model, alarms)


def joining_bits(kind: Kind, model: Model, pairs: Pairs, wrong: Numbers) -> Numbers:
    """What each pair says in a cluster: positive from the threshold on, and never so without evidence of the person."""
    bits = np.clip(pairs.total - log2(kind.same / (1 - kind.same)), -kind.strongest, kind.strongest)
    if model.housemates >= kind.households:
        wrong = wrong | ~evidence(kind, pairs, birth_needed=False)
    joined: Numbers = np.where(wrong, np.minimum(bits, kind.unproven), bits)
    return joined


def _sureness(groups: list[list[int]], size: int, pairs: Pairs) -> list[float]:
    of = np.zeros(size, dtype=np.int64)
    for at, group in enumerate(groups):
        of[group] = at
    within, beyond = np.zeros(size), np.zeros(size)
    fellows = of[pairs.left] == of[pairs.right]
    for best, chosen in ((within, fellows), (beyond, ~fellows)):
        for side in (pairs.left, pairs.right):
            np.maximum.at(best, side[chosen], pairs.probability[chosen])
    alone = np.asarray([len(groups[at]) == 1 for at in of], dtype=bool)
    sure: list[float] = np.where(alone, 1 - beyond, within).round(6).tolist()
    return sure


def _alone(size: int, model: Model) -> Linked:
    none = np.zeros(0, dtype=np.int64)
    return Linked([[one] for one in range(size)], [1.0] * size, Pairs(none, none, {}, {}, none.astype(float)), model, [])
