"""JSON of any length: cut into its objects without parsing it twice, each in its place."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import SourceError
from ingest.readers.json_path import lists_in, pieces
from ingest.readers.json_scan import Scanner
from tests.ingest.readers.reading import codes, rows

Json = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=20,
)


def scanned(text: str, size: int) -> Scanner:
    """A scanner that is given the text in blocks of a size."""
    return Scanner((text[at : at + size] for at in range(0, len(text), size)), "a.json")


@given(items=st.lists(Json, max_size=6), around=st.tuples(Json, Json), size=st.integers(1, 9), spread=st.booleans())
def test_every_item_is_found_wherever_blocks_end(items: list[Any], around: tuple[Any, Any], size: int, spread: bool) -> None:
    text = json.dumps({"before": around[0], "in": {"list": items}, "after": around[1]}, indent=1 if spread else None)
    found = list(pieces(scanned(text, size), "in.list"))
    assert [json.loads(piece.text) for piece in found] == items
    assert [piece.position for piece in found] == [f"index:{n}" for n in range(len(items))]


@given(items=st.lists(Json, min_size=1, max_size=4), cut=st.floats(0, 0.999))
def test_a_document_cut_anywhere_is_refused(items: list[Any], cut: float) -> None:
    text = json.dumps(items)
    with pytest.raises(SourceError):
        list(pieces(scanned(text[: int(cut * len(text))], 7), None))


def test_lists_within_lists_keep_their_place(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"areas": [{"services": [{"id": 1}, {"id": 2}]}, {}, {"services": [{"id": 3}]}]}', "utf-8")
    found = rows(path, "json", path="areas.services")
    assert [(row.position, row.values["id"]) for row in found] == [("index:0/0", 1), ("index:0/1", 2), ("index:2/0", 3)]


def test_a_key_may_have_dots_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"a.csv": [{"id": 1}], "a": {"csv": [{"id": 2}]}}', "utf-8")
    assert [row.values["id"] for row in rows(path, "json", path="a.csv")] == [1, 2]


def test_a_document_that_is_one_row(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"id": 7, "contacts": [{"name": "Ann"}]}', "utf-8")
    assert [dict(row.values) for row in rows(path, "json", path=".")] == [{"id": 7, "contacts": [{"name": "Ann"}]}]
    assert lists_in(scanned(path.read_text("utf-8"), 5)) == [".", "contacts"]


def test_what_two_programs_would_read_differently_is_for_a_person(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"a": NaN}\n{"a": 1, "a": 2}\n{"a": 1e999}\n{"a": "\\ud800"}\n{"a": 12345678901234567890}\n', "ascii")
    assert codes(rows(path, "jsonl")) == [[], ["repeated_name"], ["number_too_large"], ["half_a_letter"], ["number_too_large"]]


def test_json_in_utf16_and_with_a_mark(tmp_path: Path) -> None:
    for encoding in ("utf-16", "utf-8-sig", "cp1252"):
        path = tmp_path / "a.json"
        path.write_bytes(json.dumps([{"name": "Zoë"}] * 9, ensure_ascii=False, indent=1).encode(encoding))
        assert rows(path, "json")[0].values["name"] == "Zoë", encoding


def test_a_broken_document_gives_no_row(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('[{"a": 1},\n{"a": 2},\n{"a": 3', "utf-8")
    taken = []
    from ingest.readers import READERS, Reading

    with pytest.raises(SourceError, match=r"a.json line 3 is no JSON"):
        taken += READERS["json"](path, Reading(format="json"))
    assert taken == []
