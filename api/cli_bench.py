"""`kith bench`: timings as ratios in one run."""

from typing import Annotated

import typer

from api.cli_store import JsonOption


def bench(
    people: Annotated[int, typer.Option(help="How many people the synthetic place has.")] = 10_000,
    store: Annotated[
        list[str] | None,
        typer.Option("--store", help="embedded, or the address of an empty Neo4j; may be repeated. [default: embedded]"),
    ] = None,
    only: Annotated[
        str | None,
        typer.Option(help="One part: loading, memory, asking, family, overlaps, graphql, rows, notes, spark or neo4j_graphql."),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Measure loading, asking and GraphQL against bare baselines on a synthetic place."""
    from importlib import import_module

    import_module("benchmarks.run").main(people=people, stores=store, only=only, json=as_json)
