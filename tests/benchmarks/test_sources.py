"""The table of every source adds up, leaves no file out, and names no value."""

from pathlib import Path

import pytest

from benchmarks.sources import PLACE, take_in, unread
from benchmarks.sources_page import page
from benchmarks.taking import Taking
from graph.store import Store
from ingest.mapping import load_mapping
from ingest.place import read_place
from ingest.readers import READERS
from tests.ingest.directory import service
from tests.ingest.published import ABSENT, ROOT, SHARED, write

PLACE_YAML = """
place: Village
data: .
sources:
  - {{file: services.json, mapping: {sources}/open_referral_uk_3.yaml}}
  - {{file: broken.json, mapping: {sources}/open_referral_uk_3.yaml, source: broken}}
"""


@pytest.fixture
def village(tmp_path: Path) -> Path:
    """A place of one feed that departs from its standard, one file that is none, and one that nothing lists."""
    folder = tmp_path / "village"
    folder.mkdir()
    (folder / "place.yaml").write_text(PLACE_YAML.format(sources=ROOT / "ingest" / "sources"), "utf-8")
    write(folder / "services.json", {"contents": [service(1, status="Open", secret="Ann Lee"), service(2, id=None)]})
    (folder / "broken.json").write_text("{", "utf-8")
    (folder / "other.csv").write_text("a\n1\n", "utf-8")
    return folder


def test_every_row_is_in_the_table(village: Path, store_embedded: Store) -> None:
    taking = Taking(list(take_in(village, store_embedded)), unread(village, village))
    assert taking.adds_up
    told = page(taking)
    assert "| services.json | open_referral_uk_3 | 2 | 1 |  |  | 1 |  | 2 |" in told
    assert "| broken.json | open_referral_uk_3 | not read: broken.json is no JSON" in told
    assert "| open_referral_uk_3 | status is not on its list of values | 1 |" in told
    assert "secret (text, 1)" in told
    assert "Data files that no source is: other.csv, place.yaml." in told


def test_no_value_is_told(village: Path, store_embedded: Store) -> None:
    told = page(Taking(list(take_in(village, store_embedded)), []))
    assert not [value for value in ("Ann Lee", "Welcome Café", "cafe@example.org", "Millbrook") if value in told]


@pytest.mark.parametrize("file", sorted((ROOT / "ingest" / "sources").glob("*.yaml")), ids=lambda file: file.stem)
def test_a_published_shape_is_called_as_its_file(file: Path) -> None:
    assert load_mapping(file).source == file.stem


@pytest.mark.skipif(not SHARED.is_dir(), reason=ABSENT)
def test_no_data_file_is_left_out() -> None:
    assert unread(PLACE, SHARED) == []


def test_every_listed_mapping_can_be_read() -> None:
    for listed in read_place(PLACE).sources:
        path = PLACE / listed.mapping
        if "parquet" in READERS or "format: parquet" not in path.read_text("utf-8"):
            load_mapping(path)
