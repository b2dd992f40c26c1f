"""A feed as a source of a place, and on the command line."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli import app
from graph.errors import KithError, MappingError, SourceError
from graph.opening import open_store
from ingest.place import load_place
from tests.ingest.directory import uuid
from tests.ingest.harvest.feed import Feed, fail
from tests.ingest.published import AS_OF, ROOT

SERVICES = ROOT / "ingest" / "sources" / "open_referral_uk_3.yaml"


def place(folder: Path, feed: Feed, **other: object) -> Path:
    """A place with one feed."""
    listed = {"feed": feed.url, "mapping": str(SERVICES), "source": "council", "allow": ["private", "http"], **other}
    folder.mkdir(exist_ok=True)
    (folder / "place.yaml").write_text(json.dumps({"place": "Village", "as_of": "2026-10-31", "sources": [listed]}), "utf-8")
    return folder


def run(*arguments: object) -> str:
    """What a command prints; its error where it is one of ours."""
    done = CliRunner().invoke(app, [str(one) for one in arguments])
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.output


def services(store: Path) -> list[str]:
    """The services in a store by the numbers their feed gives them."""
    opened = open_store(str(store))
    try:
        rows = opened.read("MATCH (s:Service) RETURN s.published_id AS uid ORDER BY uid")
    finally:
        opened.close()
    return [row["uid"] for row in rows]


def test_a_place_is_harvested_and_then_taken_in(feed: Feed, tmp_path: Path) -> None:
    folder = place(tmp_path / "village", feed)
    assert "council: 5 objects in all" in run("harvest", folder, "--per-page", 2)
    run("ingest", folder, "--store", tmp_path / "store")
    assert services(tmp_path / "store") == [uuid(n) for n in range(1, 6)]


def test_it_is_taken_in_again_without_the_feed(feed: Feed, tmp_path: Path) -> None:
    """Ingestion reads the folder alone, so that it can be run again offline."""
    folder = place(tmp_path / "village", feed)
    run("harvest", folder)
    asked = len(feed.asked)
    for _ in range(2):
        run("ingest", folder, "--store", tmp_path / "store")
    assert len(feed.asked) == asked


def test_a_feed_that_fails_leaves_the_last_harvest(feed: Feed, tmp_path: Path) -> None:
    folder = place(tmp_path / "village", feed)
    run("harvest", folder, "--per-page", 2)
    feed.tricks[2] = [fail(403)]
    with pytest.raises(KithError, match="answered 403"):
        run("harvest", folder, "--per-page", 2)
    run("ingest", folder, "--store", tmp_path / "store")
    assert len(services(tmp_path / "store")) == 5


def test_one_address_is_harvested_and_taken_in(feed: Feed, tmp_path: Path) -> None:
    told = run(
        "harvest", feed.url, "--into", tmp_path / "feed", "--mapping", SERVICES, "--store", tmp_path / "store", "--allow-http",
        "--allow-private", "--json",
    )  # fmt: skip
    assert json.loads(told)["accepted"] == 5
    again = json.loads(run("ingest", tmp_path / "feed", "--mapping", SERVICES, "--store", tmp_path / "store", "--json"))
    assert again["unchanged"] == 5


def test_nothing_private_or_plain_without_being_told(feed: Feed, tmp_path: Path) -> None:
    with pytest.raises(KithError, match="is not https"):
        run("harvest", feed.url, "--into", tmp_path / "feed")
    with pytest.raises(KithError, match="which is of this machine"):
        run("harvest", feed.url, "--into", tmp_path / "feed", "--allow-http")
    with pytest.raises(KithError, match="is not https"):
        run("harvest", place(tmp_path / "village", feed, allow=[]))


def test_a_feed_that_was_never_harvested_is_said(feed: Feed, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"the feed council was never harvested.*kith harvest .* --as council"):
        load_place(place(tmp_path / "village", feed), AS_OF)


@pytest.mark.parametrize(
    ("other", "why"),
    [({"source": None}, "a feed needs a `source`"), ({"file": "a.csv"}, "a source has either a file or a feed")],
)
def test_a_feed_is_listed_with_its_name_and_without_a_file(
    feed: Feed, tmp_path: Path, other: dict[str, object], why: str
) -> None:
    with pytest.raises(MappingError, match=why):
        run("harvest", place(tmp_path / "village", feed, **other))


@pytest.mark.parametrize("target", ["https://", "http://[::1/services", "https://:80/x"])
def test_an_address_that_is_none_is_said(target: str, tmp_path: Path) -> None:
    with pytest.raises(KithError, match=r"names no host|is no address"):
        run("harvest", target, "--into", tmp_path / "feed")


def test_a_place_without_feeds_has_nothing_to_harvest() -> None:
    with pytest.raises(MappingError, match="lists no feed"):
        run("harvest", ROOT / "examples" / "harrowdale")
