"""Component: what was found, as plain values that pass from process to process."""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from nlp.draft import KEY, Draft, draft_of
from nlp.extraction import FLAGS, SUBJECT
from nlp.spans import Span

FOUND = "kith.found"


@Language.component("kith_telling")
def telling(doc: Doc) -> Doc:
    """Leaves entities and relations in the document's user data, and clears the draft."""
    draft = draft_of(doc)
    entities = [entity(draft, span) for span in draft.spans]
    relations = [{name: value for name, value in vars(relation).items() if value} for relation in draft.relations]
    doc.user_data[FOUND] = {
        "entities": entities,
        "relations": relations,
        "contacts": [vars(one) for one in draft.contacts],
        "meetings": [vars(one) for one in draft.meetings],
    }
    del doc.user_data[KEY]
    return doc


def entity(draft: Draft, span: Span) -> dict[str, Any]:
    """One mention as plain values; places are those of the written-out text."""
    row: dict[str, Any] = {"id": draft.ids[span], "label": span.label, "start": span.start, "end": span.end}
    same = draft.reading.joined.get(span) if draft.reading else None
    if same is not None:
        row["same_as"] = draft.ids[same]
    if span.iso is not None:
        row["iso"] = span.iso.isoformat()
    if span.label != "NEED":
        return row
    asserted, bearer, sayer = draft.asserted.get(span), draft.bearers.get(span), draft.sayers.get(span)
    row |= {flag: True for flag in FLAGS if asserted is not None and getattr(asserted, flag)}
    row |= {"code": span.value, "experiencer": draft.ids[bearer] if bearer else SUBJECT}
    return row | ({"said_by": draft.ids[sayer]} if sayer else {})
