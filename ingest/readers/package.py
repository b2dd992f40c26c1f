"""A tabular data package of Open Referral, tables of CSV in a folder or zip, put together to the objects it tells of."""

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from graph.errors import SourceError
from ingest.readers import delimited
from ingest.readers.reading import Reading
from ingest.row import Problem, Row, Verdict
from ingest.standard import objects

MOST_BYTES = 2_000_000_000
MOST_FILES = 200
ROOTS = ("service", "organization", "location", "taxonomy", "taxonomy_term")
"""Objects that stand by themselves; a row of any other table belongs to another row."""
LINKS = ("link_id", "resource_id")
"""Columns that name a row of whichever table."""
Values = dict[str, Any]


@dataclass
class Tables:
    """The rows of every table by their identifiers, and the rows that no table can take."""

    known: dict[str, Mapping[str, Any]]
    rows: dict[str, dict[str, Values]] = field(default_factory=dict)
    refused: list[Row] = field(default_factory=list)
    children: dict[tuple[str, str], list[Values]] = field(default_factory=dict)
    """Rows of a table by the table's name and what they belong to."""


def read(path: Path, reading: Reading) -> Iterator[Row]:
    """The objects of a package in a folder or a zip, each with all that belongs to it.

    Raises SourceError for a folder without tables of the standard, or a zip that is none or too large.
    """
    if path.is_dir():
        return assemble(_tables(path), reading)
    with tempfile.TemporaryDirectory() as folder:
        _unpack(path, Path(folder))
        return iter(list(assemble(_tables(Path(folder)), reading)))


def assemble(tables: Mapping[str, Any], reading: Reading) -> Iterator[Row]:
    """The objects told by tables, by file name; a row that belongs to nothing is marked for quarantine."""
    known = objects(reading.standard or "hsds_3")
    holds = reading.holds or next(iter(known))
    sorted_in = _sorted_in(tables, known)
    if holds not in sorted_in.rows:
        raise SourceError(
            f"the package has no table of {holds}", f"Its tables are {', '.join(tables) or 'none'}; check `holds` in its mapping"
        )
    for at, row in enumerate(sorted_in.rows[holds].values()):
        yield Row(_nested(row, holds, sorted_in, (holds,)), f"{holds}:{at}")
    yield from sorted_in.refused


def _tables(folder: Path) -> dict[str, list[Row]]:
    found = sorted(folder.glob("*.csv"))
    if not found:
        raise SourceError(f"{folder.name} holds no tables", "Name the folder that the CSV files are in")
    return {file.name: list(delimited.read(file, Reading(format="csv"))) for file in found}


def _unpack(path: Path, folder: Path) -> None:
    """The CSV files of a zip, by their bare names: no path in it is followed, and no more than the limit is written."""
    left = MOST_BYTES
    try:
        with ZipFile(path) as opened:
            members = [member for member in opened.infolist() if member.filename.lower().endswith(".csv")]
            if len(members) > MOST_FILES:
                raise SourceError(f"{path.name} holds {len(members)} tables", f"At most {MOST_FILES} are read: split it")
            for member in members:
                with opened.open(member) as packed, (folder / Path(member.filename).name).open("wb") as plain:
                    while chunk := packed.read(min(1_048_576, left + 1)):
                        left -= len(chunk)
                        if left < 0:
                            raise SourceError(f"{path.name} unpacks to over {MOST_BYTES} bytes", "Send it in parts")
                        plain.write(chunk)
    except (BadZipFile, OSError, NotImplementedError, RuntimeError) as broken:
        raise SourceError(f"{path.name} is no zip that can be read ({broken})", "Pack it again without a password") from broken


def _sorted_in(tables: Mapping[str, Any], known: Mapping[str, Mapping[str, Any]]) -> Tables:
    """Every row of every table in its place."""
    made = Tables(dict(known))
    for file, rows in tables.items():
        name = _object_of(file, known)
        for at, one in enumerate(rows):
            row = one if isinstance(one, Row) else Row(one, f"{file}:{at}")
            if name is None or row.problems or not row.values.get("id"):
                made.refused.append(_refused(row, file, name))
            else:
                typed = _typed(row.values, known[name])
                held = made.rows.setdefault(name, {}).setdefault(str(typed["id"]), typed)
                held.update({key: value for key, value in typed.items() if key not in held})
    ids = {found for several in made.rows.values() for found in several}
    for name, several in made.rows.items():
        for values in several.values():
            owners = _owners(values, known)
            for owner in owners:
                made.children.setdefault((name, owner), []).append(values)
            if name not in ROOTS and not any(owner.split(":")[-1] in ids for owner in owners):
                made.refused.append(_refused(Row(values, f"{name}:{values['id']}"), name, name))
    return made


def _object_of(file: str, known: Mapping[str, Any]) -> str | None:
    """The object a file is the table of, by its name in the singular or plural."""
    stem = Path(file).stem.lower()
    plurals = {name: {name, f"{name}s", f"{name}es", f"{name.removesuffix('y')}ies"} for name in known}
    return next((name for name, forms in plurals.items() if stem in forms), None)


def _typed(values: Mapping[str, Any], schema: Mapping[str, Any]) -> Values:
    """A row of text with its numbers as numbers, and without its blanks."""
    typed: Values = {}
    for name, value in values.items():
        if value is None or value == "":
            continue
        kind = schema["properties"].get(name, {}).get("type")
        typed[name] = _number(value) if kind == "number" and isinstance(value, str) else value
    return typed


def _number(written: str) -> int | float | str:
    for kind in (int, float):
        try:
            return kind(written)
        except ValueError:
            continue
    return written


def _owners(row: Values, known: Mapping[str, Any]) -> list[str]:
    """What a row belongs to: the objects its `…_id` columns name, and the one of any kind it links to."""
    named = [f"{name}:{row[f'{name}_id']}" for name in known if row.get(f"{name}_id")]
    return named + [f"*:{row[link]}" for link in LINKS if row.get(link)]


def _nested(row: Values, name: str, tables: Tables, above: tuple[str, ...]) -> Values:
    """A row with the rows that belong to it, and those it names, inside; nothing lies within its own kind."""
    whole = dict(row)
    for field_name, schema in tables.known[name]["properties"].items():
        target = str(schema.get("items", schema).get("$ref", "")).rpartition("/")[2]
        if not target or target in above:
            continue
        if schema.get("type") == "array":
            owned = [
                *tables.children.get((target, f"{name}:{row['id']}"), []),
                *tables.children.get((target, f"*:{row['id']}"), []),
            ]
            if owned:
                whole[field_name] = [_nested(one, target, tables, (*above, target)) for one in owned]
        elif one := tables.rows.get(target, {}).get(str(row.get(f"{field_name}_id", ""))):
            whole[field_name] = _nested(one, target, tables, (*above, target))
    return whole


def _refused(row: Row, file: str, name: str | None) -> Row:
    if row.problems:
        return row
    if name is None:
        code, what, cure = "unknown_table", f"{file} is no table of the standard", "Leave it out, or name it as the standard does"
    elif not row.values.get("id"):
        code, what, cure = "missing_required_key", f"a row of {file} has no id", "Give it an identifier at its source"
    else:
        code = "belongs_to_nothing"
        what, cure = f"a row of {file} belongs to no row of the package", "Correct the identifier of what it belongs to"
    problem = Problem(code, None, None, what, cure, Verdict.QUARANTINE)
    return Row(dict(row.values), f"{file}:{row.position}", row.line, (problem,))
