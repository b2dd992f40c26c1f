"""Who already knows each family of Harrowdale, scored against the truth; prints the table that docs/ shows."""

import pytest

from graph.store import Store
from ingest.counts import Counts
from tests.harrowdale import truth
from tests.harrowdale.conftest import cleared
from tests.harrowdale.scoring import Score, Scorer

BEYOND_THE_RECORD = {
    ("W21", "P056"): "the record only names the officer in a column; the contact is in note N41",
}
"""True rows whose record, by the truth's own rule, does not say it."""


def test_from_records_alone_all_that_is_answered_is_true_and_all_that_records_say_is_answered(
    from_records: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    scores = _scores(from_records, notes=False)
    with capsys.disabled():
        _print("Structured records", scores)
    assert all(not score.wrong for score in scores)
    missed = {pair for score in scores for pair in score.missed}
    assert missed == set(BEYOND_THE_RECORD)
    found = sum(len(score.found) for score in scores)
    assert found >= 131
    assert sum(score.status_right for score in scores) / found >= 0.97
    assert sum(score.strength_right for score in scores) / found >= 0.95


def test_with_notes_the_figures_are_as_they_are(
    with_notes: tuple[Store, list[Counts]], capsys: pytest.CaptureFixture[str]
) -> None:
    scores = _scores(with_notes[0], notes=True)
    with capsys.disabled():
        _print("With notes", scores)
    found, wrong = sum(len(s.found) for s in scores), sum(len(s.wrong) for s in scores)
    assert found / (found + wrong) >= 0.95
    assert found / sum(len(s.due) for s in scores) >= 0.9


def _scores(store: Store, notes: bool) -> list[Score]:
    scorer = Scorer(store, cleared(store), notes)
    return [scorer.score(family) for family in truth.table("families")]


def _print(title: str, scores: list[Score]) -> None:
    print(f"\n{title}\n| family | graph families | found | wrong | precision | due | recall | status right | strength right |")
    print("|---|---|---|---|---|---|---|---|---|")
    for s in scores:
        n = len(s.found)
        precision, recall = (f"{s.precision:.2f}" if n or s.wrong else "–"), (f"{s.recall:.2f}" if s.due else "–")
        print(
            f"| {s.family} | {s.graph_families} | {n} | {len(s.wrong)} | {precision} | {len(s.due)} | {recall} | {s.status_right}/{n} | {s.strength_right}/{n} |"
        )
    for s in scores:
        for pair, cause in sorted({**s.excused, **{p: BEYOND_THE_RECORD.get(p, c) for p, c in s.missed.items()}}.items()):
            if cause != "missed":
                print(f"- {s.family} {pair[0]}–{pair[1]}: {cause}")
