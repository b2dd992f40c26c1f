"""Published shapes that Kith has a mapping for already: a file of such a shape needs no guessing."""

from functools import cache
from importlib.resources import files

from ingest import yaml_text
from ingest.mapping import Mapping
from ingest.suggesting.draft import AGENCY, Draft
from ingest.suggesting.opening import Table

TABLES = frozenset({"csv", "xlsx", "xls", "ods", "parquet", "html"})
READ = 0.3
KNOWN = 0.6
"""Published fields of objects are mostly optional: so much of what the mapping reads must be there, and of what is there be known."""


@cache
def published() -> dict[str, str]:
    """The text of each mapping in ingest/sources/, by its name."""
    folder = files("ingest").joinpath("sources")
    return {entry.name: entry.read_text("utf-8") for entry in folder.iterdir() if entry.name.endswith(".yaml")}


def draft_by_shape(table: Table, source: str) -> Draft | None:
    """The published mapping that fits the table best; None where none does."""
    names = {column.name for column in table.columns}
    fitting = []
    for file, text in published().items():
        mapping = Mapping.model_validate(yaml_text.load(text))
        share = _share(mapping, table, names)
        if share is not None:
            fitting.append((share, len(mapping.columns()), file, text))
    if not fitting:
        return None
    share, many, file, text = max(fitting)
    told = f"what the published mapping {file} describes: {round(share * many)} of the {many} columns that it reads are there"
    return Draft(source, table.reading, told, private=False, published=_named(text, source, table))


def _share(mapping: Mapping, table: Table, names: set[str]) -> float | None:
    """The share of a mapping's columns that the table has, where that is enough; a table needs them all."""
    wanted = mapping.columns()
    tabular = table.reading.format in TABLES
    if not wanted or mapping.reads.format == "note" or (mapping.reads.format in TABLES) != tabular:
        return None
    there = {name for name in wanted if any(_within(other, name) for other in names)}
    if not {*mapping.key, *mapping.required} <= there:
        return None
    share = len(there) / len(wanted)
    if tabular:
        return share if share == 1 else None
    roots = {name.split(".")[0] for name in wanted}
    known = sum(name.split(".")[0] in roots for name in names) / len(names)
    return share if share >= READ and known >= KNOWN else None


def _within(name: str, path: str) -> bool:
    return name == path or name.startswith(f"{path}.")


def _named(text: str, source: str, table: Table) -> str:
    """The published mapping under this source's name, its sender still to be said, its list where this file has it."""
    told = yaml_text.load(text)
    lines = text.replace(f"source: {told['source']}\n", f"source: {source}\n").replace(
        f"agency: {told['agency']}\n", f"agency: {AGENCY}\n"
    )
    was, now = told["reads"].get("path"), table.reading.path
    return lines.replace(f"path: {was}", f"path: {now}") if was and now and was != now else lines
