"""A note while it is being read: what each component found, for the next one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from spacy.tokens import Doc

from nlp.assertions import Assertion
from nlp.extraction import Contact, Meeting, Relation
from nlp.reading import Reading
from nlp.spans import Span

KEY = "kith.draft"
DAY = "kith.day"


@dataclass
class Draft:
    """The text as written out, the day it was written on, and what was found so far."""

    text: str
    day: date | None = None
    votes: list[Span] | None = None
    dates: list[Span] = field(default_factory=list)
    fixed: list[Span] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    reading: Reading | None = None
    asserted: dict[Span, Assertion] = field(default_factory=dict)
    bearers: dict[Span, Span | None] = field(default_factory=dict)
    sayers: dict[Span, Span] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    ids: dict[Span, str] = field(default_factory=dict)


def draft_of(doc: Doc) -> Draft:
    """The draft of a document, begun where there is none."""
    draft: Draft | None = doc.user_data.get(KEY)
    if draft is None:
        day = doc.user_data.get(DAY)
        draft = doc.user_data[KEY] = Draft(doc.text, date.fromisoformat(day) if day else None)
    return draft


def votes(doc: Doc) -> list[Span]:
    """People that the model's own name finder sees: one vote among others."""
    draft = draft_of(doc)
    if draft.votes is None:
        draft.votes = [Span(e.start_char, e.end_char, "PERSON") for e in doc.ents if e.label_ == "PERSON"]
    return draft.votes
