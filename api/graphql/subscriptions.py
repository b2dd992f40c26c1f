"""What can be followed over GraphQL: a family, as long as its follower listens."""

from collections.abc import AsyncGenerator
from typing import Annotated

import strawberry
from strawberry.tools import create_type

from api.following import FamilyChange
from api.graphql.context import Info
from api.graphql.field import Hint, resolved_field
from api.graphql.rows import row_type

Followed = Annotated[str, strawberry.argument(description="The family, or anybody in it.")]


async def family_changed(info: Info, family: Followed) -> AsyncGenerator[FamilyChange, None]:
    """Changes of a family as the caller may see them, whoever makes them; the first answer says that it is followed."""
    changes = info.context.follows.family(family)
    try:
        async for change in changes:
            yield change
    finally:
        await changes.aclose()


def subscription() -> type:
    """The Subscription type."""
    hint: Hint = AsyncGenerator[row_type(FamilyChange), None]  # type: ignore[misc]
    field = resolved_field("family_changed", hint, family_changed, family_changed.__doc__, follows=True)
    return create_type("Subscription", [field], description="What can be followed, over graphql-transport-ws.")
