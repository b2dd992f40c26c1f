"""Component: dates and named periods, against the day of the note."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from nlp.dates import find_dates
from nlp.draft import draft_of


@Language.component("kith_dates")
def dates(doc: Doc) -> Doc:
    """Finds dates."""
    draft = draft_of(doc)
    draft.dates = find_dates(draft.text, draft.day)
    return doc
