"""Published standards, each a file of ingest/standards: the objects it knows, as JSON Schema."""

from functools import cache
from importlib.resources import files
from typing import Any

import jsonschema_rs

from ingest import yaml_text


@cache
def standards() -> tuple[str, ...]:
    """The names of the standards there are."""
    found = (entry.name for entry in files("ingest").joinpath("standards").iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in found if name.endswith(".yaml")))


@cache
def objects(standard: str) -> dict[str, dict[str, Any]]:
    """The objects of a standard by name; the first is what its rows are unless a mapping says otherwise."""
    text = files("ingest").joinpath("standards", f"{standard}.yaml").read_text("utf-8")
    known: dict[str, dict[str, Any]] = yaml_text.load(text)["$defs"]
    return known


@cache
def checker(standard: str, holds: str | None) -> jsonschema_rs.Draft202012Validator:
    """What checks an object of a standard, formats included."""
    known = objects(standard)
    name = holds if holds in known else next(iter(known))
    return jsonschema_rs.Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": known}, validate_formats=True)
