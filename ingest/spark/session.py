"""A Spark of our own on this machine, or a cluster's; shut to others, and silent about people."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import KithError
from ingest.spark.java import require_java

if TYPE_CHECKING:
    from pyspark import SparkContext

HERE = re.compile(r"local(?:\[\s*(\d+|\*)\s*(?:,\s*(\d+)\s*)?\])?")
ATTEMPTS = "4"
"""How often a task is tried; a local master tries once unless it is told."""
CODE = Path(__file__).parent.parent.parent
EVERYWHERE = {
    "spark.app.name": "kith",
    # Its pages and its log of events would show what is being read, to whoever can reach them.
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.eventLog.enabled": "false",
    # A row may be written by one task alone; the guard of written.py holds even where two try.
    "spark.speculation": "false",
    # What is shuffled or kept aside on disk is about residents.
    "spark.io.encryption.enabled": "true",
}
ON_THIS_MACHINE = {
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.log.level": "OFF",
    "spark.executorEnv.PYTHONPATH": str(CODE),
    "spark.driver.extraJavaOptions": f"-Dlog4j2.configurationFile={(Path(__file__).parent / 'silent.properties').as_uri()}",
}
ELSEWHERE = ("spark.authenticate", "spark.network.crypto.enabled")
"""What a cluster's own configuration must switch on, as residents' data go over its network."""


@contextmanager
def session(master: str) -> Iterator[SparkContext]:
    """A Spark context on a master, stopped in the end.

    Raises KithError where pyspark or Java is missing, the master is not there, or a cluster is open to others.
    """
    try:
        from pyspark import SparkConf, SparkContext
    except ImportError as missing:
        raise KithError("--spark needs pyspark, which is not installed", "Run: pip install 'kith[spark]'") from missing
    require_java()
    conf = SparkConf().setAll([*settings(master).items()])
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    if is_here(master):
        os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    try:
        context = SparkContext(conf=conf)
    except Exception as failed:
        reason = str(failed).strip().splitlines()[-1] if str(failed).strip() else type(failed).__name__
        raise KithError(
            f"Spark does not start on {master}: {reason}", "Check the master, as local[2] or spark://HOST:7077"
        ) from failed
    try:
        _refuse_open(context, master)
        yield context
    finally:
        context.stop()


def is_here(master: str) -> bool:
    """Whether a master runs all within this machine."""
    return HERE.fullmatch(master) is not None


def settings(master: str) -> dict[str, str]:
    """The configuration for a master; on this machine nothing listens but on loopback.

    >>> settings("local[2]")["spark.master"], settings("local")["spark.master"], settings("local[*,1]")["spark.master"]
    ('local[2,4]', 'local[1,4]', 'local[*,1]')
    """
    local = HERE.fullmatch(master)
    if local is None:
        return {**EVERYWHERE, "spark.master": master}
    return {**EVERYWHERE, **ON_THIS_MACHINE, "spark.master": f"local[{local[1] or 1},{local[2] or ATTEMPTS}]"}


def _refuse_open(context: SparkContext, master: str) -> None:
    """Stop at a cluster that anybody on its network could listen to or send tasks to."""
    conf = context.getConf()
    lacking = [name for name in ELSEWHERE if conf.get(name, "false") != "true"]
    if lacking and not is_here(master):
        raise KithError(
            f"the Spark at {master} is open to its network: {' and '.join(lacking)} are not true",
            "Set them in its spark-defaults.conf; docs/spark.md says how",
        )
