"""The way into a run on Spark: what it takes is looked at before anything starts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from graph.errors import StoreError
from graph.store import Store
from ingest.run import SourceRun
from ingest.spark.dealing import is_small
from ingest.spark.session import session

if TYPE_CHECKING:
    from ingest.load import Carrier, CarriesOut


@contextmanager
def carried_by(master: str, store: Store) -> Iterator[Carrier]:
    """Who carries runs out on the Spark at a master; a small source is taken in right here, which is sooner done.

    Raises KithError where the store is the embedded one, or Spark cannot be had.
    """
    if store.engine == "embedded":
        raise StoreError(
            "the embedded store is written by one process alone, and Spark's workers are many",
            "Name a Neo4j with --store, or leave --spark out",
        )
    from ingest.spark.run import SparkRun

    with session(master) as context:

        def carrier(run: SourceRun) -> CarriesOut:
            notes = run.supply.mapping.reads.format == "note"
            return run if is_small(run.supply.files, notes) else SparkRun(context, run)

        yield carrier
