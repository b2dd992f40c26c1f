"""The way into a run on Spark: what it takes is looked at before anything starts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from graph.errors import StoreError
from graph.store import Store
from ingest.spark.session import session

if TYPE_CHECKING:
    from ingest.load import RunMaker


@contextmanager
def carried_by(master: str, store: Store) -> Iterator[RunMaker]:
    """What makes runs of sources on the Spark at a master.

    Raises KithError where the store is the embedded one, or Spark cannot be had.
    """
    if store.engine == "embedded":
        raise StoreError(
            "the embedded store is written by one process alone, and Spark's workers are many",
            "Name a Neo4j with --store, or leave --spark out",
        )
    from ingest.spark.run import SparkRun

    with session(master) as context:
        yield partial(SparkRun, context)
