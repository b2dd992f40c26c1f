"""`askInWords`: a question in somebody's own words, as a field of Query."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

import strawberry

from api.graphql.context import Info
from api.wording.understanding import Understanding, clear, understand
from queries.question import Answer

Words = Annotated[str, strawberry.argument(description="The question, such as: who already knows the Hartleys?")]


@dataclass(frozen=True)
class InWords:
    """How a question in somebody's own words was understood, and its answer."""

    understood: Understanding | None
    """The reading that was answered; null where several are as likely, as with namesakes."""
    could_also_mean: tuple[Understanding, ...]
    """Other readings, the likeliest first; each can be asked by its question and parameters."""
    answer: dict[str, Any] | None
    """The answer as its question gives it: as_of, rows, unseen."""


async def ask_in_words(info: Info, words: Words, as_of: date | None = None) -> InWords:
    """A question in somebody's own words, by rules and the graph's own names; tells how it was understood."""
    found: Sequence[Understanding] = await asyncio.to_thread(understand, info.context.store, words)
    chosen = clear(found)
    answer: Answer[Any] | None = await info.context.reader.ask(chosen.asked(), as_of) if chosen else None
    return InWords(chosen, tuple(one for one in found if one is not chosen), answer.as_json() if answer else None)
