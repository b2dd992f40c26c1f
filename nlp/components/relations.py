"""Component: the ties that a note tells of."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from nlp.draft import draft_of
from nlp.extraction import SUBJECT, Contact, Meeting
from nlp.reading import Reading
from nlp.relations import find_relations
from nlp.spans import Span
from nlp.ties.contacts import find_contacts
from nlp.ties.meetings import find_meetings

LETTERS = {"PERSON": "p", "FAMILY": "f", "ROLE": "r", "ORG": "o", "PLACE": "a", "DATE": "d", "NEED": "n", "PROCESS": "x"}


def contacts(reading: Reading, ids: dict[Span, str]) -> list[Contact]:
    """Whom the writer was with, each place once."""
    found = [
        Contact(ids[met.who] if met.who else SUBJECT, met.start, met.end, met.whole, met.known) for met in find_contacts(reading)
    ]
    return list(dict.fromkeys(found))


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
        draft.contacts = contacts(draft.reading, draft.ids)
        draft.meetings = [
            Meeting(tuple(draft.ids[one] for one in present), start, end) for present, start, end in find_meetings(draft.reading)
        ]
    return doc
