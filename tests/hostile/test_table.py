"""docs/readers.md says of limits and hostile files what is so."""

from pathlib import Path

from ingest import limits
from ingest.limits import Limit
from tests.hostile.corpus import CASES

PAGE = (Path(__file__).parents[2] / "docs" / "readers.md").read_text("utf-8")


def test_every_limit_is_told_with_its_cure() -> None:
    missing = [one for one in vars(limits).values() if isinstance(one, Limit) and f"| {one.told} | {one.cure} |" not in PAGE]
    assert missing == []


def test_every_hostile_file_is_in_the_table() -> None:
    rows = {tuple(line.split(" | ")[:2]) for line in PAGE.splitlines() if line.startswith("| ")}
    missing = [case.name for case in CASES if (f"| {case.name}", case.what) not in rows]
    assert missing == [], "run: python -m tests.hostile, and put its table into docs/readers.md"
