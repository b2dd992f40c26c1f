"""What has nobody confirmed of late, and whose is it to confirm?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from graph.errors import QuestionError
from queries.months import months_before
from queries.question import Asked, Evidence, Question, Row, chosen

NOBODY = "nobody named"
REGISTERED = "its own organisation registered it, and nobody has moderated it"


@dataclass(frozen=True)
class Stale:
    """A listing that nobody confirmed within the months asked about, or a source that has fallen silent."""

    owner: str
    """Whoever provides it; else whoever lists it."""
    kind: str
    """service, asset, or source: an agency's file or feed as a whole."""
    uid: str
    full_name: str
    status: str
    """stale; unconfirmed: its own organisation registered it, and nobody has moderated it; or never: no record says
    that anybody ever confirmed it."""
    confirmed_on: date | None
    days: int | None
    """How long ago that was."""
    told: str
    ask: tuple[str, ...]
    """Who lists it, where that is not its owner."""
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class WhatsStale(Question[Stale]):
    """Services, assets and sources that nobody has confirmed of late, by whose they are to confirm."""

    answer: ClassVar[type] = Stale
    months: int = chosen(6, "confirmed longer ago than so many months")
    owner: str | None = chosen(None, "only what this organisation provides or lists, by part of its name")
    area: str | None = chosen(None, "only for this area, or one inside or around it", label="Area")

    def __post_init__(self) -> None:
        if self.months < 1:
            raise QuestionError(f"{self.months} months are no time", "Ask for one month at least")

    def respond(self, rows: Sequence[Row], asked: Asked) -> tuple[tuple[Stale, ...], tuple[str, ...]]:
        """A row a listing, by owner, the longest unconfirmed first."""
        since = months_before(asked.as_of, self.months)
        around = asked.place.family(self.area) if self.area else None
        found = [
            _stale(row, asked.as_of)
            for row in rows
            if (row["confirmed_on"] is None or row["confirmed_on"] < since)
            and (around is None or around & set(row["areas"]))
            and self._owned(row)
        ]
        return tuple(sorted(found, key=_order)), (
            "What a directory says of itself is taken for confirmed on the day it says; nobody was asked",
        )

    def _owned(self, row: Row) -> bool:
        wanted = (self.owner or "").lower()
        return not wanted or any(wanted in (name or "").lower() for name in (*row["owners"], *row["listers"]))


def _stale(row: Row, as_of: date) -> Stale:
    owners = sorted({name for name in row["owners"] if name})
    listers = sorted({name for name in row["listers"] if name})
    confirmed: date | None = row["confirmed_on"]
    return Stale(
        owner=", ".join(owners or listers) or NOBODY,
        kind=row["kind"],
        uid=row["uid"],
        full_name=row["full_name"] or row["uid"],
        status="stale" if confirmed else "unconfirmed" if row["unconfirmed"] else "never",
        confirmed_on=confirmed,
        days=(as_of - confirmed).days if confirmed else None,
        told=REGISTERED if row["unconfirmed"] else _told(row["kind"], confirmed, as_of),
        ask=tuple(name for name in listers if owners and name not in owners),
        evidence=tuple(Evidence(key, confirmed, None) for key in sorted(set(row["records"]))),
    )


def _told(kind: str, confirmed: date | None, as_of: date) -> str:
    if confirmed is None:
        return "no record says that anybody confirmed it"
    what = "its newest record is of" if kind == "source" else "confirmed last on"
    return f"{what} {confirmed.isoformat()}, {(as_of - confirmed).days:,} days ago"


def _order(row: Stale) -> tuple[str, int, str, str]:
    return row.owner, -(row.days if row.days is not None else 1_000_000), row.full_name, row.uid
