"""The scoring of questions itself: it cannot be pleased by an empty answer, nor by one that gives somebody away."""

import json
from pathlib import Path

import pytest

from benchmarks.questions.asking import Judged, listed
from benchmarks.questions.bodies import Bodies
from benchmarks.questions.evaluation import Scored, evaluate_store
from benchmarks.questions.run import as_json, differences, means
from benchmarks.questions.truth import Case, Truth
from graph.errors import SourceError
from graph.opening import open_store
from tests.harrowdale.truth import FOLDER


def case(**given: object) -> Case:
    """A case with nothing in it but what a test needs."""
    plain: dict[str, object] = {"params": {}, "expect": [], "also_accept": [], "not_these": {}, "redact": [], "beside": {}}
    return Case(**{"id": "Q1", "question": "who_knows_family", **plain, **given})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("expect", "found", "neutral", "f1"),
    [
        ({"A", "B"}, {"A", "B"}, set(), 1.0),
        ({"A", "B"}, {"A"}, set(), 2 / 3),
        ({"A"}, {"A", "B"}, set(), 2 / 3),
        ({"A"}, {"A", "B"}, {"B"}, 1.0),
        ({"A"}, set(), set(), 0.0),
        (set(), set(), set(), 1.0),
        (set(), {"A"}, set(), 0.0),
    ],
)
def test_f1(expect: set[str], found: set[str], neutral: set[str], f1: float) -> None:
    assert Judged(expect, found, neutral).f1 == pytest.approx(f1)


def test_an_answer_that_gives_somebody_away_counts_nothing() -> None:
    told = Scored(case(), Judged({"A"}, {"A"}), leaks=("postcode",))
    assert told.score == 0
    assert "TELLS postcode" in differences(told)


def test_a_question_that_is_not_there_is_told_and_counted() -> None:
    there, absent = Scored(case(), Judged({"A"}, {"A"})), Scored(case(question="not_made"), not_there="there is no such question")
    assert as_json({"raw": [there, absent]})["raw"]["mean"] == 0.5
    assert any("not_made | 1 | 0.000" in line for line in means({"raw": [there, absent]}))


def test_a_pair_has_no_order() -> None:
    assert listed([["B", "A"], "C"]) == {"A + B", "C"}


def test_truth_that_is_none_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"no questions\.jsonl"):
        Truth(tmp_path)
    (tmp_path / "questions.jsonl").write_text('{"id": "Q1", "question": "find", "params": {}}\n', "utf-8")
    with pytest.raises(SourceError, match="line 1 has no expect"):
        _ = Truth(tmp_path).cases


def test_an_empty_store_scores_nothing_but_where_nobody_is_expected(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "store"))
    scored = {one.case.id: one for one in evaluate_store(store, Truth(FOLDER), "who_knows_family")}
    expected = {case.id: case.expect for case in Truth(FOLDER).cases}
    assert all(one.score == (0 if expected[key] else 1) for key, one in scored.items())
    store.close()


def test_organisations_go_by_part_of_their_name_or_initials(tmp_path: Path) -> None:
    (tmp_path / "questions.jsonl").write_text(json.dumps({"id": "Q", "question": "find", "params": {}, "expect": []}), "utf-8")
    rows = "org_id,name\nO1,Northgate Council Early Help & Hubs\nO2,Northgate Primary Care Network\nO3,Southgate Primary School\n"
    (tmp_path / "organisations.csv").write_text(rows, "utf-8")
    store = open_store(str(tmp_path / "store"))
    joined = Bodies(store, Truth(tmp_path)).organisation
    assert [joined(name) for name in ("Early Help", "Northgate PCN", "Southgate Pri", "Elsewhere", None)][:2] == ["O1", "O2"]
    assert joined("Elsewhere") is None
    store.close()
