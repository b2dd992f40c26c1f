"""The blueprint of an integrated team, as a place keeps it."""

from pydantic import BaseModel, ConfigDict

from queries.place_rules import Rules

SECTIONS = ("footprint", "principles", "structure", "co_location", "governance", "metrics", "community")


class Item(BaseModel):
    """One thing that a team should have."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    item: str
    told: str
    least: float | None = None
    """How many of it, or how much, at least."""


class BlueprintRules(Rules):
    """queries/rules/blueprint.yaml, or a place's own."""

    footprint: list[Item]
    principles: list[Item]
    structure: list[Item]
    co_location: list[Item]
    governance: list[Item]
    metrics: list[Item]
    community: list[Item]
    capabilities: dict[str, list[str]]
    """Each capability that every team should have, with the needs of families that it serves."""

    def sections(self) -> list[tuple[str, Item]]:
        """Every item with its section, in order."""
        return [(section, item) for section in SECTIONS for item in getattr(self, section)]
