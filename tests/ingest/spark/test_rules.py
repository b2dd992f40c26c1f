"""What holds of runs on one machine holds of runs on Spark: the same tests, carried out there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.store import Store
from ingest.load import ingest
from ingest.spark import run
from ingest.spark.run import SparkRun
from tests.ingest import test_corrections, test_quarantine, test_retention, test_runs

if TYPE_CHECKING:
    from pyspark import SparkContext

pytestmark = [pytest.mark.neo4j, pytest.mark.spark]
MODULES = (test_runs, test_corrections, test_retention, test_quarantine)
BODIES: list[Callable[[Store, Path], None]] = [
    test_runs.test_a_second_run_writes_nothing_but_its_run,
    test_runs.test_a_changed_row_changes_only_its_own,
    test_runs.test_what_no_source_says_any_more_goes_and_what_another_says_stays,
    test_runs.test_a_repeat_that_comes_to_say_the_same_leaves_quarantine,
    test_corrections.test_a_rerun_of_the_same_file_respects_a_correction,
    test_corrections.test_it_leaves_when_the_source_puts_the_row_right,
    test_corrections.test_a_row_of_another_width_and_a_used_key_are_put_right,
    test_corrections.test_a_delta_loses_a_correction_only_when_the_row_comes_otherwise,
    test_retention.test_what_falls_due_goes_and_stays_away,
    test_retention.test_rows_in_quarantine_are_kept_no_longer,
    test_quarantine.test_each_row_is_kept_whole_with_its_reason,
    test_quarantine.test_reasons_are_counted_for_each_run,
]


@pytest.mark.soak
@pytest.mark.parametrize("body", BODIES, ids=[body.__name__.removeprefix("test_") for body in BODIES])
def test_on_spark(
    body: Callable[[Store, Path], None],
    context: SparkContext,
    server: Store,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(run, "how_many", lambda files, notes, cores: 3)
    for module in MODULES:
        monkeypatch.setattr(module, "ingest", partial(ingest, carrier=partial(SparkRun, context)))
    body(server, tmp_path)
