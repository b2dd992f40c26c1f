"""What people have said of what notes say: read once a run, and respected by it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.store import Store
from ingest import fact_judgements, meant_judgements
from ingest.fact_judgements import Correction


@dataclass(frozen=True)
class Judged:
    """Facts that people corrected, by uid; and whom they said that mentions mean."""

    facts: Mapping[str, Correction] = field(default_factory=dict)
    whom: Mapping[str, str | None] = field(default_factory=dict)


def judged_of(store: Store) -> Judged:
    """What people have said, as the store has it."""
    return Judged(fact_judgements.corrections(store), meant_judgements.decisions(store))
