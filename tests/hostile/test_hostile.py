"""No file breaks a reader, takes a gigabyte of memory or ten seconds; each gets one message that says why.

The files of a gigabyte are made by `python -m tests.hostile`, which prints the table of docs/readers.md.
"""

import re
from pathlib import Path

import pytest

from tests.hostile.case import Case
from tests.hostile.corpus import CASES
from tests.hostile.trial import tried

MEMORY = 1024
SECONDS = 10.0


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_hostile_file(case: Case, tmp_path: Path) -> None:
    outcome = tried(case, tmp_path)
    assert re.search(case.expected, outcome.said), outcome.said
    assert outcome.peak < MEMORY
    assert outcome.seconds < SECONDS
    assert "Traceback" not in outcome.said
    assert list(tmp_path.iterdir()) == [], "something was left behind"


def test_nothing_was_written_outside() -> None:
    """What the slips of the corpus would have put there."""
    assert not Path("/tmp/kith-slipped.txt").exists()
    assert not Path("/tmp/kith-slipped.csv").exists()
