"""Training spaCy's name finder and span categoriser on marked or corrected notes."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import filter_spans

SPANS = "needs"
"""The key under which a trained pipeline keeps the needs it sees."""
NAMED = ("PERSON", "FAMILY", "ROLE", "ORG", "PLACE", "DATE")


def train(
    notes: Sequence[Mapping[str, Any]], out: Path, rounds: int = 20, told: Callable[[int, float], None] | None = None
) -> int:
    """Train a pipeline on notes in the format of the marked notes and save it; returns how many notes it learned from.

    The pipeline is blank English with `ner` for names, kin, roles, bodies, places and dates and `spancat` for needs;
    name its folder as KITH_MODEL and its names join as votes.
    """
    nlp = spacy.blank("en")
    nlp.add_pipe("ner")
    nlp.add_pipe(
        "spancat",
        config={"spans_key": SPANS, "suggester": {"@misc": "spacy.ngram_range_suggester.v1", "min_size": 1, "max_size": 6}},
    )
    examples = [Example(nlp.make_doc(doc.text), doc) for doc in (marked(nlp, note) for note in notes)]
    nlp.initialize(lambda: examples)
    order = random.Random(0)
    for turn in range(rounds):
        order.shuffle(examples)
        losses: dict[str, float] = {}
        for batch in [examples[at : at + 8] for at in range(0, len(examples), 8)]:
            nlp.update(batch, losses=losses, drop=0.2)
        if told:
            told(turn + 1, sum(losses.values()))
    out.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(out)
    return len(examples)


def marked(nlp: Language, note: Mapping[str, Any]) -> Doc:
    """A note's marks on its words; a mark that splits a word is widened to it."""
    doc = nlp.make_doc(str(note["text"]))
    doc.ents = filter_spans(list(spans(doc, note, NAMED)))
    doc.spans[SPANS] = list(spans(doc, note, ("NEED",)))
    return doc


def spans(doc: Doc, note: Mapping[str, Any], labels: Iterable[str]) -> Iterable[Span]:
    """The marks with some labels, as spans."""
    for entity in note["entities"]:
        if entity["label"] in labels:
            span = doc.char_span(entity["start"], entity["end"], label=entity["label"], alignment_mode="expand")
            if span is not None:
                yield span
