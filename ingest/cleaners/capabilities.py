"""What whoever holds a post can do for families, by its role and by what they say of their skills."""

import re
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from ingest.cleaners.context import Context


@cache
def capability_list() -> dict[str, dict[str, Any]]:
    """The capabilities of ingest/codes/capabilities.yaml: {code: {label, phrases}}."""
    loaded: dict[str, Any] = yaml.safe_load(files("ingest").joinpath("codes", "capabilities.yaml").read_text("utf-8"))
    listed: dict[str, dict[str, Any]] = loaded["capabilities"]
    return listed


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    return [
        (code, re.compile("|".join(rf"(?<!\w)(?:{phrase})" for phrase in one["phrases"]), re.I))
        for code, one in capability_list().items()
    ]


def capabilities(values: list[Any], context: Context) -> list[dict[str, Any]]:
    """Capabilities of a post out of its role, employer or skills, each as {code, words}: the words that say so.

    >>> capabilities(["Recovery Worker", "harm reduction; Urdu"], None)
    [{'code': 'substance_misuse', 'words': 'Recovery Worker'}, {'code': 'community_languages', 'words': 'Urdu'}]
    """
    told = " ; ".join(" ".join(str(value).split()) for value in values if value)
    return [{"code": code, "words": found.group()} for code, pattern in _patterns() if (found := pattern.search(told))]


CLEANERS: dict[str, Callable[[list[Any], Context], Any]] = {"capabilities": capabilities}
