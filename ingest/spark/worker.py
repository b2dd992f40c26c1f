"""What a worker process keeps from task to task: its connection and its language model."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from graph.settings import Settings
from ingest.spark.store import WorkerStore

if TYPE_CHECKING:
    from nlp.gazetteer import Gazetteer
    from nlp.pipeline import Extractor

_KEPT: list[Extractor] = []


@lru_cache(maxsize=1)
def store_at(address: str, holder: str) -> WorkerStore:
    """The connection of this process, with the user and password of its own environment."""
    settings = Settings()
    return WorkerStore(address, settings.neo4j_user, settings.neo4j_password, holder)


def extractor(model: str, gazetteer: Gazetteer) -> Extractor:
    """A reader of notes that knows these names, the same from task to task; its model takes seconds to load."""
    from nlp.pipeline import Extractor

    if not _KEPT or (_KEPT[0].model, _KEPT[0].gazetteer) != (model, gazetteer):
        _KEPT[:] = [Extractor(model, gazetteer)]
    return _KEPT[0]
