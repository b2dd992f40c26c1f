"""What can be said over GraphQL of the community's offers: registered, moderated, withdrawn."""

import asyncio
from collections.abc import Callable
from datetime import date
from typing import Annotated

import strawberry
from strawberry.types.field import StrawberryField

from api.graphql.context import Info
from api.graphql.field import resolved_field
from ingest.offers.desk import Kept
from ingest.offers.form import Form

Uid = Annotated[str, strawberry.argument(description="The offer's uid.")]


@strawberry.type(description="What became of an offer.")
class OfferKept:
    """What became of an offer."""

    offer: str = strawberry.field(description="Its uid, by which it is moderated and withdrawn.")
    record: str | None = strawberry.field(description="The record that says so now; none where it is in no answer.")
    standing: str = strawberry.field(
        description="`unconfirmed`, `confirmed`, `refused`, `withdrawn`; or `held`: in quarantine, for its words may give somebody away."
    )
    told: str = strawberry.field(description="What its sender is to be told.")


@strawberry.input(
    description="What a community organisation offers. Whoever it is, its name, kind and one need are all it must have."
)
class OfferForm:
    """An offer as it is filled in."""

    organisation: str = strawberry.field(description="Who offers it.")
    full_name: str = strawberry.field(description="What it is called; registered again under its name, it takes its own place.")
    kind: str = strawberry.field(description="`service` or `asset`.")
    needs: list[str] = strawberry.field(description="What it helps with, by code or words.")
    description: str | None = strawberry.field(default=None, description="In a few sentences.")
    areas: list[str] | None = strawberry.field(default=None, description="Areas it is for, by name or GSS code.")
    address: str | None = strawberry.field(default=None, description="Where it is.")
    postcode: str | None = strawberry.field(default=None, description="Its whole postcode.")
    when: str | None = strawberry.field(default=None, description="When: Fridays 12 to 2.")
    ages: str | None = strawberry.field(default=None, description="`5-11`, `18 and over`, `under 25`, `all ages`.")
    contact: str | None = strawberry.field(default=None, description="Whom to ask, and how.")
    url: str | None = strawberry.field(default=None, description="Its web site.")
    capacity: str | None = strawberry.field(default=None, description="How many places are free, or words of it.")

    def read(self) -> Form:
        """The form as it is taken in."""
        told = {name: value for name, value in vars(self).items() if value is not None and name != "full_name"}
        return Form(name=self.full_name, **told)


async def register_offer(
    info: Info,
    offer: Annotated[OfferForm, strawberry.argument(description="The offer, as it is filled in.")],
    on: Annotated[date | None, strawberry.argument(description="The day; else today.")] = None,
) -> OfferKept:
    """Register a service or an asset of the community's: shown as unconfirmed until somebody moderates it."""
    return await _kept(info, info.context.offers.register, offer.read(), on)


async def moderate_offer(
    info: Info,
    offer: Uid,
    verdict: Annotated[str, strawberry.argument(description="`confirm` or `refuse`.")],
    why: Annotated[str | None, strawberry.argument(description="Why, kept with it; a refusal must have one.")] = None,
    version: Annotated[str | None, strawberry.argument(description="The version that was looked at.")] = None,
    on: Annotated[date | None, strawberry.argument(description="The day; else today.")] = None,
) -> OfferKept:
    """Confirm an offer, or refuse it, which takes it out of all answers."""
    return await _kept(info, info.context.offers.moderate, offer, verdict, why, version, on)


async def withdraw_offer(
    info: Info,
    offer: Uid,
    why: Annotated[str | None, strawberry.argument(description="Why, kept with it.")] = None,
    on: Annotated[date | None, strawberry.argument(description="The day; else today.")] = None,
) -> OfferKept:
    """Say that an organisation offers this no more."""
    return await _kept(info, info.context.offers.withdraw, offer, why, on)


async def _kept(info: Info, keep: Callable[..., Kept], *told: object) -> OfferKept:
    """The embedded engine is written to in place, by one at a time; a server is waited for in a thread."""
    kept = await asyncio.to_thread(keep, *told) if info.context.offers.waits else keep(*told)
    return OfferKept(offer=kept.offer, record=kept.record or None, standing=kept.standing, told=kept.told)


def offer_fields() -> list[StrawberryField]:
    """The mutations of offers."""
    return [resolved_field(one.__name__, OfferKept, one, one.__doc__) for one in (register_offer, moderate_offer, withdraw_offer)]
