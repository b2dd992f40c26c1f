"""The pages of a feed, in the words of Open Referral 3.0 and of 1.x."""

from dataclasses import dataclass
from typing import Any

from ingest.readers.open_referral import page_objects


@dataclass(frozen=True)
class Page:
    """The objects of one page, and what the feed says of all pages."""

    objects: list[Any]
    last: bool | None
    """Whether it says that this is the last page; None where it says nothing."""
    total: int | None
    """How many objects it says there are."""

    @property
    def ids(self) -> list[str]:
        """What the objects are called."""
        return [str(one.get("id")) for one in self.objects if isinstance(one, dict) and one.get("id") is not None]


def page_of(found: Any, number: int) -> Page | None:
    """A page out of an answer; None for an answer that is none.

    >>> page_of({"content": [{"id": 1}], "last": True, "totalElements": 1}, 1)
    Page(objects=[{'id': 1}], last=True, total=1)
    """
    objects = page_objects(found)
    if objects is None:
        return None
    if isinstance(found, list):
        return Page(objects, None, None)
    pages = _whole(found, "total_pages", "totalPages")
    last = next((found[name] for name in ("last_page", "last") if isinstance(found.get(name), bool)), None)
    if pages is not None:
        last = number >= pages if last is None else last
    return Page(objects, last, _whole(found, "total_items", "totalElements"))


def _whole(found: dict[str, Any], *names: str) -> int | None:
    said = next((found[name] for name in names if found.get(name) is not None), None)
    return int(said) if isinstance(said, int | float | str) and str(said).isdigit() else None
