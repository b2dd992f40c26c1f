"""The reader for a server of many callers: on Neo4j it waits for rows without holding anybody up."""

import asyncio
from collections.abc import Sequence
from datetime import date
from typing import NoReturn, TypeVar

from api.day import Day
from graph.async_bolt import AsyncBolt
from queries import nodes
from queries.area_tree import AreaTree
from queries.explanation import Explained
from queries.question import Answer, Question, Row
from queries.reader import Reader, names_one_node

A = TypeVar("A")


class _NeedsPlace(Exception):
    """Shaping an answer asks for the tree of areas, which is more reading."""


class AsyncReader:
    """A Reader with nothing added to what it may show; only the waiting is different.

    A question about one node, named by uid, takes the embedded engine microseconds and is asked in
    place; on Neo4j it is one round trip of the async driver. Any other goes the Reader's own way, in a
    thread.
    """

    def __init__(self, reader: Reader, bolt: AsyncBolt | None = None, day: Day | None = None) -> None:
        self._reader = reader
        self._bolt = bolt
        self._day = day or (Day(bolt) if bolt else None)

    async def ask(self, question: Question[A], as_of: date | None = None) -> Answer[A]:
        """The answer to a question; raises what Reader.ask raises."""
        if self._bolt is None or self._day is None:
            if names_one_node(question):
                return self._reader.ask(question, as_of)
            return await asyncio.to_thread(self._reader.ask, question, as_of)
        day = as_of or await self._day.now()
        if names_one_node(question) and (answer := await self._ask_directly(self._bolt, question, day)):
            return answer
        return await asyncio.to_thread(self._reader.ask, question, day)

    async def explain(self, question: Question[A], as_of: date | None = None) -> Explained[A]:
        """The answer with how it came about, always in a thread; raises what Reader.explain raises."""
        return await asyncio.to_thread(self._reader.explain, question, as_of)

    async def nodes(self, label: str, uids: Sequence[str]) -> dict[str, Row]:
        """Nodes of a label by uid, as Reader.nodes shows them."""
        if self._bolt is None:
            return self._reader.nodes(label, uids)
        text, parameters = self._reader.node_reading(label, uids)
        return nodes.shown(await self._bolt.read(text, **parameters), self._reader.caller.cleared)

    async def _ask_directly(self, bolt: AsyncBolt, question: Question[A], day: date) -> Answer[A] | None:
        """None where no row came, for then the uid may be nobody's, or where one reading is not enough."""
        text, parameters = self._reader.reading(question, day)
        rows = await bolt.read(text, **parameters)
        try:
            return self._reader.answer(question, rows, day, AreaTree(_refuse)) if rows else None
        except _NeedsPlace:
            return None


def _refuse(text: str, **parameters: object) -> NoReturn:
    raise _NeedsPlace(text)
