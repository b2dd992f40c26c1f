"""From prepared records to scored pairs: learn what they can teach, score, and settle how common a match is."""

from dataclasses import replace

from linkage.engine import Engine
from linkage.model import Model
from linkage.pairs import Pairs, scored
from linkage.settings import Kind
from linkage.training import FOUND

ROUNDS = 8
REPEATED = 0.02
"""Where strict rules find next to nothing: the share of records taken to have another of the same."""
MOST_COMMON = 0.2
FEWEST = 0.01
"""Housemates for each match, where records show none: there may always be some."""


def model_for(engine: Engine, kind: Kind, start: Model, records: int) -> Model:
    """The model for an engine's records: learned from them as far as they go, the rest as in the one to start from.

    Strangers need no matches to be known by; what matches look like is learned only where strict rules find enough.
    """
    matches, housemates = engine.matches(), engine.housemates()
    every = max(1.0, records * (records - 1) / 2)
    expected = max(matches / FOUND, REPEATED * records)
    prior = min(expected / every, MOST_COMMON)
    if records < kind.few:
        return replace(start, prior=prior)
    if matches < kind.learn_from:
        return replace(engine.learn(start, sessions=False), prior=prior, housemates=max(start.housemates, FEWEST))
    ratio = max(FEWEST, housemates / (matches / FOUND))
    return replace(engine.learn(start, sessions=True), housemates=ratio, prior=prior)


def settled(kind: Kind, model: Model, pairs: Pairs, records: int) -> tuple[Model, Pairs]:
    """The model and pairs once the prior is what the pairs themselves say it is."""
    if model.records == 0:
        return model, pairs
    every = records * (records - 1) / 2
    housemates = model.housemates * model.prior * every
    for _ in range(ROUNDS):
        found = float(pairs.probability.sum())
        before = model.prior
        model = replace(model, prior=max(found, 1.0) / every, housemates=max(FEWEST, housemates / max(found, 1.0)))
        pairs = scored(kind, model, pairs.left, pairs.right, pairs.levels, pairs.bits)
        if abs(model.prior - before) < 0.01 * before:
            break
    return model, pairs
