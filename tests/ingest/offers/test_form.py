"""What somebody may fill in, and what they are told where it cannot be."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph import export
from graph.embedded import EmbeddedStore
from graph.errors import QuestionError
from ingest.offers.form import Form, row_of
from tests.ingest.offers.hollow import LUNCH, offer, take_in

AREAS = [{"uid": "E05000001", "full_name": "Low Moor"}, {"uid": "E05000002", "full_name": "Moor"}]
TWINS = [*AREAS, {"uid": "E05000003", "full_name": "Moor"}]


def row(there: list[dict[str, Any]] = AREAS, **other: Any) -> dict[str, Any]:
    return row_of(replace(LUNCH, **other), there)


def test_few_fields_are_enough() -> None:
    assert row_of(Form("A", "B", "Asset", ["Food"]), []) == {
        "organisation": "A",
        "name": "B",
        "kind": "asset",
        "needs": [{"code": "food", "words": "Food"}],
        "areas": [],
    }


@pytest.mark.parametrize(
    ("written", "youngest", "oldest"),
    [
        ("5-11", 5, 11),
        ("ages 5 to 11", 5, 11),
        ("18+", 18, None),
        ("18 and over", 18, None),
        ("over 50s", 50, None),
        ("under 25s", 0, 24),
        ("up to 18", 0, 18),
        ("All ages", None, None),
    ],
)
def test_ages(written: str, youngest: int | None, oldest: int | None) -> None:
    found = row(ages=written)
    assert (found.get("minimum_age"), found.get("maximum_age")) == (youngest, oldest)


def test_needs_and_areas_go_by_code_or_words() -> None:
    found = row(needs=["Debt and money; food bank"], areas=["low  moor", "e05000002"])
    assert [need["code"] for need in found["needs"]] == ["debt_money", "food"]
    assert [area["code"] for area in found["areas"]] == ["E05000001", "E05000002"]


@pytest.mark.parametrize(
    ("other", "what", "cure"),
    [
        ({"organisation": " . "}, "organisation: nothing says who offers it", "Give organisation"),
        ({"name": ""}, "name: nothing says what it is called", "Give name"),
        ({"name": "x" * 201}, "name: 201 letters are too many", "at most 200"),
        ({"kind": "thing"}, "kind: an offer is no 'thing'", "service and asset"),
        ({"needs": []}, "needs: nothing says what it helps with", "Food"),
        ({"needs": ["xyzzy", "food"]}, "needs: there is no need 'xyzzy'", "Food"),
        ({"postcode": "ZX1"}, "postcode: 'ZX1' is none", "ZX1 2AB"),
        ({"areas": ["Lo Moor"]}, "areas: there is no area 'Lo Moor'", "Low Moor"),
        ({"areas": ["Moor"]}, "areas: several are called 'Moor'", "E05000002, E05000003"),
        ({"ages": "old"}, "ages: 'old' tells no age", "5-11"),
        ({"ages": "11-5"}, "ages: nobody is 11-5", "younger age first"),
        ({"url": "javascript://example.org"}, "url: 'javascript://example.org' is no web address", "https://example.org"),
        (
            {"description": "Safe accommodation, address not published.", "address": "3 Elm Way"},
            "it says that its address is not to be told, and tells one",
            "Leave the address",
        ),
    ],
)
def test_each_mistake_is_one_message_with_its_place_and_cure(other: dict[str, Any], what: str, cure: str) -> None:
    with pytest.raises(QuestionError) as wrong:
        row(TWINS, **other)
    assert wrong.value.what == what and cure in wrong.value.cure


def test_several_mistakes_are_told_together_and_nothing_is_written(tmp_path: Path) -> None:
    store = take_in(EmbeddedStore(tmp_path / "store"), tmp_path / "place")
    before = list(store.export())
    with pytest.raises(QuestionError, match=r"2 things are wrong: postcode: .* \(Give .*\); ages: .* \(Write .*\)"):
        offer(store, postcode="here", ages="old")
    assert list(store.export()) == before
    assert export.digest(iter(before))
    store.close()


def test_what_cannot_be_seen_is_left_out() -> None:
    assert row(description="Soup\x00 and\u200b\n bread")["description"] == "Soup and bread."
