"""What does the community have for this need?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from queries.question import Asked, Evidence, Question, Row, chosen, named


@dataclass(frozen=True)
class Lead:
    """Something of the community's that may help: a lead, not cover."""

    asset: str
    full_name: str
    kind: str | None
    description: str | None
    meets_when: str | None
    contact: str | None
    address: str | None
    postcode: str | None
    areas: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class AssetsForNeed(Question[Lead]):
    """Halls, groups, clubs and skills of the community that help with a need, in an area or everywhere."""

    answer: ClassVar[type] = Lead
    need: str = named("Need", "the need, by its code or words")
    area: str | None = chosen(None, "only in this area, inside it or around it", label="Area")

    def shape(self, rows: Sequence[Row], asked: Asked) -> tuple[Lead, ...]:
        """One row an asset; those that say no area are kept, for they may serve any."""
        wanted = asked.place.family(self.area) if self.area else None
        return tuple(_lead(row) for row in rows if wanted is None or not row["areas"] or wanted & set(row["areas"]))


def _lead(row: Row) -> Lead:
    evidence = tuple(Evidence(key, None, row["words"]) for key in sorted(row["records"]))
    kept = {
        name: row[name] for name in ("asset", "full_name", "kind", "description", "meets_when", "contact", "address", "postcode")
    }
    return Lead(**kept, areas=tuple(sorted(row["areas"])), evidence=evidence)
