"""Harrowdale's questions held against its truth: with its facts as input, and from what is taken in alone."""

from collections.abc import Iterator
from statistics import fmean

import pytest

from benchmarks.questions.evaluation import FACTS, Scored, evaluate_store, taken_in
from benchmarks.questions.run import differences
from benchmarks.questions.truth import Truth
from graph.store import Store
from ingest.counts import Counts
from tests.harrowdale.truth import FOLDER, PLACE

FAMILY = (
    "who_knows_family",
    "who_knows_person",
    "warm_introduction",
    "best_placed_key_worker",
    "pillar_to_post",
    "story_repetition",
    "assets_for_need",
)
EXPLAINED = {
    "Q01": "W09 knows P002 by one incident, which the truth's readme leaves as doubtful: relationship or incidental",
    "Q68": "O12 assessed the man they fled, whom the truth counts in their family, and Kith keeps out of it",
}
"""Why an answer with the truth's facts as input differs from the truth all the same."""


@pytest.fixture(scope="module")
def with_facts() -> Iterator[list[Scored]]:
    """All questions, with the truth's facts of notes and its tags as input."""
    truth = Truth(FOLDER)
    with taken_in(PLACE, truth, FACTS) as store:
        yield evaluate_store(store, truth)


def test_with_the_facts_as_input_a_familys_questions_are_answered(with_facts: list[Scored]) -> None:
    family = [one for one in with_facts if one.case.question in FAMILY]
    assert fmean(one.score for one in family) >= 0.98
    assert {one.case.id for one in family if one.score < 1} == set(EXPLAINED), [(one.case.id, differences(one)) for one in family]


def test_every_question_is_there_and_gives_nobody_away(with_facts: list[Scored]) -> None:
    assert [one.case.id for one in with_facts if one.not_there] == []
    assert [one.case.id for one in with_facts if one.leaks] == []
    assert fmean(one.score for one in with_facts) >= 0.9


def test_from_what_is_taken_in_alone_the_figures_are_as_they_are(with_notes: tuple[Store, list[Counts]]) -> None:
    scored = evaluate_store(with_notes[0], Truth(FOLDER))
    assert [one.case.id for one in scored if one.leaks] == []
    assert fmean(one.score for one in scored if one.case.question in FAMILY) >= 0.75
