"""Which services are listed twice?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from linkage.schedule import when_of
from queries.namesakes import chance, said_for_and_against
from queries.question import Asked, Evidence, Question, Row, chosen

SAID = ("needs", "areas", "ages", "when", "postcode", "contact", "url")
"""What two listings may say otherwise of one service."""


@dataclass(frozen=True)
class ServiceDuplicate:
    """Two listings, of two directories, that are or may be one service."""

    service_a: str
    service_b: str
    name_a: str
    name_b: str
    provider_a: str | None
    provider_b: str | None
    verdict: str
    """`same`, and no overlap is told of the two, or `review`: for a person to say."""
    judged: bool
    """Whether somebody has said so."""
    probability: float
    speaks_for: tuple[str, ...]
    """In what the two agree, the weightiest first."""
    speaks_against: tuple[str, ...]
    says_otherwise: tuple[str, ...]
    """What the one listing says and the other says otherwise: to be put right in one of them."""
    only_one_says: tuple[str, ...]
    """What one of them leaves out."""
    evidence: tuple[Evidence, ...]
    unconfirmed: tuple[str, ...] = ()
    """Those of the two that their own organisations registered and nobody has moderated yet, by uid."""


@dataclass(frozen=True)
class ServiceDuplicates(Question[ServiceDuplicate]):
    """Pairs of listings in two directories that are or may be one service, the likeliest first."""

    answer: ClassVar[type] = ServiceDuplicate
    area: str | None = chosen(None, "only in this area, or one inside it", label="Area")
    verdict: str | None = chosen(None, "only `same`, or only `review`")

    def shape(self, rows: Sequence[Row], asked: Asked) -> tuple[ServiceDuplicate, ...]:
        """One row a pair that is listed for some of the area."""
        wanted = asked.place.smallest(self.area) if self.area else None
        kept = [row for row in rows if self.verdict in (None, row["verdict"]) and _covers(row, wanted, asked)]
        return tuple(map(_duplicate, sorted(kept, key=lambda row: (-row["bits"], row["service_a"], row["service_b"]))))


def _covers(row: Row, wanted: frozenset[str] | None, asked: Asked) -> bool:
    if wanted is None:
        return True
    return any(asked.place.smallest(area) & wanted for area in (*row["areas_a"], *row["areas_b"]))


def _duplicate(row: Row) -> ServiceDuplicate:
    speaks_for, speaks_against = said_for_and_against(row["reasons"])
    said = {name: (_plain(name, row[f"{name}_a"]), _plain(name, row[f"{name}_b"])) for name in SAID}
    return ServiceDuplicate(
        service_a=row["service_a"],
        service_b=row["service_b"],
        name_a=row["name_a"],
        name_b=row["name_b"],
        provider_a=", ".join(sorted(row["providers_a"])) or None,
        provider_b=", ".join(sorted(row["providers_b"])) or None,
        verdict=row["verdict"],
        judged=row["judged"],
        probability=chance(row["bits"]),
        speaks_for=speaks_for,
        speaks_against=speaks_against,
        says_otherwise=tuple(name for name, (one, other) in said.items() if one and other and one != other),
        only_one_says=tuple(name for name, (one, other) in said.items() if bool(one) != bool(other)),
        evidence=tuple(Evidence(key, None, None) for key in sorted({*row["records_a"], *row["records_b"]})),
        unconfirmed=tuple(row[f"service_{end}"] for end in "ab" if row[f"unconfirmed_{end}"]),
    )


def _plain(name: str, said: Any) -> Any:
    """What is said, in whatever order or words; None and empty alike."""
    if name == "when":
        return (when_of(said).days and when_of(said)) if said else None
    if isinstance(said, list):
        return tuple(sorted(map(str, said))) if any(one is not None for one in said) else None
    return said or None
