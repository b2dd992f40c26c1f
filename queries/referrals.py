"""Chains of referrals: which of them are one, which led back to where they began, and what they came to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from queries import discretion
from queries.question import Asked, Evidence, Row

ACCEPTED, REFUSED, SIGNPOSTED, UNANSWERED, UNKNOWN = "accepted", "refused", "signposted", "no answer", "not said"
SORTS = {
    "accepted": ACCEPTED,
    "attended": ACCEPTED,
    "did_not_meet_threshold": REFUSED,
    "declined": REFUSED,
    "refused": REFUSED,
    "no_further_action": REFUSED,
    "not_eligible": REFUSED,
    "rejected": REFUSED,
    "signposted": SIGNPOSTED,
    "no_response": UNANSWERED,
}
"""What outcomes of referrals come to for whoever was referred."""
TOLD_LATE = timedelta(days=366)
"""A note may tell of a referral so much later."""
GENERAL = frozenset(
    [
        "the",
        "a",
        "of",
        "for",
        "and",
        "team",
        "service",
        "services",
        "front",
        "door",
        "centre",
        "center",
        "department",
        "dept",
        "council",
    ]
)


@dataclass(frozen=True)
class ReferralStep:
    """One service asking another to take somebody on, or sending them there, and what came of it."""

    referred_on: date | None
    sender: str | None
    receiver: str | None
    outcome: str
    """In the words of the record: accepted, did not meet threshold, signposted …"""
    came_to: str
    """accepted, refused, signposted, no answer, or not said."""
    reason: str | None
    days: int | None
    """Since the step before."""
    in_loop: bool
    """Part of a way that led back to where it began."""
    evidence: tuple[Evidence, ...]


@dataclass
class Referred:
    """A referral as all records that tell of it do; the first of them words it."""

    rows: list[Row]

    @property
    def on(self) -> date | None:
        """The day of the referral; of one that only notes tell, the first note's."""
        day: date | None = self.rows[0]["referred_on"]
        return day

    @property
    def sender(self) -> str | None:
        """Who referred."""
        return next((name for row in self.rows for name in row["senders"]), None)

    @property
    def receiver(self) -> str | None:
        """Who was asked."""
        return next((name for row in self.rows for name in row["receivers"]), None)

    @property
    def came_to(self) -> str:
        """What it came to, by the first record that says so."""
        return next((sort for row in self.rows if (sort := sort_of(row["outcome"])) != UNKNOWN), UNKNOWN)


def sort_of(outcome: str | None) -> str:
    """What an outcome comes to.

    >>> sort_of("did not meet threshold"), sort_of(None)
    ('refused', 'not said')
    """
    return SORTS.get((outcome or "").strip().lower().replace(" ", "_"), UNKNOWN)


def same_body(one: str | None, other: str | None) -> bool:
    """Whether two names, within one person's chain, are one service's: all telling words of one are in the other.

    >>> same_body("Adult Social Care", "Adult Social Care front door"), same_body("GP", "GP (Wharf Medical)")
    (True, True)
    >>> same_body("School nursing", "Harrowdale High"), same_body(None, "GP")
    (False, False)
    """
    first, second = _telling(one), _telling(other)
    return bool(first and second) and (first <= second or second <= first)


def referrals_of(rows: Sequence[Row], day: date) -> list[Referred]:
    """The referrals up to a day in order, each with all rows that tell of it; what a note tells again is not another."""
    known = [row for row in rows if row["referred_on"] is None or row["referred_on"] <= day]
    found: list[Referred] = []
    for row in sorted(known, key=_order):
        same = [one for one in found if row["form"] == "note" and _tells_again(row, one)]
        if same:
            max(same, key=lambda one: one.on or date.min).rows.append(row)
        else:
            found.append(Referred([row]))
    return sorted(found, key=lambda one: (one.on or date.min, str(one.rows[0]["record"])))


def loop_of(referrals: Sequence[Referred]) -> frozenset[int]:
    """The places, in a chain, of the steps of the first way that leads back to where it began.

    Each step sets out from where the one before it led to, on the same day or later.
    """
    for first in range(len(referrals)):
        if found := _back(referrals, [first]):
            return frozenset(found)
    return frozenset()


def ended_in(referrals: Sequence[Referred]) -> str:
    """accepted, where somebody took the person on and nobody turned them away after; else nothing."""
    accepted = [one.on or date.min for one in referrals if one.came_to == ACCEPTED]
    turned = [one.on or date.min for one in referrals if one.came_to in (REFUSED, UNANSWERED)]
    return ACCEPTED if accepted and max(accepted) >= max(turned, default=date.min) else "nothing"


def steps_of(referrals: Sequence[Referred], asked: Asked) -> tuple[ReferralStep, ...]:
    """The chain as it is shown."""
    loop = loop_of(referrals)
    found, before = [], None
    for at, one in enumerate(referrals):
        found.append(_step(one, at in loop, (one.on - before).days if one.on and before else None, asked))
        before = one.on or before
    return tuple(found)


def _step(one: Referred, in_loop: bool, days: int | None, asked: Asked) -> ReferralStep:
    row = one.rows[0]
    return ReferralStep(
        referred_on=one.on,
        sender=discretion.body_shown(one.sender, row, asked),
        receiver=discretion.body_shown(one.receiver, row, asked),
        outcome=(row["outcome"] or UNKNOWN).replace("_", " "),
        came_to=one.came_to,
        reason=None if discretion.wordless(row, asked) else row["reason"],
        days=days,
        in_loop=in_loop,
        evidence=tuple(discretion.evidence({**each, "said_on": each["referred_on"]}, asked, each["reason"]) for each in one.rows),
    )


def _tells_again(row: Row, one: Referred) -> bool:
    """Whether a note's row tells of a referral that is known: to the same service, not long before, coming to the same."""
    if row["record"] == one.rows[0]["record"]:
        return False
    sort = sort_of(row["outcome"])
    fits = sort in (UNKNOWN, one.came_to) or (one.rows[0]["form"] == "note" and one.came_to == UNKNOWN)
    told, on = row["referred_on"], one.on
    near = told is None or on is None or timedelta(0) <= told - on <= TOLD_LATE
    return fits and near and any(same_body(name, one.receiver) for name in row["receivers"])


def _back(referrals: Sequence[Referred], path: list[int]) -> list[int] | None:
    began, last = referrals[path[0]], referrals[path[-1]]
    if same_body(last.receiver, began.sender):
        return path
    for at, following in enumerate(referrals):
        later = (following.on or date.max) >= (last.on or date.min)
        follows = at not in path and later and same_body(following.sender, last.receiver)
        if follows and (found := _back(referrals, [*path, at])):
            return found
    return None


def _order(row: Row) -> tuple[bool, date, str, str]:
    return (row["form"] == "note", row["referred_on"] or date.min, str(row["record"]), str(row["referral"]))


@lru_cache(maxsize=16_384)
def _telling(name: str | None) -> frozenset[str]:
    """The words of a name that tell one service from another."""
    words = frozenset(re.findall(r"[a-z0-9]+", re.sub(r"['’]s?\b", "", (name or "").lower())))
    return words - GENERAL or words
