"""Every field of a row has a place, or is told: in every item of a list, and only as far as it is really read."""

import json
from typing import Any

from ingest.counts import MOST_FIELDS, Counts
from ingest.inspection import Inspection
from ingest.mapping import Mapping
from ingest.placement import Placement
from ingest.row import Row


def mapping(props: dict[str, Any], **other: Any) -> Mapping:
    """A mapping of one service."""
    node = {"label": "Service", "key": ["id"], "props": props, **other}
    return Mapping.model_validate(
        {"source": "x", "agency": "y", "reads": {"format": "json"}, "key": "id", "nodes": {"service": node}}
    )


def left(used: Mapping, values: dict[str, Any]) -> set[str]:
    """The fields without a place."""
    return {path for path, _ in Placement(used).left(values)}


def test_a_field_that_nothing_reads_is_left() -> None:
    assert left(mapping({"full_name": "name"}), {"id": 1, "name": "Hall", "fees": "free", "blank": "", "nothing": "n/a"}) == {
        "fees"
    }


def test_a_path_reads_the_first_item_of_a_list_and_leaves_the_others() -> None:
    values = {"id": 1, "phones": [{"number": "1", "type": "voice"}, {"number": "2"}]}
    assert left(mapping({"phone": "phones.number"}), values) == {"phones[].type", "phones[].number"}
    assert left(mapping({"phone": "phones.number"}), {"id": 1, "phones": [{"number": "1"}]}) == set()
    assert left(mapping({"phone": {"each": "phones", "column": "item.number"}}), values) == {"phones[].type"}


def test_an_item_reads_what_it_lies_in_only_where_it_may() -> None:
    values = {"id": 1, "name": "Café", "places": [{"name": "Hall", "rooms": [{"name": "Red"}]}]}
    each = {"each": "places.rooms", "column": "item.name"}
    assert left(mapping({"address": each}), values) == {"name", "places[].name"}
    assert left(mapping({"address": {**each, "column": "name"}}), values) == set()


def test_a_value_under_a_condition_has_a_place_only_where_it_holds() -> None:
    used = mapping({"phone": {"each": "phones", "column": "item.number", "when": {"column": "item.type", "in": ["voice"]}}})
    assert left(used, {"id": 1, "phones": [{"number": "1", "type": "voice"}]}) == set()
    assert left(used, {"id": 1, "phones": [{"number": "1", "type": "fax"}]}) == {"phones[].number"}


def test_what_is_kept_has_the_shape_of_the_row() -> None:
    used = mapping({"phone": {"each": "phones", "column": "item.number"}})
    values = {"id": 1, "phones": [{"number": "1"}, {"number": "2", "type": "fax"}], "fees": "free"}
    assert json.loads(Placement(used).rest(values) or "") == {"fees": "free", "phones": [None, {"type": "fax"}]}
    assert Placement(used).rest({"id": 1}) is None


def test_keys_that_are_data_are_not_counted_without_end() -> None:
    counts = Counts("x")
    values = {"id": 1, **{f"person {n}": "x" for n in range(MOST_FIELDS + 10)}}
    Inspection(mapping({})).look(Row(values, "index:0"), counts)
    assert (len(counts.unplaced), counts.unplaced[("further fields", "of many kinds")]) == (MOST_FIELDS + 1, 10)
