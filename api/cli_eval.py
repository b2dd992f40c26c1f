"""`kith eval`: how good what Kith concludes is, where the truth is known."""

import json
import os
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from api.cli_eval_facts import eval_facts
from api.cli_eval_questions import eval_questions
from api.cli_link import KindName, pairs_said
from api.cli_notes import eval_notes
from api.cli_store import JsonOption
from api.linked_files import as_rows, read_rows
from graph.errors import KithError
from linkage.measures import score

eval_app = typer.Typer(help="Measure what Kith concludes against a known truth.", no_args_is_help=True, rich_markup_mode=None)


@eval_app.callback()
def _eval() -> None:
    """Measure what Kith concludes against a known truth."""


eval_app.command("notes")(eval_notes)
eval_app.command("questions")(eval_questions)
eval_app.command("facts")(eval_facts)


@eval_app.command("linkage")
def linkage(
    files: Annotated[list[Path] | None, typer.Argument(help="Files with a column of the truth; none: the known sets.")] = None,
    truth: Annotated[str | None, typer.Option(help="The column that says which rows are truly one.")] = None,
    kind: Annotated[KindName, typer.Option(help="What a row is of.")] = KindName.person,
    columns: Annotated[list[str] | None, typer.Option("--map", help="OURS=THEIRS; may be repeated.")] = None,
    distinct: Annotated[bool, typer.Option(help="Each file is free of duplicates.")] = False,
    spark: Annotated[str | None, typer.Option(help="A Spark master in place of DuckDB.")] = None,
    sets: Annotated[Path | None, typer.Option(help="The folder of the known sets; else $KITH_SHARED/linkage.")] = None,
    only: Annotated[str | None, typer.Option(help="Only the known sets with this in their title.")] = None,
    at_ingest: Annotated[
        int | None, typer.Option(help="Time the linkage of single records beside so many stored people instead.")
    ] = None,
    people: Annotated[int | None, typer.Option(help="Link the records of so many synthetic people instead.")] = None,
    store: Annotated[str, typer.Option(help="For --at-ingest: `embedded`, or the address of an empty Neo4j.")] = "embedded",
    baseline: Annotated[bool, typer.Option(help="Measure Splink's defaults, and TF-IDF, beside it.")] = True,
    as_json: JsonOption = False,
) -> None:
    """Score a linkage of files against their truth, or print the table of the known sets."""
    if at_ingest is not None:
        import_module("benchmarks.linkage.at_ingest").main(at_ingest, store, as_json)
        return
    if people is not None:
        import_module("benchmarks.linkage.many").main(people, as_json)
        return
    if not files:
        folder = sets or Path(os.environ.get("KITH_SHARED") or "../shared/data") / "linkage"
        import_module("benchmarks.linkage.run").main(folder, only, baseline, as_json)
        return
    if truth is None:
        raise KithError("the files' truth is not named", "Say which column has it, with --truth COLUMN")
    rows = read_rows(files, kind.value, pairs_said(columns or []), None)
    if lacking := next((row for row in rows if truth not in row.said), None):
        raise KithError(f"{files[lacking.file].name} has no column {truth!r}", f"It has: {', '.join(lacking.said)}")
    found = as_rows(kind.value, rows, distinct, None, spark, None)
    scored = score([str(one["cluster"]) for one in found], [str(row.said[truth]) for row in rows])
    told = {
        "rows": len(rows),
        "pair_precision": scored.precision,
        "pair_recall": scored.recall,
        "pair_f1": scored.f1,
        "bcubed": scored.bcubed,
        "largest": scored.largest,
    }
    print(json.dumps(told) if as_json else "\n".join(f"{name}: {value:.4g}" for name, value in told.items()))
