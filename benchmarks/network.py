"""Where five thousand bodies stand among each other: exact betweenness, who cuts off whom, groups."""

from random import Random

from benchmarks.measure import Measure, seconds
from queries.network import standings

BODIES, TIES, SEED = 5_000, 25_000, 1
GOAL = 5.0
"""Seconds for a question of a whole place."""


def measure(people: int, location: str) -> list[Measure]:
    """The time for all of it, whatever the number of people; no store is asked."""
    rng = Random(SEED)
    names = [f"organisation-{number:016x}" for number in range(BODIES)]
    ties = {(min(pair), max(pair)): rng.randint(1, 9) for pair in (rng.sample(names, 2) for _ in range(TIES))}
    return [Measure(f"partner_network, {BODIES:,} bodies with {len(ties):,} ties", seconds(lambda: standings(ties)), "s", GOAL)]
