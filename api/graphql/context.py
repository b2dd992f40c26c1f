"""What one GraphQL request carries: its reader, and loaders that gather reads of single nodes."""

from asyncio import AbstractEventLoop, get_running_loop
from collections.abc import Sequence
from typing import cast

import strawberry
from strawberry.dataloader import DataLoader

from api.agreeing import Agreeing
from api.async_reader import AsyncReader
from api.following import Follows
from api.graphql.unhurried import Unhurried
from api.judging import Judging
from api.offering import Offering
from api.saving import Saving
from graph.errors import QuestionError
from graph.store import Store
from queries.question import Row


class Context:
    """Made anew for every request, so that nothing one caller may see is kept for the next.

    A lasting one is a socket's: there nodes are read again for every message.
    """

    def __init__(
        self,
        reader: AsyncReader,
        judging: Judging | None = None,
        store: Store | None = None,
        agreeing: Agreeing | None = None,
        offering: Offering | None = None,
        saving: Saving | None = None,
        follows: Follows | None = None,
        lasting: bool = False,
    ) -> None:
        self.reader = reader
        self._store = store
        self._judging = judging
        self._agreeing = agreeing
        self._offering = offering
        self._saving = saving
        self._follows = follows
        self._lasting = lasting
        self._loaders: dict[str, DataLoader[str, Row | None]] = {}

    @property
    def store(self) -> Store:
        """The store whose names words are looked up in; raises QuestionError where there is none."""
        if self._store is None:
            raise QuestionError("words are not understood here", "Ask one of the questions by its name")
        return self._store

    @property
    def judge(self) -> Judging:
        """Who keeps this caller's judgements; raises QuestionError where none are taken."""
        if self._judging is None:
            raise QuestionError("no judgements are taken here", "Use `kith review` where the store is")
        return self._judging

    @property
    def huddle(self) -> Agreeing:
        """Who records what this caller's huddles agree; raises QuestionError where nothing is recorded."""
        if self._agreeing is None:
            raise QuestionError("nothing is recorded here", "Use `kith huddle` where the store is")
        return self._agreeing

    @property
    def offers(self) -> Offering:
        """Who keeps the offers that this caller registers or moderates; raises QuestionError where none are taken."""
        if self._offering is None:
            raise QuestionError("no offers are taken here", "Use `kith offer` where the store is")
        return self._offering

    @property
    def saving(self) -> Saving:
        """Who keeps this caller's questions; raises QuestionError where none are kept."""
        if self._saving is None:
            raise QuestionError("no questions are saved here", "Use `kith saved` where the store is")
        return self._saving

    @property
    def follows(self) -> Follows:
        """Who follows for this caller; raises QuestionError where nothing can be followed."""
        if self._follows is None:
            raise QuestionError("nothing is followed here", "Subscribe over a websocket, at /graphql")
        return self._follows

    def loader(self, label: str) -> DataLoader[str, Row | None]:
        """The loader of a label's nodes: all that is asked for at one moment is one read."""
        if label not in self._loaders:

            async def load(uids: list[str]) -> Sequence[Row | None]:
                found = await self.reader.nodes(label, uids)
                return [found.get(uid) for uid in uids]

            loop = cast(AbstractEventLoop, Unhurried(get_running_loop()))
            self._loaders[label] = DataLoader(load_fn=load, cache=not self._lasting, loop=loop)
        return self._loaders[label]


Info = strawberry.Info[Context, None]
"""What a resolver is told of its request."""
