"""Which organisations work together, how often, and how do we know?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from graph.errors import QuestionError
from queries.partnerships import MEETING, NOTE, REFERRAL, Partnership, partnerships
from queries.question import Asked, Evidence, Question, Row, chosen


@dataclass(frozen=True)
class PartnerLink:
    """Two bodies that work together, both ways, with every record that shows it."""

    body_a: str
    body_b: str
    name_a: str
    name_b: str
    times: int
    """All occasions: meetings, referrals and notes."""
    meetings: int
    """Records that name workers of both with the same family, such as a team around it."""
    referrals_to_b: int
    referrals_to_a: int
    accepted: int
    """Of the referrals, how many were accepted."""
    notes: int
    """Notes that tell of the two working together."""
    first: date | None
    last: date | None
    told: str
    """In one sentence: how often, in which way, and whether it goes both ways."""
    also_called: tuple[str, ...]
    """Other names that records have for either, counted with it."""
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class PartnerLinks(Question[PartnerLink]):
    """Organisations that work together: how often they sit together, refer to each other and are named together, the closest first."""

    answer: ClassVar[type] = PartnerLink
    organisation: str | None = chosen(None, "only with this organisation", label="Organisation")
    least: int = chosen(1, "only pairs with so many occasions or more")
    since: date | None = chosen(None, "only occasions from this day on")

    def __post_init__(self) -> None:
        if self.least < 1:
            raise QuestionError(f"at least {self.least} occasions is no bound", "Ask for one at least")

    def respond(self, rows: Sequence[Row], asked: Asked) -> tuple[tuple[PartnerLink, ...], tuple[str, ...]]:
        """A row a pair, the most occasions first."""
        recent = [
            row for row in rows if self.since is None or (row["happened_on"] or row["recorded_on"] or date.min) >= self.since
        ]
        found, register = partnerships(recent, asked)
        wanted = register.of(self.organisation) if self.organisation else None
        kept = [
            one
            for one in found
            if len(one.occasions) >= self.least
            and (self.organisation is None or (wanted and wanted.uid in (one.one.uid, one.other.uid)))
        ]
        links = tuple(sorted(map(_link, kept), key=lambda link: (-link.times, link.name_a, link.name_b)))
        return links, unseen(asked)


def unseen(asked: Asked) -> tuple[str, ...]:
    """What an answer about who works together cannot see."""
    told = () if asked.cleared else ("What restricted records tell counts for a cleared caller alone",)
    return (*told, "Work together that no record, referral or note tells; workers whose employer none names")


def _link(found: Partnership) -> PartnerLink:
    first, second = sorted((found.one, found.other), key=lambda body: (body.full_name, body.uid))
    days = sorted(one.happened_on for one in found.occasions if one.happened_on)
    sent = sum(one.kind == REFERRAL and one.receiver == second.uid for one in found.occasions)
    received = found.count(REFERRAL) - sent
    return PartnerLink(
        body_a=first.uid,
        body_b=second.uid,
        name_a=first.full_name,
        name_b=second.full_name,
        times=len(found.occasions),
        meetings=found.count(MEETING),
        referrals_to_b=sent,
        referrals_to_a=received,
        accepted=sum(one.accepted for one in found.occasions),
        notes=found.count(NOTE),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        told=_told(found, sent, received),
        also_called=tuple(sorted({*first.also, *second.also})),
        evidence=found.evidence(),
    )


def _told(found: Partnership, sent: int, received: int) -> str:
    parts = [
        _times(found.count(MEETING), "meeting", "meetings"),
        _times(sent + received, "referral", "referrals")
        + (" both ways" if sent and received else " one way" if sent + received else ""),
        _times(found.count(NOTE), "note", "notes"),
    ]
    return ", ".join(part for part in parts if part)


def _times(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}" if count else ""
