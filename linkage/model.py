"""What linkage has learned: how often each level is met among pairs of one person, and among strangers."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cache
from importlib.resources import files
from math import log2
from pathlib import Path

from graph.errors import KithError
from linkage.settings import Comparison, Kind

FORMAT = 1
LEAST, MOST = 1e-7, 0.9999


@dataclass(frozen=True)
class Weights:
    """One comparison's chances, from its first level to `else`, and the bits they are worth."""

    m: tuple[float, ...]
    """Chance of each level where the two are one."""
    u: tuple[float, ...]
    """Chance of each level for two strangers."""

    def bits(self, at: int) -> float:
        """What meeting a level says for the two being one, in bits."""
        return log2(self.m[at] / self.u[at])


@dataclass(frozen=True)
class Model:
    """A versioned file: weights for each comparison, how common a match is, and how common values are."""

    weights: Mapping[str, Weights]
    prior: float
    """The chance that two records taken at random are one."""
    housemates: float = 2.0
    """How many pairs of records are of two housemates, for each that is of one person."""
    learned_from: str = "default"
    records: int = 0
    frequencies: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    """For columns whose rare values weigh more: the share of each common value."""

    @property
    def prior_bits(self) -> float:
        """The prior as log odds to base 2."""
        return log2(self.prior / (1 - self.prior))

    def save(self, path: Path) -> None:
        """Write the model as JSON."""
        told = asdict(self) | {"format": FORMAT, "weights": {name: asdict(w) for name, w in self.weights.items()}}
        path.write_text(json.dumps(told, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def load_model(path: Path) -> Model:
    """A model from its file.

    Raises KithError for a file that is none, or of another format.
    """
    try:
        return _model(json.loads(path.read_text("utf-8")), str(path))
    except (OSError, ValueError) as wrong:
        raise KithError(f"{path} is no linkage model: {wrong}", "Train one with `kith link --learn FILE`") from wrong


@cache
def default_model(kind: str = "person") -> Model:
    """The shipped model, for a place too small to learn its own."""
    return _model(json.loads(files("linkage").joinpath("data", f"{kind}-1.json").read_text("utf-8")), f"{kind}-1.json")


def _model(told: dict[str, object], name: str) -> Model:
    if told.pop("format", None) != FORMAT:
        raise KithError(f"{name} is a linkage model of another format", "Train it again with `kith link --learn FILE`")
    weights = told.pop("weights")
    assert isinstance(weights, dict)
    made = {key: Weights(tuple(w["m"]), tuple(w["u"])) for key, w in weights.items()}
    return Model(weights=made, **told)  # type: ignore[arg-type]


def in_bounds(chances: tuple[float, ...]) -> tuple[float, ...]:
    """Chances that are never nought or one, so that no level settles a pair alone."""
    return tuple(min(MOST, max(LEAST, chance)) for chance in chances)


def capped(kind: Kind, comparison: Comparison, weights: Weights, at: int, bits: float) -> float:
    """What a level says for one person and against two of one household, in bits.

    What a household shares says nothing; a forename or a birthday that twins, or father and son, share
    says no more than how rarely that is.
    """
    if comparison.about == "household":
        return 0.0
    chance = comparison.housemates.get(at)
    return bits if chance is None else min(bits, log2(weights.m[at] / chance))
