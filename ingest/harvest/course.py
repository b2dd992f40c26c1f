"""The course of a harvest: everything, or what changed, page by page; it goes on where it stopped."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx

from ingest.harvest.fetching import Answer, FeedError, Fetcher, Missing
from ingest.harvest.folder import Folder, Running, State
from ingest.harvest.paging import Page, page_of

STALE = timedelta(days=1)
"""A harvest cut off longer ago is begun anew: its pages have moved on since."""
WHOLE_EVERY = timedelta(days=7)
"""How long changes alone are asked for; what a feed took out shows only when everything is asked for."""
OVERLAP = timedelta(minutes=5)
"""Changes are asked for from a little before the last harvest began: a feed may be slow to show them."""
MOST_CHANGES = 200
"""Folders of changes that are kept apart; more are put together."""
FUTURE = "9999-01-01T00:00:00Z"


@dataclass(frozen=True)
class Harvested:
    """What a harvest brought."""

    folder: Path
    objects: int
    pages: int
    since: str | None
    """Only what changed after this was asked for; None: everything."""
    short: int | None = None
    """How many objects fewer came than the feed said it has; then nothing that is missing counts as withdrawn."""


Told = Callable[[int, int | None], None]
"""Called after each page with how many objects there are by now, and how many the feed says it has."""


@dataclass
class Course:
    """One harvest of one feed."""

    url: str
    folder: Folder
    fetcher: Fetcher
    told: Told = lambda got, total: None
    now: Callable[[], datetime] = lambda: datetime.now(UTC)

    def harvest(self, whole: bool = False) -> Harvested:
        """Bring the feed's pages into the folder.

        Raises FeedError where the feed cannot be fetched to its end: what came is kept, and the next harvest goes on there.
        """
        with self.folder.held():
            state = self.folder.state(self.url)
            if not self._can_go_on(state.running, whole):
                self._begin(state, whole)
            return self._go_on(state)

    def _can_go_on(self, running: Running | None, whole: bool) -> bool:
        """Whether a harvest that was cut off is young and has all its pages, so that it can be gone on with."""
        if running is None or (whole and running.since):
            return False
        young = self.now() - datetime.fromisoformat(running.started) < STALE
        return young and self.folder.has(running.next_page - 1)

    def _begin(self, state: State, whole: bool) -> None:
        fresh = state.whole_on is not None and self.now() - datetime.fromisoformat(state.whole_on) < WHOLE_EVERY
        since = state.changed_until if fresh and not whole and state.tells_changes else None
        self.folder.begin()
        state.running = Running(started=self.now().isoformat(), since=since)
        self.folder.save(state)

    def _go_on(self, state: State) -> Harvested:
        running = state.running
        assert running is not None
        total: int | None = None
        while True:
            page, answer = self._page(running)
            if running.next_page == 1:
                self._learn(state, running, page, answer)
            repeated = bool(page.ids) and page.ids == running.ids
            if repeated and page.last is False:
                raise FeedError(
                    f"page {running.next_page} of {self._shown} is page {running.next_page - 1} again",
                    "Ask the publisher: the feed does not heed the parameter `page`",
                )
            total = page.total if page.total is not None else total
            if page.objects and not repeated:
                self._keep(state, running, page, answer)
                self.told(running.got, total)
            if page.last or repeated or not page.objects:
                return self._finish(state, running, total)
            self.fetcher.sleep(self.fetcher.manners.pause)

    def _keep(self, state: State, running: Running, page: Page, answer: Answer) -> None:
        """A page on disk, in full, and then the note that it is."""
        manners = self.fetcher.manners
        objects = [self._in_full(one) for one in page.objects] if state.tells_in_full else page.objects
        self.folder.put(running.next_page, objects)
        running.ids, running.got = page.ids, running.got + len(objects)
        running.size += answer.size
        running.next_page += 1
        self.folder.save(state)
        if running.size > manners.total_bytes or running.next_page > manners.most_pages:
            raise FeedError(f"{self._shown} has no end: {running.next_page} pages so far", "Check the address of the feed")

    def _page(self, running: Running) -> tuple[Page, Answer]:
        asked: dict[str, str | int] = {"page": running.next_page, "per_page": self.fetcher.manners.per_page}
        if running.since:
            asked["modified_after"] = running.since
        answer = self.fetcher.fetch(self.url, asked)
        page = page_of(answer.found, running.next_page)
        if page is None:
            raise FeedError(
                f"page {running.next_page} of {self._shown} is no page of Open Referral",
                "Name the address of a list, as https://…/services",
            )
        return page, answer

    def _learn(self, state: State, running: Running, page: Page, answer: Answer) -> None:
        """What the first page tells: the feed's clock, and, of everything, what the feed can do."""
        if answer.told_at is not None and abs(answer.told_at - self.now()) < STALE:
            running.started = answer.told_at.isoformat()
        if running.since is None and page.objects:
            state.tells_in_full = self._tells_in_full(page.objects[0])
            state.tells_changes = self._tells_changes()
        self.folder.save(state)

    def _tells_changes(self) -> bool:
        """Whether the feed heeds modified_after: asked for what changed after our time, it must have nothing."""
        try:
            asked: dict[str, str | int] = {"page": 1, "per_page": self.fetcher.manners.per_page, "modified_after": FUTURE}
            page = page_of(self.fetcher.fetch(self.url, asked).found, 1)
        except FeedError:
            return False
        return page is not None and not page.objects

    def _tells_in_full(self, one: Any) -> bool:
        """Whether an object's own address tells more of it than the list does."""
        if not isinstance(one, dict) or any(isinstance(value, list) for value in one.values()):
            return False
        try:
            full = self._in_full(one)
        except FeedError:
            return False
        return len(full) > len(one)

    def _in_full(self, one: Any) -> Any:
        """An object from its own address; as the list has it where it is gone meanwhile.

        Raises FeedError where another object stands there.
        """
        name = str(one.get("id") or "") if isinstance(one, dict) else ""
        if name in ("", ".", ".."):
            return one
        self.fetcher.sleep(self.fetcher.manners.pause)
        address = httpx.URL(self.url)
        path = f"{address.path.rstrip('/')}/{quote(name, safe='')}"
        try:
            full = self.fetcher.fetch(str(address.copy_with(path=path))).found
        except Missing:
            return one
        if not isinstance(full, dict) or str(full.get("id")) != name:
            raise FeedError(f"{self._shown}/{name} is another object", "Ask the publisher of the feed")
        return full

    def _finish(self, state: State, running: Running, total: int | None) -> Harvested:
        got = self.folder.count()
        short = total - got if total is not None and total > got else None
        name = f"{'since' if running.since or short else 'whole'}-{self.now():%Y%m%dT%H%M%S%f}"
        asked_from = (datetime.fromisoformat(running.started) - OVERLAP).isoformat()
        if running.since or short:
            state.since = [*state.since, name]
        else:
            state.whole, state.whole_on, state.since = name, running.started, []
        if not short:
            state.changed_until = asked_from
        state.running = None
        self.folder.finish(state, name)
        if len(state.since) > MOST_CHANGES:
            self.folder.fold(state, f"{name}-folded")
            self.folder.save(state)
        return Harvested(self.folder.path, got, running.next_page - 1, running.since, short)

    @property
    def _shown(self) -> str:
        return self.url.partition("?")[0]
