"""What was found in a note: entities with exact spans, and the relations among them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

FLAGS = ("negated", "hypothetical", "historical")
"""How a thing may be said that is not so, or not now."""
SUBJECT = "subject"


@dataclass(frozen=True)
class Entity:
    """One mention; `text` is the note from `start` to `end`, in code points."""

    id: str
    label: str
    start: int
    end: int
    text: str
    code: str | None = None
    iso: date | None = None
    negated: bool = False
    hypothetical: bool = False
    historical: bool = False
    experiencer: str | None = None
    same_as: str | None = None
    said_by: str | None = None

    def as_json(self) -> dict[str, Any]:
        """This mention in the marking scheme's words; only a NEED shows flags."""
        row: dict[str, Any] = {
            "id": self.id,
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "label": self.label,
        }
        if self.same_as is not None:
            row["same_as"] = self.same_as
        if self.label == "DATE" and self.iso is not None:
            row["iso"] = self.iso.isoformat()
        if self.label == "NEED":
            row |= {flag: getattr(self, flag) for flag in FLAGS}
            row |= {"code": self.code, "experiencer": self.experiencer}
        return row


@dataclass(frozen=True)
class Relation:
    """A tie a note tells of; `head` and `tail` are ids of main mentions, or "subject".

    `result` is what came of a referral, of codes/outcomes.yaml; `outcome` the marking scheme's word for it.
    """

    type: str
    head: str
    tail: str
    kin: str | None = None
    outcome: str | None = None
    result: str | None = None
    negated: bool = False
    hypothetical: bool = False
    historical: bool = False

    @property
    def asserted(self) -> bool:
        """Whether the note says that it holds, or held."""
        return not self.negated and not self.hypothetical

    def as_json(self) -> dict[str, Any]:
        """This tie in the marking scheme's words; flags only where they hold."""
        row: dict[str, Any] = {"type": self.type, "head": self.head, "tail": self.tail}
        row |= {key: value for key in ("kin", "outcome") if (value := getattr(self, key))}
        return row | {flag: True for flag in FLAGS if getattr(self, flag)}


@dataclass(frozen=True)
class Contact:
    """Somebody the writer was with, or knows: the words stand from `start` to `end`.

    `whole` where a family as a whole is meant; `known` where an acquaintance is told and not one meeting.
    """

    who: str
    start: int
    end: int
    whole: bool = False
    known: bool = False


@dataclass(frozen=True)
class Meeting:
    """Those whom a list names as present: ids of main mentions."""

    present: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True)
class Extraction:
    """All that was found in one note, in reading order."""

    entities: tuple[Entity, ...] = ()
    relations: tuple[Relation, ...] = ()
    contacts: tuple[Contact, ...] = ()
    meetings: tuple[Meeting, ...] = ()

    def as_json(self, id: str, text: str) -> dict[str, Any]:
        """The note and its marks as one object, as in dev.jsonl."""
        return {
            "id": id,
            "text": text,
            "entities": [entity.as_json() for entity in self.entities],
            "relations": [relation.as_json() for relation in self.relations],
        }
