"""Which people, families, practitioners, organisations, services and assets go by these words?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

from graph.errors import QuestionError
from queries.question import Asked, Question, Row, Search, chosen, named

KINDS = ("Person", "Family", "Practitioner", "Organisation", "Service", "Asset")


@dataclass(frozen=True)
class Found:
    """Something that goes by the words; `uid` is what other questions take."""

    kind: str
    uid: str
    full_name: str
    known_as: str | None
    born: date | None
    organisation: str | None
    description: str | None
    likeness: float
    """How like the words its name is, between 0 and 1."""
    unconfirmed: bool = False
    """Whether its own organisation registered it and nobody has moderated it yet."""


@dataclass(frozen=True)
class Find(Question[Found]):
    """People, families, practitioners, organisations, services and assets by name, the likest first."""

    answer: ClassVar[type] = Found
    words: str = named("", "part of a name, or words of a description")
    kind: str | None = chosen(None, f"only one of {', '.join(KINDS)}")
    most: int = chosen(20, "at most so many")

    def __post_init__(self) -> None:
        if self.kind:
            kind = next((one for one in KINDS if one.lower() == self.kind.lower()), None)
            if kind is None:
                raise QuestionError(f"there is no kind {self.kind!r}", f"Name one of {', '.join(KINDS)}")
            object.__setattr__(self, "kind", kind)

    def prepare(self, search: Search) -> Row:
        """What full text finds, label by label."""
        return {
            f"{kind.lower()}_uids": [row["uid"] for row in search(kind, self.words)] if not self.kind or self.kind == kind else []
            for kind in KINDS
        }

    def shape(self, rows: Sequence[Row], asked: Asked) -> tuple[Found, ...]:
        """Ranked by likeness of the name, for engines score in ways of their own."""
        found = [self._found(row, asked.cleared) for row in rows]
        return tuple(sorted(found, key=lambda one: (-one.likeness, one.kind, one.full_name, one.uid))[: self.most])

    def _found(self, row: Row, cleared: bool) -> Found:
        names = [name for name in (row["full_name"], row["known_as"]) if name]
        scores = [fuzz.WRatio(self.words, name, processor=default_process) for name in names]
        kept = {name: value for name, value in row.items() if name != "restricted"}
        kept["unconfirmed"] = row["unconfirmed"] is True
        kept["full_name"] = row["full_name"] or "(no name)"
        if row["restricted"] and not cleared:
            kept["born"] = None
        return Found(**kept, likeness=round(max(scores, default=0) / 100, 4))
