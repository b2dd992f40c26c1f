"""What is counted before and after, and what one of each costs by a source that a place cites."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from queries.place_rules import Rules


class CountedMeasure(BaseModel):
    """One measure: strains of some codes, or assessments, referrals or moves."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    measure: str
    label: str
    of: Literal["strains", "assessments", "referrals", "moves"] = "strains"
    strains: list[str] = []
    outcomes: list[str] = []
    """Of referrals, only those that came to this."""


class MetricRules(Rules):
    """queries/rules/metrics.yaml, or a place's own."""

    measures: list[CountedMeasure]


class UnitCost(BaseModel):
    """What one of something costs, and who says so."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    pounds: float = Field(ge=0)
    source: str = Field(min_length=10)
    """The publication that says so, with its year and table."""


class UnitCosts(Rules):
    """A place's own unit_costs.yaml."""

    costs: dict[str, UnitCost]
