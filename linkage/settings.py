"""The settings of linkage, as linkage/settings.yaml has them: comparisons, thresholds and limits."""

from functools import cache
from importlib.resources import files

import yaml
from pydantic import BaseModel, ConfigDict, Field

from linkage.levels import Level, level
from linkage.shape import SHAPES, Shape


class Comparison(BaseModel):
    """One thing in which two records are compared, from most alike to least."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    name: str
    needs: tuple[str, ...]
    """Columns without which nothing is compared."""
    unless: str | None = None
    """A test that, where it holds, leaves this comparison out: another has counted it."""
    about: str
    levels: tuple[str, ...]
    agrees: int
    """So many levels from the top count as agreeing."""
    frequency: str | None = None
    """The column whose rare values weigh more on the exact level."""
    rarest: float = 1e-5
    """No value is rarer than so, however few of the records bear it."""
    housemates: dict[int, float] = Field(default_factory=dict)
    """How often two of one household agree on a level, where that is more than for strangers."""

    @property
    def tests(self) -> tuple[Level, ...]:
        """The levels as tests."""
        return _tests(self.levels)


class Kind(BaseModel):
    """How records of one kind are compared and joined."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    name: str
    same: float
    review: float
    unsaid: float
    unproven: float
    strongest: float
    floor: float
    whole_below: int
    crowd: int
    own: int
    loose: int
    households: float
    alarm: int
    learn_from: int
    few: int
    comparisons: tuple[Comparison, ...]
    strict: tuple[tuple[str, ...], ...]
    learn_on: tuple[tuple[str, ...], ...]
    household_by: tuple[str, ...]
    contradict: tuple[str, ...] = ()

    @property
    def shape(self) -> Shape:
        """What records of the kind are made of."""
        return SHAPES[self.name]

    @property
    def frequencies(self) -> set[str]:
        """The columns whose rare values weigh more."""
        return {one.frequency for one in self.comparisons if one.frequency}

    def comparison(self, name: str) -> Comparison:
        """The comparison of a name."""
        return next(one for one in self.comparisons if one.name == name)


@cache
def _tests(levels: tuple[str, ...]) -> tuple[Level, ...]:
    return tuple(level(written) for written in levels)


@cache
def settings_of(kind: str) -> Kind:
    """How records of a kind, `person` or `organisation`, are linked."""
    return Kind(name=kind, **yaml.safe_load(files("linkage").joinpath("settings.yaml").read_text("utf-8"))[kind])
