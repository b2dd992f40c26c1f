"""What a worker process keeps from task to task: its connection and its language model."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from graph.settings import Settings
from ingest.spark.store import WorkerStore

if TYPE_CHECKING:
    from spacy.language import Language

    from nlp.gazetteer import Gazetteer
    from nlp.pipeline import Extractor


@lru_cache(maxsize=1)
def store_at(address: str) -> WorkerStore:
    """The connection of this process, with the user and password of its own environment."""
    settings = Settings()
    return WorkerStore(address, settings.neo4j_user, settings.neo4j_password)


def extractor(model: str, gazetteer: Gazetteer) -> Extractor:
    """A reader of notes that knows these names; the model behind it is loaded once in a process."""
    from nlp.pipeline import Extractor

    made = Extractor(model, gazetteer)
    made.nlp = _language(model)
    return made


@lru_cache(maxsize=1)
def _language(model: str) -> Language:
    from nlp.model import load_model

    return load_model(model)
