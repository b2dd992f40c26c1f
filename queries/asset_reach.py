"""Whom does each community asset reach, and whom could it reach?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from queries.asset_contacts import Contacts, contacts_of
from queries.covering import leaves_of
from queries.needs_of_people import Cell, needs_of_people
from queries.question import Asked, Evidence, Question, Row, chosen
from queries.suppression import RULE, rounded, told


@dataclass(frozen=True)
class Reach:
    """How many people a community asset reaches, how many it could, and whether anybody refers to it."""

    asset: str
    full_name: str
    kind: str | None
    needs: tuple[str, ...]
    areas: tuple[str, ...]
    reached: int | None
    """People whom records show there, rounded; none where they are few."""
    reached_told: str
    could_reach: int | None
    """People of its areas in a need that it helps with whom no record shows there, rounded; none where they are few."""
    could_reach_told: str
    referrals: int
    """Referrals that records show to it."""
    nobody_refers: bool
    last_seen: date | None
    told: str
    seen_in: tuple[str, ...]
    """The files that tell of its contacts; not their rows, which would tell of single people."""
    evidence: tuple[Evidence, ...]
    """Its own listings."""


@dataclass(frozen=True)
class AssetReach(Question[Reach]):
    """Whom each community asset reaches and could reach by need and area, and the assets that nobody refers to."""

    answer: ClassVar[type] = Reach
    asset: str | None = chosen(None, "only this asset", label="Asset")
    area: str | None = chosen(None, "only assets for this area, or one inside or around it", label="Area")
    unreferred: bool = chosen(False, "only assets that nobody refers to")

    def respond(self, rows: Sequence[Row], asked: Asked) -> tuple[tuple[Reach, ...], tuple[str, ...]]:
        """A row an asset, those that could reach most people more first."""
        contacts = contacts_of(rows, asked.place, asked.as_of)
        needs = needs_of_people(asked)
        around = asked.place.family(self.area) if self.area else None
        shown = [row for row in rows if around is None or around & set(row["areas"])]
        found = [_reach(row, contacts.get(row["asset"], Contacts()), needs, asked) for row in shown]
        kept = [pair for pair in found if pair[1].nobody_refers or not self.unreferred]
        ordered = sorted(kept, key=lambda pair: (-pair[0], pair[1].full_name, pair[1].asset))
        return tuple(reach for _, reach in ordered), (
            RULE,
            "Whoever comes and signs nothing is not seen; restricted people are counted nowhere",
        )


def _reach(row: Row, contacts: Contacts, needs: Mapping[Cell, frozenset[str]], asked: Asked) -> tuple[int, Reach]:
    """An asset's reach, with how many more it could reach."""
    leaves = leaves_of(row, asked.place)
    wanting = {person for need in row["needs"] for leaf in leaves for person in needs.get((need, leaf), ())}
    could = len(wanting - contacts.people)
    return could, Reach(
        asset=row["asset"],
        full_name=row["full_name"] or row["asset"],
        kind=row["kind"],
        needs=tuple(sorted(set(row["needs"]))),
        areas=tuple(sorted(set(row["areas"]))),
        reached=rounded(len(contacts.people)),
        reached_told=told(len(contacts.people)),
        could_reach=rounded(could),
        could_reach_told=told(could),
        referrals=len(contacts.referrals),
        nobody_refers=not contacts.referrals,
        last_seen=contacts.last,
        told=_told(contacts, could),
        seen_in=tuple(sorted(contacts.files)),
        evidence=tuple(Evidence(key, None, None) for key in sorted(set(row["records"]))),
    )


def _told(contacts: Contacts, could: int) -> str:
    referred = f"{len(contacts.referrals)} referred to it" if contacts.referrals else "nobody refers to it"
    return f"reaches {told(len(contacts.people))} by record; could reach {told(could)} more; {referred}"
