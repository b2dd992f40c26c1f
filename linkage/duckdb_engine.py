"""DuckDB beneath Splink: the backend for one machine."""

from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import pyarrow as pa
from splink import DuckDBAPI

from linkage.engine import Engine
from linkage.settings import Kind

MEMORY = "3GB"
"""What DuckDB takes at the most; beyond it, it writes to disk."""


class DuckDB:
    """A database in memory, for one linkage."""

    dialect = "duckdb"

    def __init__(self) -> None:
        self._connection = duckdb.connect()
        # What does not fit in memory goes into a folder that only its owner may read, and that goes with the database.
        self._spill = TemporaryDirectory(prefix="kith-linkage-")
        self._connection.execute(f"set memory_limit = '{MEMORY}'")
        self._connection.execute(f"set temp_directory = '{self._spill.name}'")
        self.api: Any = DuckDBAPI(self._connection)

    def register(self, table: pa.Table) -> Any:
        """A table of records, for Splink."""
        return self.api.register(table, dataset_display_name="records")

    def make(self, name: str, sql: str) -> Any:
        """A table made by SQL, for Splink."""
        self._connection.execute(f"create table {name} as {sql}")
        return self.api.register(name)

    def rows(self, sql: str) -> pa.Table:
        """What a query finds."""
        return self._connection.sql(sql).to_arrow_table()


def duckdb_engine(kind: Kind, table: pa.Table) -> Engine:
    """An engine on DuckDB for a table of records."""
    return Engine(kind, table, DuckDB())
