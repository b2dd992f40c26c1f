"""Where an ingestion's work is done: here, or on the Spark that `--spark` names."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from graph.store import Store
from ingest.load import here

if TYPE_CHECKING:
    from ingest.load import Carrier

SparkOption = Annotated[
    str | None,
    typer.Option(
        "--spark", metavar="MASTER", help="Do the work on Spark, as local[4] or spark://HOST:7077; needs Java and Neo4j."
    ),
]


@contextmanager
def on(master: str | None, store: Store) -> "Iterator[Carrier]":
    """Who carries the run of each source out; raises KithError where that Spark cannot be had."""
    if master is None:
        yield here
        return
    from ingest.spark.carrying import carried_by

    with carried_by(master, store) as carrier:
        yield carrier
