"""`kith map`: a mapping drafted for a new file, what it makes of the file's rows, and the schema of its language."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from api.cli_store import JsonOption, opened
from api.console import console
from api.show_preview import as_json as preview_json
from api.show_preview import show
from graph.errors import MappingError
from ingest.cleaners.names import folded
from ingest.mapping import load_mapping
from ingest.mapping_schema import mapping_schema
from ingest.preview import ROWS, preview
from ingest.suggesting.suggestion import suggest
from ingest.suggesting.writing import as_yaml

map_app = typer.Typer(help="Mappings: from a partner's columns to the vocabulary.", no_args_is_help=True, rich_markup_mode=None)
FileArgument = Annotated[Path, typer.Argument(help="The file that a partner sent.")]
AREAS = "MATCH (a:Area) RETURN a.uid AS uid, a.full_name AS full_name ORDER BY uid"


@map_app.command("suggest")
def suggest_command(
    file: FileArgument,
    sheet: Annotated[str | None, typer.Option(help="The sheet of a workbook; else its largest table.")] = None,
    path: Annotated[str | None, typer.Option("--list", help="Where a JSON document has its rows; else its longest list.")] = None,
    out: Annotated[Path | None, typer.Option("--out", help="Write the draft to this file, which must not be there yet.")] = None,
) -> None:
    """Draft a mapping for a file that has none: every guess with its reason, what is not known left out."""
    draft = suggest(file, sheet, path)
    text = as_yaml(draft, file.name)
    if out is None:
        print(text, end="")
    else:
        _write_new(out, text)
    print(f"About {draft.about}. {draft.mapped} columns are mapped, {len(draft.left)} left out.", file=sys.stderr)


def _write_new(path: Path, text: str) -> None:
    try:
        with path.open("x", encoding="utf-8") as opened_file:
            opened_file.write(text)
    except FileExistsError as there:
        raise MappingError(f"{path} is there already", "Name another file, or move that one away") from there
    except OSError as wrong:
        raise MappingError(f"{path} cannot be written ({wrong.strerror})", "Name another file") from wrong


@map_app.command("check")
def check_command(
    file: FileArgument,
    mapping: Annotated[Path, typer.Argument(help="The mapping to try on it.")],
    rows: Annotated[int, typer.Option(help="How many rows to show.", min=0)] = ROWS,
    store: Annotated[
        str | None, typer.Option("--store", help="A store that knows the areas, so that names of areas count.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Show the first rows as the nodes and edges they become, and count what becomes of all. Nothing is written."""
    loaded = load_mapping(mapping)
    areas: dict[str, str] = {}
    if store is not None:
        with opened(store) as opened_store:
            areas = {folded(row["full_name"]): row["uid"] for row in opened_store.read(AREAS) if row["full_name"]}
    with Console(stderr=True).status(f"Reading {file.name}"):
        found = preview(file, loaded, rows, areas)
    if as_json:
        print(json.dumps(preview_json(found), ensure_ascii=False, indent=1, default=str))
    else:
        show(found, loaded, console())


@map_app.command("schema")
def schema_command() -> None:
    """Print the JSON Schema of mappings, by which editors complete and check them."""
    print(json.dumps(mapping_schema(), indent=1, ensure_ascii=False))
