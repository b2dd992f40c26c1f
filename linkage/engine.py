"""Splink over one table of prepared records: learning from it and scoring it, on whichever backend."""

from typing import Any, Protocol

import numpy as np
import pyarrow as pa
from splink import Linker, SettingsCreator

from linkage.model import Model
from linkage.pairs import Pairs, scored
from linkage.settings import Kind
from linkage.splinking import frequency, projection, splink_settings
from linkage.table import filled
from linkage.training import housemates_found, quiet, strict_matches, train


class Backend(Protocol):
    """Where the SQL runs: DuckDB or Spark."""

    dialect: str
    api: Any
    """Splink's interface to it."""

    def register(self, table: pa.Table) -> Any:
        """A table of records, for Splink."""

    def make(self, name: str, sql: str) -> Any:
        """A table made by SQL, for Splink."""

    def rows(self, sql: str) -> pa.Table:
        """What a query finds."""


class Engine:
    """Learns from, and scores, one table of prepared records."""

    def __init__(self, kind: Kind, table: pa.Table, backend: Backend) -> None:
        self._kind = kind
        self._columns = filled(table)
        self._size = table.num_rows
        self._backend = backend
        self._records = backend.register(table)
        self._frequencies: dict[str, Any] = {}

    def matches(self) -> int:
        """How many pairs strict rules find."""
        return self._count(strict_matches(self._kind, self._records.physical_name, self._columns))

    def housemates(self) -> int:
        """How many pairs are plainly of two people of one household."""
        return self._count(housemates_found(self._kind, self._records.physical_name, self._columns))

    def learn(self, start: Model, sessions: bool) -> Model:
        """A model learned from these records, beginning with another; without sessions, only of strangers."""
        return train(self._linker(start), self._kind, start, self._columns if sessions else set(), self._size)

    def score(self, model: Model) -> Pairs:
        """All pairs that share a key and are not plainly two."""
        linker = self._linker(model)
        with quiet():
            found = linker.inference.predict(threshold_match_weight=self._kind.floor)
        names = [one.name for one in self._kind.comparisons if set(one.needs) <= self._columns]
        rows = self._backend.rows(projection(found.physical_name, names, self._kind, model.records > 0))
        return as_pairs(self._kind, model, rows, names)

    def _count(self, sql: str | None) -> int:
        return int(self._backend.rows(sql)["found"][0].as_py()) if sql else 0

    def _linker(self, model: Model) -> Linker:
        settings = splink_settings(self._kind, model, self._columns, self._backend.dialect)
        linker = Linker(self._records, SettingsCreator.from_path_or_dict(settings))
        for column in sorted(self._kind.frequencies & self._columns):
            linker.table_management.register_term_frequency_lookup(self._frequency(column), column)
        return linker

    def _frequency(self, column: str) -> Any:
        if column not in self._frequencies:
            sql = frequency(self._records.physical_name, column, self._kind.own)
            self._frequencies[column] = self._backend.make(f"frequency_{column}", sql)
        return self._frequencies[column]


def as_pairs(kind: Kind, model: Model, rows: pa.Table, names: list[str]) -> Pairs:
    """Splink's scored pairs as columns, in the order of records."""
    order = np.lexsort((rows["other"].to_numpy(), rows["one"].to_numpy()))

    def column(name: str) -> Any:
        return np.ascontiguousarray(rows[name].to_numpy()[order])

    levels = {name: column(f"level_{name}") for name in names}
    bits = {name: column(f"bits_{name}") for name in names}
    return scored(kind, model, column("one"), column("other"), levels, bits)
