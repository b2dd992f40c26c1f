"""A harvest brings a feed whole, goes on where it stopped, and later asks for changes alone."""

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from graph.errors import KithError, SourceError
from graph.export import digest
from graph.store import Store
from ingest.harvest.course import Course
from ingest.harvest.fetching import FeedError, Fetcher
from ingest.harvest.folder import Folder
from ingest.harvest.manners import Manners
from ingest.harvest.network import Network
from ingest.load import ingest
from ingest.place import single
from ingest.readers import READERS
from ingest.readers.reading import Reading
from tests.ingest.directory import service, service_of_old, uuid
from tests.ingest.harvest.conftest import LOCAL, Harvest
from tests.ingest.harvest.feed import Feed, fail, say
from tests.ingest.published import AS_OF, mapping


def held(tmp_path: Path) -> dict[str, str]:
    """The services in the folder, by name, with their statuses."""
    rows = READERS["open_referral"](tmp_path / "feed", Reading(format="open_referral"))
    return {str(row.values["id"]): str(row.values["status"]) for row in rows}


def pages(feed: Feed) -> list[str]:
    """The pages that were asked for, in short."""
    return [path.partition("?")[2].replace("&per_page=2", "") for path in feed.asked]


@pytest.mark.parametrize("style", ["3.0", "1.x"])
def test_every_page_comes(feed: Feed, harvest: Harvest, tmp_path: Path, style: str) -> None:
    feed.style = style
    if style == "1.x":
        feed.services = [{**service_of_old(n), "id": uuid(n)} for n in range(1, 6)]
    brought = harvest()
    assert (brought.objects, brought.pages, brought.short) == (5, 3, None)
    assert set(held(tmp_path)) == {uuid(n) for n in range(1, 6)}
    assert {agent.partition("/")[0] for agent in feed.agents} == {"Kith"}


def test_a_bare_list_ends_where_it_repeats_itself(feed: Feed, harvest: Harvest, tmp_path: Path) -> None:
    whole = json.dumps([service(1), service(2)]).encode()
    for page in (1, 2):
        feed.tricks[page] = [say(whole)] * 3
    assert harvest().objects == 2


def test_a_list_in_short_is_fetched_in_full(feed: Feed, harvest: Harvest, tmp_path: Path) -> None:
    feed.in_full = False
    harvest()
    rows = READERS["open_referral"](tmp_path / "feed", Reading(format="open_referral"))
    assert all(row.values["schedules"] for row in rows)


def test_what_is_gone_meanwhile_stays_as_the_list_has_it(feed: Feed, harvest: Harvest, tmp_path: Path) -> None:
    feed.in_full = False
    feed.tricks[0] = [None, fail(404)]
    assert harvest().objects == 5


def test_a_page_that_fails_at_first_is_asked_for_again(feed: Feed, harvest: Harvest, waits: list[float]) -> None:
    feed.tricks[2] = [fail(503), fail(429, Retry_After="7")]
    assert harvest().objects == 5
    first, second = [wait for wait in waits if wait]
    assert 0.5 <= first <= 1.0
    assert second == 7.0, "the feed's own word counts where it asks for longer"


def test_a_retry_after_that_is_a_date_counts_too(feed: Feed, harvest: Harvest, waits: list[float]) -> None:
    later = datetime.now(UTC) + timedelta(seconds=40)
    feed.tricks[1] = [fail(503, Retry_After=later.strftime("%a, %d %b %Y %H:%M:%S GMT"))]
    harvest()
    assert 30 <= max(waits) <= 41


def test_a_feed_that_asks_for_hours_is_left_for_now(feed: Feed, harvest: Harvest, waits: list[float]) -> None:
    feed.tricks[2] = [fail(429, Retry_After="7200")]
    with pytest.raises(FeedError, match="not to be asked again for 7200 seconds"):
        harvest()
    assert max(waits, default=0.0) < 1


def test_a_harvest_goes_on_at_the_page_that_failed(feed: Feed, harvest: Harvest, tmp_path: Path) -> None:
    feed.tricks[2] = [fail(500)] * 3
    with pytest.raises(FeedError, match="answered 500, 3 times"):
        harvest()
    with pytest.raises(SourceError, match=r"no harvest of .* has come to its end"):
        held(tmp_path)
    feed.asked.clear()
    assert harvest().objects == 5
    assert pages(feed) == ["page=2", "page=3"]


def test_a_harvest_that_stopped_long_ago_begins_anew(feed: Feed, harvest: Harvest, tmp_path: Path) -> None:
    feed.tricks[2] = [fail(500)] * 3
    with pytest.raises(FeedError):
        harvest()
    state = json.loads((tmp_path / "feed" / "harvest.json").read_text("utf-8"))
    state["running"]["started"] = (datetime.now(UTC) - timedelta(days=3)).isoformat()
    (tmp_path / "feed" / "harvest.json").write_text(json.dumps(state), "utf-8")
    feed.asked.clear()
    harvest()
    assert pages(feed)[0] == "page=1"


def test_later_only_changes_are_asked_for(feed: Feed, harvest: Harvest, tmp_path: Path) -> None:
    feed.heeds_changes = True
    harvest()
    feed.services[1] = service(2, status="inactive", last_modified="2999-01-01T00:00:00Z")
    feed.services.append(service(9, last_modified="2999-01-01T00:00:00Z"))
    feed.asked.clear()
    brought = harvest()
    assert (brought.objects, bool(brought.since)) == (2, True)
    assert all("modified_after" in path for path in feed.asked)
    assert held(tmp_path) == {uuid(n): "inactive" if n == 2 else "active" for n in (1, 2, 3, 4, 5, 9)}


def test_a_feed_that_does_not_heed_changes_is_asked_for_everything(feed: Feed, harvest: Harvest, tmp_path: Path) -> None:
    harvest()
    del feed.services[0]
    assert harvest().since is None
    assert uuid(1) not in held(tmp_path)


def test_everything_is_asked_for_from_time_to_time_and_when_one_says_so(feed: Feed, harvest: Harvest, tmp_path: Path) -> None:
    feed.heeds_changes = True
    harvest()
    del feed.services[0]
    harvest()
    assert uuid(1) in held(tmp_path), "what a feed takes out does not show among its changes"
    assert harvest(whole=True).since is None
    assert uuid(1) not in held(tmp_path)


def test_many_changes_are_folded_into_one(feed: Feed, harvest: Harvest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.harvest.course.MOST_CHANGES", 3)
    feed.heeds_changes = True
    harvest()
    for at in range(6):
        feed.services[0] = service(1, status=f"state {at}", last_modified="2999-01-01T00:00:00Z")
        harvest()
    state = json.loads((tmp_path / "feed" / "harvest.json").read_text("utf-8"))
    assert len(state["since"]) <= 4
    assert held(tmp_path)[uuid(1)] == "state 5"


def test_a_harvest_cut_short_withdraws_nothing(feed: Feed, harvest: Harvest, tmp_path: Path, store_embedded: Store) -> None:
    def take_in() -> int:
        return ingest(store_embedded, single(tmp_path / "feed", mapping("open_referral_uk_3"), AS_OF)).counts[0].withdrawn

    harvest()
    take_in()
    before = digest(store_embedded.export())
    feed.tricks[2] = [fail(500)] * 3
    with pytest.raises(FeedError):
        harvest()
    assert take_in() == 0
    assert digest(store_embedded.export()) == before


def test_a_feed_that_gives_fewer_than_it_says_withdraws_nothing(feed: Feed, harvest: Harvest, tmp_path: Path) -> None:
    harvest()
    feed.says_total = 5
    del feed.services[4]
    assert harvest().short == 1
    assert set(held(tmp_path)) == {uuid(n) for n in range(1, 6)}


@pytest.mark.parametrize("at", range(1, 9))
def test_cut_off_at_any_step_it_goes_on_to_the_same(
    feed: Feed, harvest: Harvest, tmp_path: Path, at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed between any two changes of the folder: the next harvest brings what a clean one brings."""
    steps = iter(range(1, 100))
    real = os.fsync

    def cut(number: int) -> None:
        if next(steps) == at:
            raise KeyboardInterrupt
        real(number)

    monkeypatch.setattr("ingest.harvest.folder.os.fsync", cut)
    try:
        harvest()
    except KeyboardInterrupt:
        monkeypatch.setattr("ingest.harvest.folder.os.fsync", real)
        harvest()
    assert set(held(tmp_path)) == {uuid(n) for n in range(1, 6)}


def test_a_full_disk_is_said_and_gone_on_from(
    feed: Feed, harvest: Harvest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(number: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch, pytest.raises(FeedError, match=r"cannot be written .No space left"):
        patch.setattr("ingest.harvest.folder.os.fsync", full)
        harvest()
    assert harvest().objects == 5


def test_two_harvests_of_one_feed_do_not_meet(feed: Feed, harvest: Harvest, tmp_path: Path) -> None:
    with Folder(tmp_path / "feed").held(), pytest.raises(FeedError, match="is being harvested already"):
        harvest()


def test_a_folder_is_of_one_feed(feed: Feed, harvest: Harvest) -> None:
    harvest()
    with pytest.raises(KithError, match="holds the feed at"):
        harvest(url=feed.url + "?other=1")


@pytest.mark.parametrize(
    ("trick", "why"),
    [
        (say(b"<html>Sorry</html>"), "no JSON, 3 times"),
        (say(b'{"contents": [{"id"', length=500), "broke off"),
        (say(b'{"error": "later"}'), "no page of Open Referral"),
        (say(b"[" * 100_000), "nested too deep"),
        (say(b'{"contents": [{"id": "1", "a": ' + b"[" * 500 + b"]" * 500 + b"}]}"), "nested too deep"),
        (fail(403), "answered 403"),
        (fail(404), "is not there"),
    ],
)
def test_what_is_no_page_is_said(feed: Feed, harvest: Harvest, trick: object, why: str) -> None:
    feed.tricks[1] = [trick] * 3  # type: ignore[list-item]
    with pytest.raises(FeedError, match=why):
        harvest()


def test_a_feed_that_heeds_no_page_is_found_out(feed: Feed, harvest: Harvest) -> None:
    one = json.dumps({"total_pages": 9, "last_page": False, "contents": [service(1), service(2)]}).encode()
    for page in (1, 2):
        feed.tricks[page] = [say(one)] * 3
    with pytest.raises(FeedError, match=r"page 2 of .* is page 1 again"):
        harvest()


def test_another_object_at_an_object_s_address_is_not_taken(feed: Feed, harvest: Harvest) -> None:
    feed.in_full = False
    harvest()
    feed.tricks[0] = [say(json.dumps(service(1)).encode()), say(json.dumps(service(77)).encode())]
    with pytest.raises(FeedError, match="is another object"):
        harvest()


def test_the_progress_is_told(feed: Feed, tmp_path: Path) -> None:
    told: list[tuple[int, int | None]] = []
    fetcher = Fetcher(Network(LOCAL), Manners(per_page=2, pause=0.0), plain=True)
    Course(feed.url, Folder(tmp_path / "feed"), fetcher, lambda got, total: told.append((got, total))).harvest()
    fetcher.close()
    assert told == [(2, 5), (4, 5), (5, 5)]
