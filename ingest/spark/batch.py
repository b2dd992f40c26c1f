"""Records that are written in one transaction."""

from dataclasses import dataclass, field

from graph.statement import RecordSaid
from graph.store import Write
from ingest.difference import State


@dataclass
class Batch:
    """New records, changed ones with what the store had of them, and what goes beside them."""

    new: list[RecordSaid] = field(default_factory=list)
    changed: list[tuple[RecordSaid, State]] = field(default_factory=list)
    beside: list[Write] = field(default_factory=list)
