"""Kinds of bodies, and whether to know one is to know where the people it sees can be found."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True)
class Body:
    """What kind of body somebody works for or a record comes from."""

    kind: str
    """As words that follow `somebody at`: a school, the police."""
    wide: bool
    """It sees people of a whole borough or more, so that its name leads to no door."""


UNKNOWN = Body("an organisation", wide=False)


@lru_cache(maxsize=4_096)
def body_of(name: str | None, *kinds: str | None) -> Body:
    """The kind of a body by its name and by what directories say it is; a local one where nothing tells.

    >>> body_of("Westmoor Police").kind, body_of("Westmoor Police Youth Club").kind, body_of("Turning Tide").kind
    ('the police', 'a place of the community', 'an organisation')
    >>> body_of("Fernhill", "primary school").kind, body_of("Fernhill", "local authority").wide
    ('a school', True)
    """
    told = " / ".join(filter(None, (name, *kinds))).lower().replace("’", "'")
    return next((body for pattern, body in _bodies() if pattern.search(told)), UNKNOWN)


def distinctive(name: str | None) -> frozenset[str]:
    """The words of a body's name that no kind of body has: those by which it would be known.

    >>> sorted(distinctive("Fernhill Primary School"))
    ['fernhill']
    """
    return frozenset(word for word in _words(name or "") if len(word) > 2 and word not in _common())


def names(text: str | None, body: str | None) -> bool:
    """Whether a text says which body it is about.

    >>> names("pastoral lead, Fernhill", "Fernhill Primary"), names("school pastoral contact", "Fernhill Primary")
    (True, False)
    """
    return not distinctive(body).isdisjoint(_words(text or ""))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower().replace("’", "'").replace("'s", ""))


@cache
def _listed() -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = yaml.safe_load(files("queries").joinpath("bodies.yaml").read_text("utf-8"))
    return found


@cache
def _bodies() -> tuple[tuple[re.Pattern[str], Body], ...]:
    return tuple(
        (_whole(one["words"]), Body(one["kind"], wide=which == "wide")) for which in ("local", "wide") for one in _listed()[which]
    )


@cache
def _common() -> frozenset[str]:
    return frozenset(
        {part for which in _listed().values() for one in which for word in one["words"] for part in _words(word)}
        | {"the", "and", "for", "officer", "worker", "service", "services", "team", "lead", "contact"}
    )


def _whole(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(word) for word in words)})(?!\w)")
