"""What the mapping language can say of lists, and of mappings that build on others."""

from pathlib import Path
from typing import Any

import pytest

from graph.errors import MappingError
from ingest.cleaners import Context
from ingest.mapper import Mapper
from ingest.mapping import Mapping, load_mapping
from ingest.row import Row
from tests.ingest.published import AS_OF

BASE: dict[str, Any] = {"source": "x", "agency": "y", "reads": {"format": "json"}, "key": "id"}


def said(nodes: dict[str, Any], values: dict[str, Any], edges: list[dict[str, Any]] | None = None) -> Any:
    """What a row says by a mapping of these nodes and edges."""
    used = Mapping.model_validate({**BASE, "nodes": nodes, "edges": edges or []})
    return Mapper(used, "file", Context(AS_OF, system="x")).map(Row({"id": 1, **values}, "index:0")).said


def prop(value: Any, values: dict[str, Any], name: str = "phone") -> Any:
    """A property of a service as a value finds it."""
    made = said({"service": {"label": "Service", "key": ["id"], "props": {name: value}}}, values)
    return next(node.properties.get(name) for node in made.nodes)


LISTS = {"a": [{"b": [{"n": "1"}, {"n": "2"}]}, {"b": {"n": "3"}}, {"b": None}], "plain": ["x", "y", "x"], "own": "9"}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"each": "a.b", "column": "item.n"}, "1; 2; 3"),
        ({"each": "plain", "column": "part"}, "x; y"),
        ({"each": "nothing", "column": "item.n"}, None),
        ({"all_of": ["own", {"each": "a.b", "column": "item.n"}]}, "9; 1; 2; 3"),
        ({"first_of": [{"each": "nothing", "column": "part"}, "own"]}, "9"),
        ({"each": "a.b", "column": "item.n", "when": {"column": "item.n", "in": ["2"]}}, "2"),
        ({"each": "a.b", "columns": ["item.n", "own"], "clean": "text"}, "1 9; 2 9; 3 9"),
    ],
)
def test_a_value_of_every_item(value: Any, expected: str | None) -> None:
    assert prop(value, LISTS) == expected


def test_a_list_keeps_all_and_a_number_the_first() -> None:
    each = {"each": "a.b", "column": "item.n"}
    assert prop(each, LISTS, "opens") == ["1", "2", "3"]
    assert prop({**each, "clean": "whole"}, LISTS, "minimum_age") == 1


def test_nodes_of_lists_within_lists_meet_their_own() -> None:
    nodes = {
        "service": {"label": "Service", "each": "services", "key": ["item.id"], "props": {"full_name": "item.name"}},
        "place": {"label": "Location", "each": "services.places", "key": ["item.id"], "props": {"full_name": "item.name"}},
    }
    values = {
        "services": [
            {
                "id": "s1",
                "name": "One",
                "places": [{"id": "p1", "name": "Hall"}, {"id": "p2", "name": "Barn", "hours": ["9-5", "6-7"]}],
            },
            {"id": "s2", "name": "Two", "places": [{"id": "p1", "name": "Hall"}]},
        ]
    }
    at = {"from": "service", "type": "AT", "to": "place", "props": {"meets_when": {"each": "place.hours", "column": "part"}}}
    made = said(nodes, values, [at])
    names = {node.uid: node.properties["full_name"] for node in made.nodes}
    assert {(names[e.start], names[e.end], e.properties.get("meets_when")) for e in made.edges} == {
        ("One", "Hall", None),
        ("One", "Barn", "9-5; 6-7"),
        ("Two", "Hall", None),
    }


def write(folder: Path, name: str, text: str) -> Path:
    """A mapping file."""
    (folder / name).write_text(text, "utf-8")
    return folder / name


NODES = "nodes: {service: {label: Service, key: [id], props: {full_name: name}}}\n"


def test_a_mapping_builds_on_another(tmp_path: Path) -> None:
    write(tmp_path, "base.yaml", "source: base\nagency: y\nkey: id\nreads: {format: json, path: items}\n" + NODES)
    more = (
        "extends: base.yaml\nsource: more\nreads: {path: contents}\nnodes: {area: {label: Area, key: [area], reference: true}}\n"
    )
    built = load_mapping(write(tmp_path, "more.yaml", more + "edges: [{from: service, type: COVERS, to: area}]\n"))
    assert (built.source, built.agency, built.reads.format, built.reads.path) == ("more", "y", "json", "contents")
    assert (set(built.nodes), len(built.edges)) == ({"service", "area"}, 1)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("extends: one.yaml\nsource: a\n", "extends itself"),
        ("extends: none.yaml\nsource: a\n", "extends none.yaml, which is not beside it"),
        (
            "source: a\nagency: b\nreads: {format: json, standard: unheard_of}\n",
            "no standard is called 'unheard_of'; there are giving360",
        ),
        (
            "source: a\nagency: b\nreads: {format: json, standard: giving360, holds: service}\n",
            "giving360 has no 'service'; it has grant",
        ),
    ],
)
def test_a_mapping_that_is_wrong_is_said(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(MappingError, match=why):
        load_mapping(write(tmp_path, "one.yaml", text))


@pytest.mark.parametrize("label", ["Judgement", "Person", "Quarantine", "OfferStep"])
def test_no_record_says_what_people_decided_or_kith_concluded(label: str) -> None:
    with pytest.raises(ValueError, match=f"label '{label}' is Kith's own, and no record says it: Address, Area"):
        said({"forged": {"label": label, "key": ["id"]}}, {})
