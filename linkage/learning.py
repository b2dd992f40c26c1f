"""From prepared records to scored pairs: learn what they can teach, score, and settle how common a match is."""

from dataclasses import replace
from typing import Protocol

from linkage.model import Model
from linkage.pairs import Pairs, scored
from linkage.settings import Kind
from linkage.training import FOUND

ROUNDS = 8
FEWEST = 0.01
"""Housemates for each match, where records show none: there may always be some."""


class Engine(Protocol):
    """Splink on one backend, with one table of records."""

    def matches(self) -> int:
        """How many pairs strict rules find."""

    def housemates(self) -> int:
        """How many pairs are plainly of two people of one household."""

    def learn(self, start: Model, matches: int) -> Model:
        """A model learned from the records, beginning with another."""

    def score(self, model: Model) -> Pairs:
        """All pairs that share a key and are not plainly two."""


def model_for(engine: Engine, kind: Kind, start: Model, records: int) -> Model:
    """The model for an engine's records: learned from them, or where they are too few the one to start from."""
    matches, housemates = engine.matches(), engine.housemates()
    prior = max(matches, 1) / FOUND / max(1, records * (records - 1) / 2)
    if matches < kind.learn_from:
        return replace(start, prior=min(prior, 0.2))
    ratio = max(FEWEST, housemates / (matches / FOUND))
    return replace(engine.learn(start, matches), housemates=ratio, prior=prior)


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
