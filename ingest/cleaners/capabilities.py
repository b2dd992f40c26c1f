"""What whoever holds a post can do for families, by its role and by what they say of their skills."""

from collections.abc import Callable
from typing import Any

from ingest.cleaners.code_list import codes_told
from ingest.cleaners.context import Context


def capabilities(values: list[Any], context: Context) -> list[dict[str, Any]]:
    """Capabilities of a post out of its role, employer or skills, each as {code, words}: the words that say so.

    >>> capabilities(["Recovery Worker", "harm reduction; Urdu"], None)
    [{'code': 'substance_misuse', 'words': 'Recovery Worker'}, {'code': 'community_languages', 'words': 'Urdu'}]
    """
    told = " ; ".join(" ".join(str(value).split()) for value in values if value)
    return [{"code": code, "words": told[start:end]} for code, start, end in codes_told("capabilities", told)]


CLEANERS: dict[str, Callable[[list[Any], Context], Any]] = {"capabilities": capabilities}
