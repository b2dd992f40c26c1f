"""A worker's connection to Neo4j, which writes a record once however often it is asked to, and only while its run may."""

from collections.abc import Sequence

from neo4j import ManagedTransaction
from neo4j.exceptions import ConstraintError, Neo4jError, ServiceUnavailable

from graph import lease
from graph.bolt import BoltStore, broken
from graph.store import Row, Write
from ingest.difference import State

GUARD = (
    "UNWIND $rows AS row MATCH (r:Record {uid: row.uid}) SET r.uid = row.uid WITH r, row "
    "WHERE coalesce(r.content_hash, '') <> row.content_hash OR coalesce(r.superseded, false) <> row.superseded "
    "RETURN r.uid AS uid ORDER BY uid LIMIT 1"
)
"""Holds records to the end of the transaction (setting a property locks its node), and finds one that moved meanwhile."""


class Overtaken(Exception):
    """Another attempt at the same task wrote some of these records first; nothing of this batch was written."""


class WorkerStore(BoltStore):
    """One process's connection on behalf of a run that holds the store; a worker may outlive its run, and then writes nothing."""

    def __init__(self, address: str, user: str | None, password: str | None, holder: str) -> None:
        self.holder = holder
        super().__init__(address, user, password)

    def prepare(self) -> None:
        """Nothing: the run has made constraints and indexes, and hundreds of workers need not each ask for every one."""

    def write(self, *writes: Write) -> dict[str, int]:
        """Carry out writes in one transaction; raises StoreError where the run holds the store no more."""
        self._in_one([], writes)
        return {}

    def write_records(self, before: dict[str, State], writes: Sequence[Write]) -> None:
        """Carry out writes in one transaction, if the store still has of known records what it had.

        Raises Overtaken where it has not, or has a record that was thought to be new; StoreError as `write`.
        """
        self._in_one(
            [
                {"uid": uid, "content_hash": state.content_hash or "", "superseded": state.superseded}
                for uid, state in sorted(before.items())
            ],
            writes,
        )

    def _in_one(self, before: list[Row], writes: Sequence[Write]) -> None:
        try:
            with self._driver.session() as session:
                session.execute_write(_carry_out, self.holder, before, writes)
        except ConstraintError as overtaken:
            raise Overtaken from overtaken
        except (ServiceUnavailable, Neo4jError) as cause:
            raise broken(self.location, cause) from cause


def _carry_out(transaction: ManagedTransaction, holder: str, before: list[Row], writes: Sequence[Write]) -> None:
    if not transaction.run(lease.MINE, {"uid": lease.UID, "holder": holder}).data():
        raise lease.taken_over()
    if before and transaction.run(GUARD, {"rows": before}).data():
        raise Overtaken
    for text, rows in writes:
        transaction.run(text, {"rows": list(rows)}).consume()
