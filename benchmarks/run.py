"""All timings, each as a ratio within this run or against the absolute goal it names."""

import json as json_text
from collections.abc import Callable

from rich.console import Console
from rich.table import Column, Table

from benchmarks import asking, family_asking, graphql, graphql_rows, loading, peak, reading, spark
from benchmarks.ground import EMBEDDED
from benchmarks.measure import Measure
from benchmarks.neo4j_graphql import compared
from graph.errors import QuestionError

Part = Callable[[int, str], list[Measure]]
PARTS: dict[str, Part] = {
    "loading": loading.measure,
    "memory": peak.measure,
    "asking": asking.who_knows_family,
    "family": family_asking.of_a_family,
    "overlaps": asking.service_overlaps,
    "graphql": graphql.measure,
    "rows": graphql_rows.measure,
}
"""What can be timed: each takes the number of people and a store's location."""
IF_NAMED: dict[str, Part] = {"notes": reading.measure, "spark": spark.measure, "neo4j_graphql": compared.measure}
"""What is timed only where it is asked for by name, as it takes minutes or needs more than a store."""


def run(people: int, store: str = EMBEDDED, only: str | None = None) -> list[Measure]:
    """Time every part, or only one, on the embedded engine or an EMPTY Neo4j at an address.

    Raises QuestionError for a part there is not, StoreError for a Neo4j that holds anything.
    """
    known = {**PARTS, **IF_NAMED}
    if only is not None and only not in known:
        raise QuestionError(f"there is no timing {only!r}", f"Name one of: {', '.join(known)}")
    chosen = [only] if only else list(PARTS)
    return [line for part in chosen for line in known[part](people, store)]


def main(people: int = 10_000, stores: list[str] | None = None, only: str | None = None, json: bool = False) -> None:
    """Time each store that is named, or the embedded engine, and print the lines."""
    found = {store: run(people, store, only) for store in stores or [EMBEDDED]}
    if json:
        lines = [{"store": store, **line.as_json()} for store, many in found.items() for line in many]
        print(json_text.dumps(lines, indent=2))
        return
    for store, many in found.items():
        Console().print(table(store, many))


def table(store: str, lines: list[Measure]) -> Table:
    """The lines of one store, as people read them."""
    made = Table("what", *(_right(name) for name in ("ours", "baseline", "ratio", "goal")), "met?", title=store)
    for line in lines:
        ratio = line.ratio()
        made.add_row(
            line.what,
            _amount(line.ours, line.unit),
            _amount(line.baseline, line.unit) if line.baseline is not None else "",
            f"{ratio:.2f}x" if ratio is not None else "",
            _goal(line, ratio),
            {True: "yes", False: "NO", None: ""}[line.met()],
        )
    return made


def _amount(value: float, unit: str) -> str:
    return f"{value:.3g} {unit}"


def _right(name: str) -> Column:
    return Column(name, justify="right")


def _goal(line: Measure, ratio: float | None) -> str:
    if line.goal is None:
        return "none"
    return _amount(line.goal, line.unit) if ratio is None else f"{line.goal:g}x"
