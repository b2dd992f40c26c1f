"""`kith link`: which rows of any files are one person, organisation or service, out of the graph."""

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from api.cli_store import JsonOption
from api.console import console
from api.linked_files import Row, as_rows, read_rows
from graph.errors import KithError
from linkage.model import load_model

SHOWN = 20


class KindName(StrEnum):
    """What rows are of."""

    person = "person"
    organisation = "organisation"
    service = "service"


def link(
    files: Annotated[list[Path], typer.Argument(help="CSV, Excel, JSON, JSON lines or Parquet files, linked together.")],
    kind: Annotated[KindName, typer.Option(help="What a row is of.")] = KindName.person,
    columns: Annotated[
        list[str] | None, typer.Option("--map", help="OURS=THEIRS, several of theirs joined by +; may be repeated.")
    ] = None,
    unique: Annotated[str | None, typer.Option("--id", help="The column with each row's own key.")] = None,
    distinct: Annotated[bool, typer.Option(help="Each file is free of duplicates: only rows of two files are one.")] = False,
    model: Annotated[Path | None, typer.Option(help="A model to use as it is, in place of learning one.")] = None,
    learn: Annotated[Path | None, typer.Option(help="Write the model that was learned to this file.")] = None,
    spark: Annotated[str | None, typer.Option(help="A Spark master, as local[2], in place of DuckDB.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Link the rows of files; one JSON object a row with --json."""
    rows = read_rows(files, kind.value, pairs_said(columns or []), unique)
    found = as_rows(kind.value, rows, distinct, load_model(model) if model else None, spark, learn)
    if as_json:
        for one in found:
            print(json.dumps(one, ensure_ascii=False))
        return
    _show(rows, found)


def pairs_said(said: list[str]) -> dict[str, str]:
    """What --map says, ours to theirs.

    Raises KithError for what is no OURS=THEIRS.
    """
    for one in said:
        if "=" not in one:
            raise KithError(f"--map {one!r} is not OURS=THEIRS", "Write it as --map surname=last_name")
    return dict(part.split("=", 1) for part in said)


def _show(rows: list[Row], found: list[dict[str, object]]) -> None:
    sizes: dict[object, int] = {}
    for one in found:
        sizes[one["cluster"]] = sizes.get(one["cluster"], 0) + 1
    several = [name for name, size in sizes.items() if size > 1]
    table = Table("cluster", "row", "key", "probability", "says")
    for name in several[:SHOWN]:
        for one, row in zip(found, rows, strict=True):
            if one["cluster"] == name:
                says = ", ".join(str(value) for value in row.values.values() if value)
                table.add_row(str(name), str(one["row"]), str(one["unique_id"]), f"{one['probability']:.3f}", says[:80])
    console().print(table)
    console().print(f"{len(rows)} rows are {len(sizes)}; {len(several)} of them in several rows (--json tells all).")
