"""How was this person sent from pillar to post?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from queries import discretion
from queries.question import Asked, Evidence, Question, Row, named
from queries.referrals import ACCEPTED, REFUSED, UNANSWERED, ReferralStep, ended_in, referrals_of, steps_of


@dataclass(frozen=True)
class Chain:
    """One person's way from service to service."""

    person: str
    full_name: str | None
    steps: tuple[ReferralStep, ...]
    """Referrals in order, each with what came of it."""
    loop: bool
    """Whether part of the way led back to where it began."""
    ended_in: str
    """accepted, where somebody took the person on and nobody turned them away after; else nothing."""
    turned_away: int
    """How often a service said no, or nothing."""
    days: int | None
    """From the first referral until somebody last took the person on, or until the answer's day where nobody has."""
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class PillarToPost(Question[Chain]):
    """The chain of referrals, refusals by criteria and signposts of a person, with the days between and where it led back."""

    answer: ClassVar[type] = Chain
    person: str = named("Person", "the person")

    def shape(self, rows: Sequence[Row], asked: Asked) -> tuple[Chain, ...]:
        """One row, with the whole chain; none where nobody referred the person."""
        found = referrals_of(rows, asked.as_of)
        if not found:
            return ()
        steps, ended = steps_of(found, asked), ended_in(found)
        dated = [one.on for one in found if one.on]
        until = (
            max((one.on for one in found if one.on and one.came_to == ACCEPTED), default=None)
            if ended == ACCEPTED
            else asked.as_of
        )
        return (
            Chain(
                person=rows[0]["person"],
                full_name=rows[0]["person_name"],
                steps=steps,
                loop=any(step.in_loop for step in steps),
                ended_in=ended,
                turned_away=sum(one.came_to in (REFUSED, UNANSWERED) for one in found),
                days=_days(dated, until),
                evidence=tuple(dict.fromkeys(told for step in steps for told in step.evidence)),
            ),
        )

    def unseen(self, rows: Sequence[Row], asked: Asked) -> tuple[str, ...]:
        """What restriction withheld, and what no record can tell."""
        return (*discretion.withheld(tuple(rows), asked), "Referrals that no table of referrals and no note tells")


def _days(dated: Sequence[date], until: date | None) -> int | None:
    return (until - min(dated)).days if dated and until else None
