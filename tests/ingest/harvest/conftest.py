"""A feed, and what harvests it without waiting."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ingest.harvest.course import Course, Harvested
from ingest.harvest.fetching import Fetcher
from ingest.harvest.folder import Folder
from ingest.harvest.manners import Manners
from ingest.harvest.network import Network
from tests.ingest.harvest.feed import Feed, served

LOCAL = frozenset({"127.0.0.1"})


@pytest.fixture
def feed() -> Iterator[Feed]:
    """A feed of five services that answers as it should."""
    with served(Feed()) as running:
        yield running


@pytest.fixture
def waits() -> list[float]:
    """Every wait of the harvests of a test, in seconds."""
    return []


Harvest = Callable[..., Harvested]


@pytest.fixture
def harvest(feed: Feed, tmp_path: Path, waits: list[float]) -> Harvest:
    """Harvest the feed into the test's folder; waits are noted and not waited."""

    def go(whole: bool = False, network: Network | None = None, url: str | None = None, **manners: Any) -> Harvested:
        said = Manners(**{"per_page": 2, "pause": 0.0, "attempts": 3, "silence": 2.0, "page_seconds": 5.0, **manners})
        fetcher = Fetcher(network or Network(LOCAL), said, plain=True, sleep=waits.append)
        try:
            return Course(url or feed.url, Folder(tmp_path / "feed"), fetcher).harvest(whole)
        finally:
            fetcher.close()

    return go
