"""Relay connections over an answer's rows: edges, cursors and pages, with the answer's day and what it leaves out."""

from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Optional

from strawberry.relay import PageInfo
from strawberry.tools import create_type

from api.graphql.field import Hint, plain_field
from api.graphql.rows import row_type
from graph.errors import QuestionError
from queries.explanation import Explanation
from queries.question import Answer

PAGE = 100
"""Rows on a page where nobody says how many."""
MOST = 500
"""Rows on a page at most."""
PREFIX = b"row:"


@dataclass(frozen=True, slots=True)
class Edge:
    """One row and where it stands in its answer."""

    node: Any
    place: int

    @property
    def cursor(self) -> str:
        """What `after` takes to go on behind this row."""
        return cursor_of(self.place)


@dataclass(frozen=True, slots=True)
class Page:
    """Part of an answer, from one place up to another."""

    answer: Answer[Any]
    start: int
    stop: int
    explanation: Explanation | None = None
    """How the answer came about, where that was asked for."""

    @property
    def as_of(self) -> date:
        """The answer's day."""
        return self.answer.as_of

    @property
    def unseen(self) -> Sequence[str]:
        """What the answer leaves out."""
        return self.answer.unseen

    @property
    def edges(self) -> list[Edge]:
        """The rows of this page."""
        return [Edge(row, self.start + at) for at, row in enumerate(self.answer.rows[self.start : self.stop])]

    @property
    def page_info(self) -> PageInfo:
        """Whether there is more, and where."""
        last = min(self.stop, len(self.answer.rows)) - 1
        any_here = self.start <= last
        return PageInfo(
            has_next_page=self.stop < len(self.answer.rows),
            has_previous_page=self.start > 0,
            start_cursor=cursor_of(self.start) if any_here else None,
            end_cursor=cursor_of(last) if any_here else None,
        )


def page_of(answer: Answer[Any], first: int, after: str | None) -> Page:
    """The first rows of an answer behind a cursor.

    Raises QuestionError where either makes no sense.
    """
    if not 0 <= first <= MOST:
        raise QuestionError(f"first: {first} is not between 0 and {MOST}", "Ask page by page, with after: the last cursor")
    start = place_of(after) + 1 if after is not None else 0
    return Page(answer, start, start + first)


def cursor_of(place: int) -> str:
    """A place in an answer, as a text that means nothing to its reader."""
    return b64encode(PREFIX + str(place).encode()).decode()


def place_of(cursor: str) -> int:
    """The place behind a cursor.

    >>> place_of(cursor_of(12))
    12
    """
    try:
        told = b64decode(cursor, validate=True)
    except ValueError:
        told = b""
    digits = told.removeprefix(PREFIX)
    if not told.startswith(PREFIX) or not digits.isdigit() or len(digits) > 9:
        raise QuestionError(f"after: {cursor!r} is no cursor", "Give the `cursor` of an edge of the page before")
    return int(digits)


@cache
def connection_type(answer: type) -> type:
    """The GraphQL connection of an answer's rows."""
    row = row_type(answer)
    explained: Hint = Optional[row_type(Explanation)]  # noqa: UP045 (a value, not an annotation)
    edge = create_type(
        f"{answer.__name__}Edge",
        [plain_field("node", row, "The row itself."), plain_field("cursor", str, "What `after` takes to go on behind it.")],
        description="One row of an answer.",
    )
    return create_type(
        f"{answer.__name__}Connection",
        [
            plain_field("edges", list[edge], "The rows of this page, in the answer's order."),  # type: ignore[valid-type]
            plain_field("page_info", PageInfo, "Whether there is more, and where."),
            plain_field("as_of", date, "The day the answer is true of."),
            plain_field("unseen", list[str], "What the answer leaves out, and why."),
            plain_field("explanation", explained, "How it came about; null unless asked for by `explain: true`."),
        ],
        description="An answer, page by page.",
    )
