"""What can be said over GraphQL: whether two mentions are one person, what a huddle agreed, and what is offered."""

import asyncio
from collections.abc import Callable
from datetime import date
from typing import Annotated

import strawberry
from strawberry.tools import create_type

from api.graphql.context import Info
from api.graphql.field import resolved_field
from api.graphql.offers import offer_fields
from api.graphql.saved import saving_fields

Words = Annotated[str, strawberry.argument(description="Why, kept with the judgement.")]
Verdict = Annotated[str, strawberry.argument(description="`same`, `different` or `unsure`.")]


@strawberry.type(description="A judgement that was kept, or taken back.")
class Judged:
    """A judgement that was kept, or taken back."""

    judgement: str = strawberry.field(description="Its uid, by which it can be taken back.")


async def judge(info: Info, mention_a: str, mention_b: str, verdict: Verdict, why: Words) -> Judged:
    """Say whether two mentions are one person; the graph is thought over at once."""
    return await _said(info, info.context.judge.judge, mention_a, mention_b, verdict, why)


async def take_back(info: Info, judgement: str) -> Judged:
    """Take a judgement back; the graph is as it was before it."""
    return await _said(info, info.context.judge.take_back, judgement)


async def _said(info: Info, say: Callable[..., str], *words: str) -> Judged:
    return Judged(judgement=await _kept(info.context.judge.waits, say, *words))


@strawberry.type(description="An action or a decision of a huddle, that was kept or is done.")
class Recorded:
    """An action or a decision of a huddle, that was kept or is done."""

    action: str = strawberry.field(description="Its uid, by which it can be said to be done.")


async def agree(
    info: Info,
    words: Annotated[str, strawberry.argument(description="What was agreed, in a few words.")],
    family: Annotated[str | None, strawberry.argument(description="The family it is for, or anybody in it.")] = None,
    person: Annotated[str | None, strawberry.argument(description="Or the one person.")] = None,
    kind: Annotated[str, strawberry.argument(description="`action`, or `decision` where nothing is to be done.")] = "action",
    owner: Annotated[str | None, strawberry.argument(description="Who is to do it.")] = None,
    due_on: Annotated[date | None, strawberry.argument(description="By when.")] = None,
    on: Annotated[date | None, strawberry.argument(description="The day of the huddle; else today.")] = None,
) -> Recorded:
    """Keep what a huddle agreed about a family or a person; said twice, it is kept once."""
    huddle = info.context.huddle
    return Recorded(action=await _kept(huddle.waits, huddle.agree, words, family, person, kind, owner, due_on, on))


async def finish(
    info: Info,
    action: str,
    came_of: Annotated[str, strawberry.argument(description="What came of it.")],
    on: Annotated[date | None, strawberry.argument(description="The day; else today.")] = None,
) -> Recorded:
    """Say that an action is done, and what came of it."""
    huddle = info.context.huddle
    return Recorded(action=await _kept(huddle.waits, huddle.finish, action, came_of, on))


async def _kept(waits: bool, say: Callable[..., str], *told: object) -> str:
    """The embedded engine is written to in place, by one at a time; a server is waited for in a thread."""
    return await asyncio.to_thread(say, *told) if waits else say(*told)


def mutation() -> type:
    """The Mutation type."""
    fields = [resolved_field(one.__name__, Judged, one, one.__doc__) for one in (judge, take_back)]
    fields += [resolved_field(name, Recorded, one, one.__doc__) for name, one in (("agree", agree), ("finish_action", finish))]
    return create_type("Mutation", [*fields, *offer_fields(), *saving_fields()], description="What can be said.")
