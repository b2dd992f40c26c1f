"""Spark beneath Splink: the backend for more pairs than one machine scores. Needs the extra `spark` and Java 17.

A sample teaches all there is to learn, and is learned from on DuckDB, beside Spark; the pairs of all records
are found and scored on Spark, with the same settings.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from random import Random
from typing import Any

import pyarrow as pa

from graph.errors import KithError
from linkage.duckdb_engine import duckdb_engine
from linkage.engine import Engine
from linkage.model import Model
from linkage.settings import Kind
from linkage.training import SEED


class Spark:
    """Views in one Spark session."""

    dialect = "spark"

    def __init__(self, session: Any) -> None:
        from splink import SparkAPI

        self._session = session
        self.api: Any = SparkAPI(spark_session=session, break_lineage_method="persist")  # type: ignore[no-untyped-call]

    def register(self, table: pa.Table) -> Any:
        """A table of records, for Splink."""
        return self.api.register(self._session.createDataFrame(table), dataset_display_name="records")

    def make(self, name: str, sql: str) -> Any:
        """A table made by SQL, for Splink."""
        return self.api.register(self._session.sql(sql).persist(), table_name=name)

    def rows(self, sql: str) -> pa.Table:
        """What a query finds."""
        return self._session.sql(sql).toArrow()


@contextmanager
def session(master: str) -> Iterator[Any]:
    """A Spark session for as long as a linkage needs it, with Splink's functions in its JVM.

    Raises KithError where pyspark is not installed, or no Java is found.
    """
    try:
        from pyspark.sql import SparkSession
    except ImportError as missing:
        raise KithError("Spark is not installed", "Install it with `pip install 'kith[spark]'` and have Java 17") from missing
    from splink.backends.spark import similarity_jar_location

    builder = SparkSession.builder.master(master).appName("kith")
    for name, value in CONFIGURATION.items():
        builder = builder.config(name, value)
    try:
        opened = builder.config("spark.jars", similarity_jar_location()).getOrCreate()
    except Exception as wrong:
        raise KithError(
            f"Spark did not start at {master}: {type(wrong).__name__}", "Check that Java 17 is there and JAVA_HOME names it"
        ) from wrong
    opened.sparkContext.setLogLevel("ERROR")
    try:
        yield opened
    finally:
        opened.stop()


CONFIGURATION = {
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.shuffle.partitions": "8",
    "spark.default.parallelism": "8",
    "spark.driver.memory": "4g",
}


SAMPLE = 200_000
"""So many records teach a model; more would not change it."""


class SparkEngine(Engine):
    """Scores on Spark what it has learned from a sample."""

    def __init__(self, kind: Kind, table: pa.Table, session: Any) -> None:
        super().__init__(kind, table, Spark(session))
        self._sample = (
            table if table.num_rows <= SAMPLE else table.take(sorted(Random(SEED).sample(range(table.num_rows), SAMPLE)))
        )

    def learn(self, start: Model, sessions: bool) -> Model:
        """A model learned from a sample of the records."""
        return duckdb_engine(self._kind, self._sample).learn(start, sessions)


def spark_engine(opened: Any) -> Callable[[Kind, pa.Table], Engine]:
    """How an engine on a Spark session is made for a table of records."""
    return lambda kind, table: SparkEngine(kind, table, opened)
