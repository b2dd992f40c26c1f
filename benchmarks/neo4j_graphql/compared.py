"""One family after another, asked after in turn by POST: of `kith serve`, and of @neo4j/graphql in both its ways.

All three are warmed, on the same Neo4j, each server a process of its own. Ours folds the rows into answers with their
evidence and withholds what may not be seen; theirs gives the rows as they are, or the nodes and relations they stand on.
"""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial
from random import Random

from benchmarks.asking import SUPPORTED
from benchmarks.crowd import settle_people
from benchmarks.graphql import QUERY
from benchmarks.ground import empty_store
from benchmarks.measure import Measure, percentile, seconds
from benchmarks.neo4j_graphql.servers import asked, kith_served, node_served
from benchmarks.neo4j_graphql.types import BY_RELATIONS, by_cypher
from benchmarks.population import AS_OF
from graph.errors import StoreError
from queries.question import plain

ASKED, WARM_UP = 1_000, 1_000
MILLISECONDS = 1_000.0
GOAL = 1.0
"""At or ahead of it."""
Ask = Callable[[str], object]


def measure(people: int, location: str) -> list[Measure]:
    """The middle and the slowest twentieth of each way, ours over theirs.

    Raises StoreError on the embedded engine, where there is nothing to compare with.
    """
    with empty_store(location) as store:
        if store.engine != "neo4j":
            raise StoreError("@neo4j/graphql works on a Neo4j alone", "Name an empty one with --store bolt://…")
        settle_people(store, people)
        known = [row["uid"] for row in store.read(SUPPORTED)]
        with ExitStack() as stack:
            ours = stack.enter_context(kith_served(store.location))
            theirs = stack.enter_context(node_served(store.location))
            day = plain(AS_OF)
            sides: dict[str, Ask] = {
                "ours": lambda family: asked(ours, "/graphql", QUERY, {"family": family, "day": day}),
                "@cypher": lambda family: asked(theirs, "/", by_cypher(), {"family": family}),
                "nodes and relations": lambda family: asked(theirs, "/", BY_RELATIONS, {"family": family}),
            }
            times = _in_turn(sides, Random(people).choices(known, k=WARM_UP + ASKED))
    return [line for name in list(sides)[1:] for line in _lines(name, times["ours"], times[name])]


def _in_turn(sides: dict[str, Ask], families: Sequence[str]) -> dict[str, list[float]]:
    """Milliseconds of each side once it is warm, all asking after one family before the next, each first as often."""
    taken: dict[str, list[float]] = {name: [] for name in sides}
    for at, family in enumerate(families):
        order = list(sides.items())
        for name, ask in order[at % len(order) :] + order[: at % len(order)]:
            taken[name].append(seconds(partial(ask, family)) * MILLISECONDS)
    return {name: times[WARM_UP:] for name, times in taken.items()}


def _lines(name: str, ours: list[float], theirs: list[float]) -> list[Measure]:
    what = f"POST whoKnowsFamily against @neo4j/graphql by {name}"
    return [
        Measure(f"{what}, p50", percentile(ours, 50), "ms", GOAL, percentile(theirs, 50)),
        Measure(f"{what}, p95", percentile(ours, 95), "ms", None, percentile(theirs, 95)),
    ]
