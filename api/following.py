"""Following a family: what changes of it, as its follower may see it, from whatever writer it comes."""

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from api.watch import Watch
from graph.caller import Caller
from graph.errors import QuestionError, StoreError
from graph.saved_questions import anchor_of, current
from graph.store import Store
from queries.family_news import FamilyNews, Piece
from queries.news import Change, Memory
from queries.question import Answer
from queries.reader import Reader
from queries.resolve import resolve

MOST = 50
"""Families that one caller may follow at once."""
LONGEST = 200
"""Changes that one message tells at most."""
UNTOLD = "Changes about restricted people, and what is gone or withdrawn, are not told. Ask whoever is cleared"
"""Said to all who are not cleared, whether or not anything was kept back."""


@dataclass(frozen=True)
class FamilyChange:
    """What changed of a family that is followed; the first one says that it is followed, and as what."""

    family: str
    """The family's uid as it is now: it is another when its people were thought over anew."""
    as_of: date
    """The day the changes are true of."""
    changes: tuple[Change, ...]
    """In order of their days; none in the first."""
    more: int
    """How many there are beside these."""
    unseen: tuple[str, ...]
    """What is not told."""


@dataclass(frozen=True)
class Look:
    """A family as it was found."""

    family: str
    answer: Answer[Piece]


class Following:
    """All that is followed in one process."""

    def __init__(self, store: Store, months_current: int, watch: Watch | None = None) -> None:
        self._store = store
        self._months = months_current
        self._watch = watch or Watch(store)
        self._followed: Counter[str] = Counter()
        self._turn = 0
        self._looks: dict[tuple[str, Caller], asyncio.Future[Look | None]] = {}

    async def follow(self, caller: Caller, family: str) -> AsyncGenerator[FamilyChange, None]:
        """What changes of a family, till the follower goes or the server does.

        Raises QuestionError where a name fits nobody or several, where the caller follows as many as one may, and when
        the family is not known any more; StoreError where the store fails.
        """
        with self._counted(caller):
            anchor = await self._watch.read(self._anchor, family)
            memory, turn = Memory(caller.cleared), self._watch.turn
            first = await self._watch.read(self._known, anchor, caller)
            if first is None:
                raise _lost()
            memory.look(first.answer.rows)
            yield _told(first, [], caller)
            while True:
                turn = await self._watch.moved(turn)
                if self._watch.closed:
                    return
                found = await self._look(anchor, caller)
                if found is None and not memory.withheld:
                    raise _lost()
                if found is not None and (changes := memory.look(found.answer.rows)):
                    yield _told(found, changes, caller)

    async def close(self) -> None:
        """Let all followers go."""
        await self._watch.close()

    @contextmanager
    def _counted(self, caller: Caller) -> Iterator[None]:
        if self._followed[caller.known_as] >= MOST:
            raise QuestionError(f"you follow {MOST} families, and no more may be", "Stop following one of them first")
        self._followed[caller.known_as] += 1
        self._watch.join()
        try:
            yield
        finally:
            self._watch.leave()
            self._followed[caller.known_as] -= 1
            if not self._followed.total():
                self._looks.clear()

    def _anchor(self, family: str) -> str:
        """The mention that stands for a family; it stays when people are thought over anew."""
        return anchor_of(self._store, "Family", resolve(self._store, "Family", family))

    async def _look(self, anchor: str, caller: Caller) -> Look | None:
        """What is known now; None where the family is not there. One reading serves all who ask alike in one turn."""
        if self._turn != self._watch.turn:
            self._turn = self._watch.turn
            self._looks.clear()
        key = (anchor, caller)
        if key not in self._looks:
            self._looks[key] = asyncio.ensure_future(self._watch.read(self._known, anchor, caller))
        try:
            return await asyncio.shield(self._looks[key])
        except StoreError:
            self._looks.pop(key, None)
            raise

    def _known(self, anchor: str, caller: Caller) -> Look | None:
        family = current(self._store, "Family", anchor)
        if family is None:
            return None
        return Look(family, Reader(self._store, caller, self._months).ask(FamilyNews(family)))


class Follows:
    """What one caller follows."""

    def __init__(self, following: Following, caller: Caller) -> None:
        self._following = following
        self._caller = caller

    def family(self, family: str) -> AsyncGenerator[FamilyChange, None]:
        """What changes of a family, as Following tells it."""
        return self._following.follow(self._caller, family)


def _told(look: Look, changes: list[Change], caller: Caller) -> FamilyChange:
    return FamilyChange(
        family=look.family,
        as_of=look.answer.as_of,
        changes=tuple(changes[:LONGEST]),
        more=max(0, len(changes) - LONGEST),
        unseen=() if caller.cleared else (UNTOLD,),
    )


def _lost() -> QuestionError:
    return QuestionError("the family that you follow is not known any more", "Look it up by name, and follow it anew")
