"""Component: named people."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from nlp.cover import Cover
from nlp.draft import draft_of, votes
from nlp.employers import find_employers
from nlp.known import Known
from nlp.people import find_people
from nlp.spans import choose
from nlp.vocabulary import vocabulary


class Names:
    """Names by what stands around them, by lists, by the model's vote, and by what the graph knows."""

    def __init__(self) -> None:
        self.people = Known((), "PERSON")

    def __call__(self, doc: Doc) -> Doc:
        """Finds people, then bodies that only a person's or role's place of work tells."""
        draft = draft_of(doc)
        taken = Cover(len(draft.text), draft.fixed)
        sure = [span for span in self.people.find(draft.text) if taken.free(span.start, span.end)]
        people = find_people(draft.text, draft.fixed, vocabulary(), votes(doc), sure)
        spans = choose([draft.fixed, people])
        draft.spans = choose([find_employers(draft.text, spans, vocabulary()), spans])
        return doc


@Language.factory("kith_names")
def make_names(nlp: Language, name: str) -> Names:
    """Names that know no place's people yet."""
    return Names()
