"""Component: the ties that a note tells of."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from nlp.draft import draft_of
from nlp.relations import find_relations

LETTERS = {"PERSON": "p", "FAMILY": "f", "ROLE": "r", "ORG": "o", "PLACE": "a", "DATE": "d", "NEED": "n", "PROCESS": "x"}


@Language.component("kith_relations")
def relations(doc: Doc) -> Doc:
    """Numbers the mentions in reading order and finds the ties among them."""
    draft = draft_of(doc)
    counts: dict[str, int] = {}
    for span in draft.spans:
        letter = LETTERS[span.label]
        counts[letter] = counts.get(letter, 0) + 1
        draft.ids[span] = f"{letter}{counts[letter]}"
    if draft.reading is not None:
        draft.relations = find_relations(draft.reading, draft.ids)
    return doc
