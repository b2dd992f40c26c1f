"""What can be said over GraphQL: whether two mentions are one person, and taking that back."""

import asyncio
from collections.abc import Callable
from typing import Annotated

import strawberry
from strawberry.tools import create_type

from api.graphql.context import Info
from api.graphql.field import resolved_field

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
    """The embedded engine is written to in place, by one at a time; a server is waited for in a thread."""
    uid = await asyncio.to_thread(say, *words) if info.context.judge.waits else say(*words)
    return Judged(judgement=uid)


def mutation() -> type:
    """The Mutation type."""
    fields = [resolved_field(one.__name__, Judged, one, one.__doc__) for one in (judge, take_back)]
    return create_type("Mutation", fields, description="What can be said.")
