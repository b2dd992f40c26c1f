"""A worker killed while it writes is replaced, and its task tried again, without a row lost or written twice."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from benchmarks.synthetic import write_place
from graph import export
from graph.store import Store
from ingest.counts import total
from ingest.load import ingest
from ingest.place import load_place
from ingest.spark import jobs, run
from ingest.spark.run import SparkRun
from ingest.spark.tasks import Tasks
from tests.ingest.spark.killing import KilledAfterCommit, KilledWithin

if TYPE_CHECKING:
    from pyspark import SparkContext

pytestmark = [pytest.mark.neo4j, pytest.mark.spark]


@pytest.mark.parametrize("killed", [KilledAfterCommit, pytest.param(KilledWithin, marks=pytest.mark.soak)])
def test_a_killed_task_is_tried_again_to_the_same_graph(
    context: SparkContext, server: Store, tmp_path: Path, killed: type[Tasks], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_place(tmp_path / "place", 500)
    place = load_place(tmp_path / "place", date(2026, 10, 31))
    expected = total(ingest(server, place).counts), export.digest(server.export())
    server.write(("UNWIND $rows AS row MATCH (n) DETACH DELETE n", [{}]))
    grave = tmp_path / "killed"
    monkeypatch.setitem(context.environment, "KITH_TEST_KILLED", str(grave))
    monkeypatch.setattr(jobs, "Tasks", killed)
    monkeypatch.setattr(run, "how_many", lambda files, notes, cores: 2)
    counts = ingest(server, place, carrier=partial(SparkRun, context)).counts
    assert grave.exists(), "nobody was killed"
    assert (total(counts), export.digest(server.export())) == expected
