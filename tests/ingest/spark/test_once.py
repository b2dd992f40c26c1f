"""A batch asked for twice is written once, whoever asks and whatever they knew."""

import pickle
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from graph import export, lease
from graph.errors import StoreError
from graph.lease import Held
from graph.store import Store
from ingest.joining import Joining
from ingest.load import ingest
from ingest.place import Place
from ingest.run import SourceRun
from ingest.spark import rows, shared, written
from ingest.spark.assignment import Assignment
from ingest.spark.batch import Batch
from ingest.spark.records import RECORDS, Partition
from ingest.spark.store import Overtaken, WorkerStore
from tests.ingest.village import ROLL_ROWS, write
from tests.servers.release import Server

Holding = Callable[[], AbstractContextManager[WorkerStore]]
pytestmark = pytest.mark.neo4j
CHANGED = [*ROLL_ROWS[:2], ROLL_ROWS[2].replace("C Dodd", "P Voss"), *ROLL_ROWS[3:]]


@pytest.fixture
def holding(neo4j_526: Server, server: Store) -> Holding:
    """A worker's connection to the emptied server, on behalf of a run that holds it for as long."""

    @contextmanager
    def hold() -> Iterator[WorkerStore]:
        with lease.writing(server) as held:
            connection = WorkerStore(neo4j_526.uri, neo4j_526.user, neo4j_526.password, held.holder)
            yield connection
            connection.close()

    return hold


def test_a_batch_tried_again_adds_nothing(holding: Holding, tmp_path: Path) -> None:
    with holding() as worker:
        batch = _batch(worker, write(tmp_path), known=False)
        assert len(batch.new) == 5
        for again in (False, True, False):
            list(written.write(worker, "roll", [batch], again))
        assert worker.read("MATCH (r:Record)-[s:SAYS]->(m:Mention) RETURN count(s) AS many") == [{"many": 10}]
        assert worker.read("MATCH (w:Practitioner)-[s:SUPPORTS]->(m:Mention) RETURN count(s) AS many") == [{"many": 5}]
        assert worker.read("MATCH (r:Record)-[f:FROM]->(s:Source) RETURN count(f) AS many") == [{"many": 5}]


def test_a_changed_record_is_changed_once(holding: Holding, server: Store, tmp_path: Path) -> None:
    ingest(server, write(tmp_path))
    with holding() as worker:
        batch = _batch(worker, write(tmp_path, CHANGED), known=True)
        assert [record.uid for record, _ in batch.changed] == ["roll#2"]
        list(written.write(worker, "roll", [batch], again=False))
        once = export.digest(worker.export())
        with pytest.raises(Overtaken):
            worker.write_records({record.uid: state for record, state in batch.changed}, [("MATCH (n) DETACH DELETE n", [])])
        list(written.write(worker, "roll", [batch], again=False))
        assert export.digest(worker.export()) == once


def test_a_worker_that_outlives_its_run_writes_nothing(holding: Holding, server: Store, tmp_path: Path) -> None:
    with holding() as worker:
        batch = _batch(worker, write(tmp_path), known=False)
        server.write(("UNWIND $rows AS row MATCH (l:Lease) SET l.holder = row.other", [{"other": "the next run"}]))
        before = export.digest(server.export())
        with pytest.raises(StoreError, match="another run has taken the store over"):
            list(written.write(worker, "roll", [batch], again=False))
        with pytest.raises(StoreError, match="another run has taken the store over"):
            worker.write(("MATCH (n) DETACH DELETE n", []))
        assert export.digest(server.export()) == before


def _batch(worker: WorkerStore, place: Place, known: bool) -> Batch:
    """The school roll's records against what the store has, its source and shared nodes written."""
    supply = place.supplies[0]
    run = SourceRun(worker, place, supply, Held(), Joining(worker, set()), True)
    assignment = Assignment(
        supply, run.context([]), run.corrections, run.retention, 1, worker.location, worker.holder, known, known, ""
    )
    partition = Partition(assignment, 0, worker)
    items = list(partition.items([standing for _, standing in rows.read(assignment, 0)]))
    run.declare()
    for writes in (*shared.node_writes(partition.shared.nodes), *shared.edge_writes(partition.shared.edges)):
        worker.write(*writes)
    whole = Batch()
    for kind, _, blob in items:
        if kind == RECORDS:
            part = pickle.loads(blob)
            whole.new += part.new
            whole.changed += part.changed
    return whole
