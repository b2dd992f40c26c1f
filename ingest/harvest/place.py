"""The feeds of a place: those that its place.yaml lists, and the folders they are harvested into."""

from dataclasses import dataclass
from pathlib import Path

import httpx

from graph.errors import MappingError
from ingest.harvest.course import Course, Harvested, Told
from ingest.harvest.fetching import Fetcher
from ingest.harvest.folder import Folder
from ingest.harvest.manners import Manners
from ingest.harvest.network import Network
from ingest.place import read_place


@dataclass(frozen=True)
class Feed:
    """A live feed: where it is, the folder it goes to, and what is allowed to reach it."""

    source: str
    url: str
    folder: Path
    private: bool = False
    """It may be at a private address, as on a council's own network."""
    plain: bool = False
    """It has no https."""


def feeds_of(place: Path) -> list[Feed]:
    """The feeds that a place lists.

    Raises MappingError where it lists none, or its place.yaml is wrong.
    """
    said = read_place(place)
    feeds = [
        Feed(listed.source or "", listed.feed, place / listed.path, "private" in listed.allow, "http" in listed.allow)
        for listed in said.sources
        if listed.feed
    ]
    if not feeds:
        raise MappingError(f"{place} lists no feed", "Give one of its sources `feed: https://…` in place of `file`")
    return feeds


def host_of(url: str) -> str:
    """The host of a feed's address.

    Raises MappingError for what is no address.
    """
    try:
        host = httpx.URL(url).host
    except (httpx.InvalidURL, ValueError) as wrong:
        raise MappingError(f"{url} is no address ({wrong})", "Name the feed as https://HOST/services") from wrong
    if not host:
        raise MappingError(f"{url} names no host", "Name the feed as https://HOST/services")
    return host


def harvest(feed: Feed, manners: Manners, told: Told, whole: bool = False) -> Harvested:
    """Harvest one feed into its folder.

    Raises FeedError where it cannot be fetched to its end, Refused where it leads to where no feed may be.
    """
    host = host_of(feed.url)
    fetcher = Fetcher(Network(frozenset({host}) if feed.private else frozenset()), manners, feed.plain)
    try:
        return Course(feed.url, Folder(feed.folder), fetcher, told).harvest(whole)
    finally:
        fetcher.close()
