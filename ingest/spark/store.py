"""A worker's connection to Neo4j, which writes a record once however often it is asked to."""

from collections.abc import Sequence
from typing import Any

from neo4j import ManagedTransaction
from neo4j.exceptions import ConstraintError, Neo4jError, ServiceUnavailable

from graph.bolt import BoltStore, broken
from graph.store import Write

State = tuple[str | None, bool]
"""What the store has of a record: the hash of what it says, and whether it is marked as superseded."""
GUARD = (
    "UNWIND $rows AS row MATCH (r:Record {uid: row.uid}) SET r.uid = row.uid WITH r, row "
    "WHERE coalesce(r.content_hash, '') <> row.content_hash OR coalesce(r.superseded, false) <> row.superseded "
    "RETURN r.uid AS uid ORDER BY uid LIMIT 1"
)
"""Holds records to the end of the transaction (setting a property locks its node), and finds one that moved meanwhile."""


class Overtaken(Exception):
    """Another attempt at the same task wrote some of these records first; nothing of this batch was written."""


class WorkerStore(BoltStore):
    """One process's connection; the driver of the run has made constraints and indexes already."""

    def prepare(self) -> None:
        """Nothing: hundreds of workers need not each ask for every index."""

    def write_records(self, before: dict[str, State], writes: Sequence[Write]) -> None:
        """Carry out writes in one transaction, if the store still has of known records what it had.

        Raises Overtaken where it has not, or has a record that was thought to be new.
        """
        rows = [
            {"uid": uid, "content_hash": hash_ or "", "superseded": marked} for uid, (hash_, marked) in sorted(before.items())
        ]
        try:
            with self._driver.session() as session:
                session.execute_write(_carry_out, rows, writes)
        except ConstraintError as overtaken:
            raise Overtaken from overtaken
        except (ServiceUnavailable, Neo4jError) as cause:
            raise broken(self.location, cause) from cause


def _carry_out(transaction: ManagedTransaction, before: list[dict[str, Any]], writes: Sequence[Write]) -> None:
    if before and transaction.run(GUARD, {"rows": before}).data():
        raise Overtaken
    for text, rows in writes:
        transaction.run(text, {"rows": list(rows)}).consume()
