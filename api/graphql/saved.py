"""Questions that a caller keeps under a name: kept, listed, asked and deleted over GraphQL."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, TypeVar

import strawberry
from strawberry.scalars import JSON
from strawberry.types.field import StrawberryField

from api.graphql.context import Info
from api.graphql.field import resolved_field
from api.graphql.rows import row_type
from api.saving import SavedQuestion
from graph.errors import QuestionError

T = TypeVar("T")
Name = Annotated[str, strawberry.argument(description="The name it is saved under.")]
Title = Annotated[str, strawberry.argument(description="The question, as `kith questions` lists it: who_knows_family.")]
Given = Annotated[JSON, strawberry.argument(description="Its parameters as an object, by the names that `kith questions` lists.")]
Day = Annotated[
    date | None, strawberry.argument(description="The day the answer shall be true of; else the day the place speaks of.")
]


@dataclass(frozen=True)
class SavedAnswer:
    """A question that was saved, and its answer of now."""

    saved: SavedQuestion
    answer: dict[str, Any]
    """The answer as its question gives it: as_of, rows, unseen."""


@dataclass(frozen=True)
class Unsaved:
    """A question that is saved no more."""

    saved_as: str
    """The name it was saved under."""


async def saved_questions(info: Info) -> list[SavedQuestion]:
    """The questions that this caller saved, by name."""
    return await _told(info, info.context.saving.saved)


async def saved_answer(info: Info, saved_as: Name, as_of: Day = None) -> SavedAnswer:
    """The answer of now to a question that this caller saved."""
    saving = info.context.saving
    question = await _told(info, saving.asked, saved_as)
    answer = await info.context.reader.ask(question, as_of)
    (saved,) = [one for one in await _told(info, saving.saved) if one.saved_as == saved_as.strip()]
    return SavedAnswer(saved, answer.as_json())


async def save_question(info: Info, saved_as: Name, question: Title, parameters: Given) -> SavedQuestion:
    """Save a question with its parameters under a name, for this caller alone; said twice, it is saved once."""
    if not isinstance(parameters, dict):
        raise QuestionError("the parameters are no object", 'Give an object such as {area: "Millbrook"}')
    return await _told(info, info.context.saving.save, saved_as, question, parameters)


async def delete_saved_question(info: Info, saved_as: Name) -> Unsaved:
    """Delete a question that this caller saved."""
    return Unsaved(await _told(info, info.context.saving.delete, saved_as))


async def _told(info: Info, say: Callable[..., T], *told: object) -> T:
    """The embedded engine is read and written in place; a server is waited for in a thread."""
    return await asyncio.to_thread(say, *told) if info.context.saving.waits else say(*told)


def saved_fields() -> list[StrawberryField]:
    """What may be asked of saved questions."""
    return [
        resolved_field("saved_questions", list[row_type(SavedQuestion)], saved_questions, saved_questions.__doc__),  # type: ignore[misc]
        resolved_field("saved_answer", row_type(SavedAnswer), saved_answer, saved_answer.__doc__),
    ]


def saving_fields() -> list[StrawberryField]:
    """What may be said of them."""
    return [
        resolved_field("save_question", row_type(SavedQuestion), save_question, save_question.__doc__),
        resolved_field("delete_saved_question", row_type(Unsaved), delete_saved_question, delete_saved_question.__doc__),
    ]
