"""What a kind of record is made of: the columns it may have, how it is prepared, the keys it is found by."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from linkage import organisation, person
from linkage.person import Prepared


@dataclass(frozen=True)
class Shape:
    """One kind of record."""

    columns: tuple[str, ...]
    """What a file may say."""
    texts: tuple[str, ...]
    lists: tuple[str, ...]
    keys: tuple[str, ...]
    loose: tuple[str, ...]
    prepare: Callable[[Mapping[str, object]], Prepared]
    keys_of: Callable[[Mapping[str, Any]], dict[str, str]]
    complete: Callable[[Sequence[Prepared]], None]
    """Adds what only all records together tell, such as which words are rare."""
    whole: bool
    """Whether there is anything that only all records together tell."""


SHAPES = {
    "person": Shape(
        person.COLUMNS,
        person.TEXTS,
        person.LISTS,
        person.KEYS,
        person.LOOSE,
        person.prepare,
        person.keys_of,
        lambda _: None,
        False,
    ),
    "organisation": Shape(
        organisation.COLUMNS,
        organisation.TEXTS,
        organisation.LISTS,
        organisation.KEYS,
        organisation.LOOSE,
        organisation.prepare,
        organisation.keys_of,
        organisation.rarity,
        True,
    ),
}
