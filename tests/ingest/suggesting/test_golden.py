"""Two drafts as they are written, so that a change of words or rules shows what it changes."""

from pathlib import Path

import pytest

from ingest.suggesting.suggestion import suggest
from ingest.suggesting.writing import as_yaml

GOLDEN = Path(__file__).with_name("golden")
HARROWDALE = Path(__file__).parents[3] / "examples" / "harrowdale"


@pytest.mark.parametrize("file", ["records/school_roll.csv", "directory/health_and_voluntary_directory.csv"])
def test_a_draft_is_written_as_it_was(file: str) -> None:
    path = HARROWDALE / file
    written = (GOLDEN / f"{path.stem}.yaml").read_text("utf-8")
    assert as_yaml(suggest(path), path.name) == written, f"run: kith map suggest {file} > {path.stem}.yaml"
