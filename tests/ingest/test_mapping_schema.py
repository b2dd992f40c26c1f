"""The JSON Schema of mappings: as it is published, true of every mapping there is, and strict where the language is."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from ingest import yaml_text
from ingest.mapping_schema import mapping_schema

ROOT = Path(__file__).parents[2]
MAPPINGS = sorted(
    path
    for folder in ("examples", "ingest/sources", "benchmarks")
    for path in (ROOT / folder).rglob("*.yaml")
    if path.name not in ("place.yaml", "trials.yaml")
)
MINIMAL: dict[str, Any] = {"source": "roll", "agency": "School", "reads": {"format": "csv"}}


def faults(mapping: dict[str, Any]) -> list[str]:
    """What the schema says against a mapping."""
    return [fault.message for fault in Draft202012Validator(mapping_schema()).iter_errors(mapping)]


def test_it_is_published_as_it_is() -> None:
    published = json.loads((ROOT / "docs" / "mapping.schema.json").read_text("utf-8"))
    assert published == mapping_schema(), "run: kith map schema > docs/mapping.schema.json"


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(mapping_schema())


@pytest.mark.parametrize("path", MAPPINGS, ids=[path.stem for path in MAPPINGS])
def test_every_mapping_there_is_fits(path: Path) -> None:
    assert faults(yaml_text.load(path.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"mode": "full"},
        {"nodes": {"a": {"label": "Persona"}}},
        {"nodes": {"a": {"label": "Mention", "props": {"colour": "Fav"}}}},
        {"nodes": {"a": {"label": "Mention", "props": {"dob": {"column": "DOB", "clean": "birthday"}}}}},
        {"edges": [{"from": "a", "type": "LIKES", "to": "b"}]},
        {"reads": {"format": "csv", "colour": "red"}},
        {"surprise": True},
    ],
    ids=["mode", "label", "property", "cleaner", "edge", "reading", "key"],
)
def test_what_the_language_has_not_is_refused(wrong: dict[str, Any]) -> None:
    assert faults(MINIMAL) == []
    assert faults({**MINIMAL, **wrong})


def test_short_and_long_forms_of_a_value_fit() -> None:
    nodes = {"a": {"label": "Mention", "props": {"full_name": "Name", "dob": {"column": "DOB", "clean": "birth_date"}}}}
    assert faults({**MINIMAL, "key": "No", "nodes": nodes}) == []
    assert faults({**MINIMAL, "key": ["No", "Line"], "nodes": nodes}) == []
