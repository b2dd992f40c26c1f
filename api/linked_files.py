"""Files in, linked rows out, for `kith link` and `kith eval linkage`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.errors import SourceError
from ingest.readers import READERS, Reading
from ingest.readers.reading import Format
from linkage import service
from linkage.columns import columns_of, row_of
from linkage.linking import Linked, link
from linkage.model import Model
from linkage.settings import settings_of
from linkage.shape import SHAPES

FORMATS: dict[str, Format] = {
    ".csv": "csv",
    ".tsv": "csv",
    ".txt": "csv",
    ".xlsx": "xlsx",
    ".xls": "xls",
    ".ods": "ods",
    ".parquet": "parquet",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}


@dataclass(frozen=True)
class Row:
    """A row of one of the files, by our columns."""

    values: dict[str, object]
    unique: str
    file: int
    said: dict[str, Any]
    """The row as it stood in the file."""


def read_rows(files: Sequence[Path], kind: str, said: dict[str, str], unique: str | None) -> list[Row]:
    """All rows of the files, in order.

    Raises KithError for a file that is none, and for a column that is not there.
    """
    known = service.COLUMNS if kind == "service" else SHAPES[kind].columns
    rows: list[Row] = []
    for number, path in enumerate(files):
        stated = list(_values(path))
        if not stated:
            raise SourceError(f"{path} has no rows", "Check that this is the right file")
        there = list(dict.fromkeys(name for values in stated[:1000] for name in values))
        key = unique or next((name for name in ("unique_id", "uid", "id", "record_id", "rec_id") if name in there), None)
        if unique and unique not in there:
            raise SourceError(f"{path} has no column {unique!r}", f"It has: {', '.join(there)}")
        columns = columns_of(kind, known, there, said, path.name)
        for at, values in enumerate(stated, 1):
            named = str(values[key]).strip() if key and values.get(key) not in (None, "") else f"{path.name}#{at}"
            rows.append(Row(row_of(values, columns), named, number, values))
    return rows


def _values(path: Path) -> Iterator[dict[str, Any]]:
    if not path.is_file():
        raise SourceError(f"there is no file {path}", "Name a file that is there")
    form = FORMATS.get(path.suffix.lower())
    if form is None:
        raise SourceError(f"{path.name} is of no format that is read", f"Give one of: {', '.join(FORMATS)}")
    for row in READERS[form](path, Reading(format=form)):
        yield {name.strip(): value for name, value in row.values.items()}


def linked(kind: str, rows: Sequence[Row], distinct: bool, model: Model | None = None, spark: str | None = None) -> Linked:
    """The rows in clusters: people or organisations."""
    values, files = [row.values for row in rows], [row.file for row in rows]
    if spark is None:
        return link(settings_of(kind), values, files, distinct=distinct, model=model)
    # Spark is an extra, and starts a server of its own.
    from linkage.spark_engine import session, spark_engine

    with session(spark) as opened:
        return link(settings_of(kind), values, files, distinct=distinct, model=model, engine=spark_engine(opened))


def as_rows(
    kind: str, rows: Sequence[Row], distinct: bool, model: Model | None, spark: str | None, learn: Path | None
) -> list[dict[str, object]]:
    """One object for each row: its place, its key, its cluster by the first key in it, and how sure that is."""
    if kind == "service":
        groups, sure = _services(rows, distinct)
    else:
        found = linked(kind, rows, distinct, model, spark)
        groups, sure = found.groups, found.probability
        if learn:
            found.model.save(learn)
    own = [row.unique for row in rows]
    # Two files may both have a row 17; a cluster is then named by file and key.
    keys = own if len(set(own)) == len(own) else [f"{row.file + 1}#{row.unique}" for row in rows]
    names = {one: min(keys[fellow] for fellow in group) for group in groups for one in group}
    return [
        {"row": at + 1, "unique_id": row.unique, "cluster": names[at], "probability": sure[at]} for at, row in enumerate(rows)
    ]


def _services(rows: Sequence[Row], distinct: bool) -> tuple[list[list[int]], list[float]]:
    listings = [service.listing(row.values) for row in rows]
    files = [row.file for row in rows] if distinct else None
    found = service.likenesses(listings, files)
    groups = service.one_service(listings, found, files)
    of = {one: at for at, group in enumerate(groups) for one in group}
    sure = [0.0] * len(rows)
    beyond = [0.0] * len(rows)
    for one in found:
        best = sure if of[one.left] == of[one.right] else beyond
        for side in (one.left, one.right):
            best[side] = max(best[side], one.probability)
    alone = {group[0] for group in groups if len(group) == 1}
    return groups, [round(1 - beyond[at] if at in alone else sure[at], 6) for at in range(len(rows))]
