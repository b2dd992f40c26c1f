"""Component: whether a need is so, whose it is, and who says it."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from nlp.assertions import assert_needs
from nlp.draft import draft_of
from nlp.experiencers import experiencers
from nlp.sayers import sayers


@Language.component("kith_qualifiers")
def qualifiers(doc: Doc) -> Doc:
    """Negated, hypothetical, historical; the experiencer; the person who reports it."""
    draft = draft_of(doc)
    reading = draft.reading
    if reading is not None:
        needs = [span for span in draft.spans if span.label == "NEED"]
        draft.asserted = assert_needs(draft.text, needs, reading.sentences)
        draft.bearers = experiencers(reading, needs)
        draft.sayers = sayers(reading, needs)
    return doc
