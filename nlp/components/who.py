"""Component: who is who within the note."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from nlp.clauses import split
from nlp.draft import draft_of
from nlp.reading import read_people


@Language.component("kith_who")
def who(doc: Doc) -> Doc:
    """Joins mentions of one person, names kin and roles, and finds the note's subject."""
    draft = draft_of(doc)
    draft.reading = read_people(draft.text, draft.spans, split(draft.text))
    return doc
