"""Time for all fields of a document to ask for their nodes, before any is read."""

from asyncio import AbstractEventLoop, Future
from collections.abc import Callable
from functools import partial
from typing import Any

TURNS = 8
"""Turns of the event loop. graphql-core comes to a row's fields one turn later for each list around it that has several
items: a row of one step would else be read apart from a row of two."""


class Unhurried:
    """An event loop, as a DataLoader uses it, that begins what it is given some turns later."""

    def __init__(self, loop: AbstractEventLoop) -> None:
        self._loop = loop

    def create_future(self) -> Future[Any]:
        """As the loop does."""
        return self._loop.create_future()

    def call_soon(self, begin: Callable[[], None], turns: int = TURNS) -> None:
        """Begin when the turns are over."""
        self._loop.call_soon(begin if turns == 0 else partial(self.call_soon, begin, turns - 1))
