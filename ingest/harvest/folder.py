"""The folder of a feed: its pages, and where the harvest stands; changed in single steps that cannot be half done."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from graph.errors import SourceError
from ingest.harvest.fetching import FeedError
from ingest.readers.feed_folder import STATE, state_of

PARTIAL = "partial"
PAGE = 1_000


class Running(BaseModel):
    """A harvest that has not come to its end."""

    model_config = ConfigDict(extra="forbid")
    started: str
    """By the feed's own clock where it tells one, as ISO 8601."""
    since: str | None = None
    """Only what changed after this was asked for; None: everything."""
    next_page: int = 1
    ids: list[str] = Field(default_factory=list)
    """The objects the last page had, by which a feed that repeats itself is seen."""
    got: int = 0
    size: int = 0


class State(BaseModel):
    """harvest.json: what has been harvested, and what is known of the feed."""

    model_config = ConfigDict(extra="forbid")
    url: str
    whole: str | None = None
    """The folder of the last harvest of everything."""
    whole_on: str | None = None
    since: list[str] = Field(default_factory=list)
    """The folders of harvests after it that add and change, oldest first."""
    changed_until: str | None = None
    """Up to when changes are in the folder; the next harvest asks for those after it."""
    tells_changes: bool = False
    """Whether the feed heeds modified_after, found out by asking."""
    tells_in_full: bool = False
    """Whether an object's own address tells more than the list does, found out by asking."""
    running: Running | None = None


class Folder:
    """The pages of one feed on disk."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep other harvests of the same feed out.

        Raises FeedError where one is going on.
        """
        self.path.mkdir(parents=True, exist_ok=True)
        try:
            with FileLock(self.path / ".lock", timeout=0):
                yield
        except Timeout as busy:
            raise FeedError(f"{self.path} is being harvested already", "Wait for the other harvest to end") from busy

    def state(self, url: str) -> State:
        """Where the harvest of a feed stands; a new one starts from nothing.

        Raises SourceError where the folder is of another feed.
        """
        if not (self.path / STATE).exists():
            return State(url=url)
        try:
            found = State.model_validate(state_of(self.path))
        except ValidationError as wrong:
            raise SourceError(f"{self.path / STATE} is not as it was written", "Delete the folder and harvest again") from wrong
        if found.url != url:
            raise SourceError(f"{self.path} holds the feed at {found.url}", "Harvest into another folder")
        return found

    def save(self, state: State) -> None:
        """Write the state, whole or not at all."""
        self._write(self.path / STATE, state.model_dump(mode="json"))

    def begin(self) -> None:
        """Throw away what an earlier harvest left unfinished."""
        shutil.rmtree(self.path / PARTIAL, ignore_errors=True)
        (self.path / PARTIAL).mkdir(parents=True)

    def put(self, number: int, objects: list[Any]) -> None:
        """Keep one page of the harvest that is running."""
        self._write(self._page(number), objects)

    def has(self, pages: int) -> bool:
        """Whether so many pages of the running harvest are here, and no fewer."""
        return (self.path / PARTIAL).is_dir() and all((self._page(number)).is_file() for number in range(1, pages + 1))

    def count(self) -> int:
        """How many different objects the running harvest has."""
        return len({name for name, _ in self._objects([PARTIAL])})

    def fold(self, state: State, name: str) -> None:
        """Put the changes of many harvests into one folder, each object as it was last."""
        folded = list(dict(self._objects(state.since)).values())
        (self.path / name).mkdir()
        for start in range(0, len(folded), PAGE):
            self._write(self.path / name / f"{start // PAGE + 1:06}.json", folded[start : start + PAGE])
        state.since = [name]

    def _objects(self, folders: list[str]) -> Iterator[tuple[str, Any]]:
        """The objects of some harvests, oldest first, each with what it is called; one without a name by where it is."""
        for folder in folders:
            for page in sorted((self.path / folder).glob("*.json")):
                for at, one in enumerate(json.loads(page.read_text("utf-8"))):
                    name = one.get("id") if isinstance(one, dict) else None
                    yield (str(name) if name is not None else f"{page} {at}", one)

    def finish(self, state: State, name: str) -> None:
        """Make the running harvest one of those that count; what none names any more is deleted."""
        (self.path / PARTIAL).rename(self.path / name)
        self.save(state)
        named = {state.whole, *state.since}
        for entry in self.path.iterdir():
            if entry.is_dir() and entry.name not in named:
                shutil.rmtree(entry, ignore_errors=True)

    def _page(self, number: int) -> Path:
        return self.path / PARTIAL / f"{number:06}.json"

    def _write(self, path: Path, said: Any) -> None:
        beside = path.with_suffix(".new")
        try:
            with beside.open("w", encoding="utf-8") as opened:
                json.dump(said, opened, ensure_ascii=False)
                opened.flush()
                os.fsync(opened.fileno())
            beside.replace(path)
        except OSError as full:
            beside.unlink(missing_ok=True)
            cure = "Make room, or give the folder to whoever harvests: the next harvest goes on where this one stopped"
            raise FeedError(f"{path} cannot be written ({full.strerror})", cure) from full
