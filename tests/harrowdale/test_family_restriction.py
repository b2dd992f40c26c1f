"""No answer of a family's questions tells an ordinary caller where the protected live, learn or are seen, whoever is asked about."""

import json
import re

import pytest

from graph.store import Store
from ingest.counts import Counts
from queries.catalogue import catalogue
from tests.harrowdale.conftest import cleared, ordinary

TELLING = re.compile(r"ZX4|7LN|Moorside|MS-1774|3W\b|Scarcroft|E05099004|canal street primary|canal st", re.I)
"""The leaked postcode, the new school, its roll number and class, the ward; and the old school, where they were sought."""
NAMED = re.compile(r"Okonkwo|Amara|\bDanny\b|SR-50102|110441[01]|HO-26-0317|WM-260614-0021", re.I)
THEIRS = (
    "records/childrens_social_care.csv#1104410",
    "records/childrens_social_care.csv#1104411",
    "records/health_visiting.csv#SR-50102/Carer",
)
OF_FAMILY = ("timeline", "story_repetition", "best_placed_key_worker")


@pytest.mark.parametrize("record", THEIRS)
@pytest.mark.parametrize("title", OF_FAMILY)
def test_no_answer_about_their_family_tells_where_they_are(
    with_notes: tuple[Store, list[Counts]], title: str, record: str
) -> None:
    told = json.dumps(ordinary(with_notes[0]).ask(catalogue()[title](family=record)).as_json(), ensure_ascii=False)  # type: ignore[call-arg]
    assert TELLING.search(told) is None


@pytest.mark.parametrize("record", THEIRS)
def test_no_chain_and_no_introduction_tells_where_they_are(with_notes: tuple[Store, list[Counts]], record: str) -> None:
    reader = ordinary(with_notes[0])
    for question in (
        catalogue()["pillar_to_post"](person=record),  # type: ignore[call-arg]
        catalogue()["warm_introduction"](team="Tanner's Wharf INT", person=record),  # type: ignore[call-arg]
    ):
        answer = reader.ask(question).as_json()
        # Of colleagues and teams on the way their own employer is told, and nothing of who they know the protected by.
        ends = [{**row, "steps": row["steps"][-1:] if "known_as" in row else row["steps"]} for row in answer["rows"]]
        assert TELLING.search(json.dumps(ends, ensure_ascii=False)) is None


@pytest.mark.parametrize(
    ("title", "given"),
    [
        ("thresholds", {}),
        ("huddle", {"area": "Scarcroft Moor"}),
        ("huddle", {"area": "Tanner's Wharf"}),
        ("services_for_need", {"need": "domestic_abuse", "near": "Millbrook"}),
    ],
)
def test_no_answer_about_a_place_names_them(with_notes: tuple[Store, list[Counts]], title: str, given: dict[str, str]) -> None:
    told = json.dumps(ordinary(with_notes[0]).ask(catalogue()[title](**given)).as_json(), ensure_ascii=False)
    assert NAMED.search(told) is None


def test_whoever_is_cleared_has_the_words(with_notes: tuple[Store, list[Counts]]) -> None:
    for title in OF_FAMILY:
        answer = cleared(with_notes[0]).ask(catalogue()[title](family=THEIRS[0]))  # type: ignore[call-arg]
        assert any("1104410" in one.record for row in answer.rows for one in row.evidence), title  # type: ignore[attr-defined]
