"""`kith link`, `kith eval linkage` and `kith review`, as others script them."""

import csv
import json
from pathlib import Path

import pytest

from benchmarks.linkage.crowd import rows_of
from tests.test_cli import kith, village  # noqa: F401  a fixture


@pytest.fixture
def people(tmp_path: Path) -> Path:
    """A file of synthetic people, some of them twice."""
    rows = list(rows_of(300, seed=4))
    path = tmp_path / "people.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_one_object_a_row(people: Path, tmp_path: Path) -> None:
    done = kith("link", str(people), "--json", store=tmp_path)
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["row"] for row in rows] == list(range(1, len(rows) + 1))
    assert all(set(row) == {"row", "unique_id", "cluster", "probability"} and 0 <= row["probability"] <= 1 for row in rows)
    assert len({row["cluster"] for row in rows}) < len(rows)


def test_the_truth_of_a_column_is_scored(people: Path, tmp_path: Path) -> None:
    done = kith("eval", "linkage", str(people), "--truth", "cluster", "--json", store=tmp_path)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["pair_f1"] > 0.85


def test_a_model_that_was_learned_is_used(people: Path, tmp_path: Path) -> None:
    model = tmp_path / "model.json"
    assert kith("link", str(people), "--learn", str(model), "--json", store=tmp_path).returncode == 0
    assert json.loads(model.read_text("utf-8"))["format"] == 1
    assert kith("link", str(people), "--model", str(model), "--json", store=tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["missing.csv"], "there is no file"),
        (["{people}", "--map", "surname=shoe_size"], "has no column 'shoe_size'"),
        (["{people}", "--map", "shoes=surname"], "a person has no column 'shoes'"),
        (["{people}", "--map", "surname"], "is not OURS=THEIRS"),
        (["{people}", "--id", "number"], "has no column 'number'"),
        (["{people}", "--model", "{people}"], "is no linkage model"),
    ],
)
def test_a_mistake_gets_one_message(people: Path, tmp_path: Path, words: list[str], said: str) -> None:
    done = kith("link", *(word.format(people=people) for word in words), store=tmp_path)
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_thresholds_and_pairs_to_review_are_shown(village: Path) -> None:  # noqa: F811
    told = json.loads(kith("link", "thresholds", "--json", store=village).stdout)
    assert [line["threshold"] for line in told["expected"]] == sorted(line["threshold"] for line in told["expected"])
    assert kith("review", "--list", store=village).returncode == 0
    assert kith("link", "again", store=village).returncode == 0
