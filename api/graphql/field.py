"""One field of a GraphQL type."""

from collections.abc import Callable
from typing import Any

from strawberry.annotation import StrawberryAnnotation
from strawberry.types.field import StrawberryField
from strawberry.types.fields.resolver import StrawberryResolver

Hint = Any
"""A Python annotation; typing gives it no type of its own."""


def plain_field(name: str, hint: Hint, description: str | None = None) -> StrawberryField:
    """A field that shows the attribute of its name."""
    return StrawberryField(python_name=name, type_annotation=StrawberryAnnotation(hint), description=description)


def resolved_field(
    name: str, hint: Hint, resolver: Callable[..., object], description: str | None = None, follows: bool = False
) -> StrawberryField:
    """A field that a function finds, or follows over time."""
    return StrawberryField(
        python_name=name,
        type_annotation=StrawberryAnnotation(hint),
        base_resolver=StrawberryResolver(resolver),
        description=description,
        is_subscription=follows,
    )
