"""The mapping language as JSON Schema, so that an editor completes and checks a mapping while it is written."""

from typing import Any

from graph.declare import EDGES, NODES
from ingest.cleaners import CLEANERS
from ingest.mapping import LABELS, Mapping

Schema = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def mapping_schema() -> Schema:
    """The schema of one mapping file: the models of ingest/mapping.py with the vocabulary's labels, properties and cleaners."""
    schema: Schema = Mapping.model_json_schema(by_alias=True)
    parts: dict[str, Schema] = schema["$defs"]
    _shorten_values(parts)
    parts["NodeMap"]["properties"]["label"] = _one_of({name: NODES[name].meaning for name in LABELS})
    parts["NodeMap"]["allOf"] = [_props_of(label) for label in LABELS]
    parts["EdgeMap"]["properties"]["type"] = _one_of(_edge_meanings())
    parts["Reading"]["properties"].pop("columns", None)
    schema["properties"]["key"] = {"anyOf": [{"type": "string"}, schema["properties"]["key"]], "title": "Key"}
    return {"$schema": DIALECT, **schema, "title": "Kith mapping"}


def _shorten_values(parts: dict[str, Schema]) -> None:
    """A value may be a column's name alone; its cleaner is one of those there are."""
    value = parts["Value"]
    value["properties"]["clean"] = {"anyOf": [{"enum": sorted(CLEANERS), "type": "string"}, {"type": "null"}], "default": None}
    parts["Value"] = {"anyOf": [{"type": "string", "description": "A column's name."}, value]}


def _one_of(told: dict[str, str]) -> Schema:
    """Names to choose from, each with its meaning."""
    return {"anyOf": [{"const": name, "description": " ".join(meaning.split())} for name, meaning in sorted(told.items())]}


def _edge_meanings() -> dict[str, str]:
    meanings: dict[str, list[str]] = {}
    for edge in EDGES.values():
        meanings.setdefault(edge.type, []).append(f"{edge.start} to {edge.end}: {edge.meaning}")
    return {name: "; ".join(many) for name, many in meanings.items()}


def _props_of(label: str) -> Schema:
    """The properties that a node of a label may have."""
    known = {name: {"$ref": "#/$defs/Value"} for name in NODES[label].properties if name != "uid"}
    return {
        "if": {"properties": {"label": {"const": label}}, "required": ["label"]},
        "then": {"properties": {"props": {"properties": known, "additionalProperties": False}}},
    }
