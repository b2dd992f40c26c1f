"""Public sets whose truth is known, as far as they are here: what is to be reached is reached."""

import os
from pathlib import Path

import pytest

from api.linked_files import linked
from benchmarks.linkage.trial import result, trials

SETS = Path(os.environ.get("KITH_SHARED") or Path(__file__).parents[3] / "shared" / "data") / "linkage"
QUICK = ("FEBRL 4", "FEBRL 3", "fake_1000", "Fodors-Zagats")


@pytest.mark.skipif(not SETS.is_dir(), reason=f"no linkage sets in {SETS}; set KITH_SHARED to have them")
@pytest.mark.parametrize("title", QUICK)
def test_a_set_reaches_its_goal(title: str) -> None:
    trial = next(one for one in trials() if one.title == title)
    rows = trial.rows(SETS)
    scored = result(trial, SETS, rows, linked(trial.kind, rows, trial.distinct).cluster_of)
    measured = {"pair F1": scored.f1, "B-cubed": scored.bcubed or 0.0}
    assert trial.goal
    assert all(measured[name] >= goal for name, goal in trial.goal.items()), measured


@pytest.mark.skipif(not SETS.is_dir(), reason=f"no linkage sets in {SETS}; set KITH_SHARED to have them")
@pytest.mark.skipif(not os.environ.get("KITH_SPARK"), reason="Spark takes minutes; set KITH_SPARK=1 to have it")
def test_spark_comes_to_the_clusters_of_duckdb() -> None:
    pytest.importorskip("pyspark", reason="the extra `spark` is not installed")
    trial = next(one for one in trials() if one.title == "FEBRL 3")
    rows = trial.rows(SETS)
    assert linked("person", rows, False, spark="local[2]").groups == linked("person", rows, False).groups
