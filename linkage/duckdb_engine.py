"""Splink on DuckDB: the engine for one machine."""

from collections.abc import Sequence
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
from splink import DuckDBAPI, Linker, SettingsCreator

from linkage.model import Model
from linkage.pairs import Pairs, scored
from linkage.settings import Kind
from linkage.splinking import projection, splink_settings
from linkage.table import filled
from linkage.training import housemate_pairs, quiet, strict_pairs, train


class DuckDB:
    """Learns from, and scores, one table of prepared records."""

    dialect = "duckdb"

    def __init__(self, kind: Kind, table: pa.Table, memory: str | None = None) -> None:
        self._kind = kind
        self._columns = filled(table)
        self._connection = duckdb.connect()
        if memory:
            self._connection.execute(f"set memory_limit = '{memory}'")
        self._records = table.num_rows
        self._api = DuckDBAPI(self._connection)
        self._table = self._api.register(table, dataset_display_name="records")

    def matches(self) -> int:
        """How many pairs strict rules find."""
        return strict_pairs(self._connection, self._table.physical_name, self._columns)

    def housemates(self) -> int:
        """How many pairs are plainly of two people of one household."""
        return housemate_pairs(self._connection, self._table.physical_name, self._columns)

    def learn(self, start: Model, matches: int) -> Model:
        """A model learned from these records, beginning with another."""
        return train(self._linker(start), self._kind, start, self._columns, matches, self._records)

    def score(self, model: Model) -> Pairs:
        """All pairs that share a key and are not plainly two."""
        linker = self._linker(model)
        with quiet():
            found = linker.inference.predict(threshold_match_weight=self._kind.floor)
        names = [one.name for one in self._kind.comparisons if set(one.needs) <= self._columns]
        rows = self._connection.sql(projection(found.physical_name, names, self._kind, model.records > 0)).to_arrow_table()
        return as_pairs(self._kind, model, rows, names)

    def _linker(self, model: Model) -> Linker:
        settings = splink_settings(self._kind, model, self._columns, self.dialect)
        return Linker(self._table, SettingsCreator.from_path_or_dict(settings))


def as_pairs(kind: Kind, model: Model, rows: pa.Table, names: Sequence[str]) -> Pairs:
    """Splink's scored pairs as columns."""

    def column(name: str) -> Any:
        return np.ascontiguousarray(rows[name].to_numpy())

    levels = {name: column(f"level_{name}") for name in names}
    bits = {name: column(f"bits_{name}") for name in names}
    return scored(kind, model, column("one"), column("other"), levels, bits)
