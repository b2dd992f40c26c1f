"""What somebody fills in to offer a service or an asset of the community's: as a row, or with all its mistakes told."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import Any

from graph.errors import QuestionError
from ingest.cleaners.geography import POSTCODE
from ingest.cleaners.names import folded
from ingest.offers.choices import areas_meant, needs_meant
from ingest.restriction import is_restricted

KINDS = ("service", "asset")
LONGEST_NAME, LONGEST = 200, 4_000
SPAN = re.compile(r"(?:ages? )?(\d{1,3}) ?(?:-|–|to) ?(\d{1,3})(?: years?)?", re.I)
LEAST = re.compile(r"(?:ages? )?(\d{1,3})(?: years?)? ?(?:\+|plus|(?:and|or) (?:over|above|older))|over (\d{1,3})s?", re.I)
MOST = re.compile(r"(?:under|up to) ?(\d{1,3})s?", re.I)
EVERY = frozenset({"all", "all ages", "any", "any age", "everybody", "everyone"})
OLDEST = 120


@dataclass(frozen=True)
class Form:
    """An offer as it is filled in; organisation, name, kind and one need are all that it must have."""

    organisation: str
    name: str
    kind: str
    """service or asset."""
    needs: Sequence[str]
    """Needs by code or words."""
    description: str | None = None
    areas: Sequence[str] = ()
    """Areas it is for, by name or GSS code."""
    address: str | None = None
    postcode: str | None = None
    when: str | None = None
    ages: str | None = None
    """Such as `5-11`, `18 and over`, `under 25`."""
    contact: str | None = None
    """Whom to ask, and how."""
    url: str | None = None
    capacity: str | None = None
    """How many places are free, or words of it."""


@dataclass(frozen=True)
class Mistake:
    """One thing that is wrong with a form: what, and the cure."""

    what: str
    cure: str


def row_of(form: Form, areas: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The form as a row that the mapping of offers takes; `areas` are the place's, by uid and full_name.

    Raises QuestionError that names every mistake with its cure.
    """
    told = {one.name: _plain(getattr(form, one.name)) for one in fields(form)}
    mistakes = [*_missing(told), *_too_long(told)]
    row: dict[str, Any] = {name: told[name] for name in ("organisation", "name", "when", "contact", "address") if told[name]}
    for read in (_kind, _postcode, _url, _ages):
        row |= _tried(read, told, mistakes)
    row |= _tried(lambda _: {"needs": needs_meant(form.needs)}, told, mistakes)
    row |= _tried(lambda _: {"areas": areas_meant(form.areas, areas)}, told, mistakes)
    row |= _described(told)
    if is_restricted(row) and any(POSTCODE.search(str(value)) or name == "address" for name, value in row.items()):
        what = "it says that its address is not to be told, and tells one"
        mistakes.append(Mistake(what, "Leave the address and every postcode out, and say whom to ask"))
    if mistakes:
        raise _told(mistakes)
    return row


def _told(mistakes: list[Mistake]) -> QuestionError:
    """One message of all that is wrong, each thing with its cure."""
    if len(mistakes) == 1:
        return QuestionError(mistakes[0].what, mistakes[0].cure)
    listed = "; ".join(f"{one.what} ({one.cure})" for one in mistakes)
    return QuestionError(f"{len(mistakes)} things are wrong: {listed}", "Nothing was kept: put them right and register again")


def _plain(value: Any) -> Any:
    """A text with its spaces in order and without what cannot be seen."""
    if not isinstance(value, str):
        return value
    seen = "".join(letter for letter in value if letter.isprintable() or letter.isspace())
    return " ".join(seen.split()) or None


def _tried(read: Callable[[dict[str, Any]], dict[str, Any]], told: dict[str, Any], mistakes: list[Mistake]) -> dict[str, Any]:
    """What a part of the form says; nothing, with one mistake more, where it cannot be."""
    try:
        return read(told)
    except QuestionError as wrong:
        mistakes.append(Mistake(wrong.what, wrong.cure))
        return {}


def _missing(told: dict[str, Any]) -> list[Mistake]:
    asked = {"organisation": "who offers it", "name": "what it is called"}
    return [
        Mistake(f"{field}: nothing says {what}", f"Give {field} in words of its own")
        for field, what in asked.items()
        if not folded(told[field] or "")
    ]


def _too_long(told: dict[str, Any]) -> list[Mistake]:
    found = []
    for field, value in told.items():
        most = LONGEST_NAME if field in ("organisation", "name") else LONGEST
        if isinstance(value, str) and len(value) > most:
            found.append(Mistake(f"{field}: {len(value):,} letters are too many", f"Say it in at most {most:,}"))
    return found


def _kind(told: dict[str, Any]) -> dict[str, Any]:
    kind = (told["kind"] or "").lower()
    if kind not in KINDS:
        raise QuestionError(f"kind: an offer is no {kind or 'nothing'!r}", f"Name one of {' and '.join(KINDS)}")
    return {"kind": kind}


def _postcode(told: dict[str, Any]) -> dict[str, Any]:
    if not told["postcode"]:
        return {}
    found = POSTCODE.fullmatch(told["postcode"])
    if found is None:
        raise QuestionError(f"postcode: {told['postcode'][:20]!r} is none", "Give a whole postcode, such as ZX1 2AB, or none")
    return {"postcode": f"{found[1]} {found[2]}".upper()}


def _url(told: dict[str, Any]) -> dict[str, Any]:
    if not told["url"]:
        return {}
    written = told["url"] if "://" in told["url"] else f"https://{told['url']}"
    if not re.fullmatch(r"https?://[^\s/.@<>\"']+(?:\.[^\s/.@<>\"']+)+(?:[:/?#][^\s<>\"']*)?", written, re.I):
        raise QuestionError(f"url: {told['url'][:60]!r} is no web address", "Write it as https://example.org, or leave it out")
    return {"url": written}


def _ages(told: dict[str, Any]) -> dict[str, Any]:
    written = told["ages"]
    if not written or written.lower() in EVERY:
        return {}
    if span := SPAN.fullmatch(written):
        youngest, oldest = int(span[1]), int(span[2])
    elif least := LEAST.fullmatch(written):
        youngest, oldest = int(least[1] or least[2]), OLDEST
    elif most := MOST.fullmatch(written):
        youngest, oldest = 0, int(most[1]) - (not written.lower().startswith("up"))
    else:
        raise QuestionError(f"ages: {written[:40]!r} tells no age", "Write 5-11, 18 and over, under 25 or all ages")
    if not 0 <= youngest <= oldest <= OLDEST:
        raise QuestionError(f"ages: nobody is {written[:40]}", f"Give the younger age first, and none over {OLDEST}")
    told_so = {"minimum_age": youngest} | ({"maximum_age": oldest} if oldest < OLDEST else {})
    return {**told_so, "ages": f"Ages {youngest}-{oldest}." if oldest < OLDEST else f"Ages {youngest} and over."}


def _described(told: dict[str, Any]) -> dict[str, Any]:
    """The description and the room there is, each a sentence: answers look for free places among the words."""
    capacity = told["capacity"]
    if capacity and capacity.isdigit():
        capacity = f"{capacity} {'place' if capacity == '1' else 'places'} available"
    words = {"description": told["description"], "room": capacity}
    return {name: value if value[-1] in ".!?" else f"{value}." for name, value in words.items() if value}
