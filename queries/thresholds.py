"""Which thresholds turn people away, and where do they send them?"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from queries import discretion
from queries.question import Asked, Evidence, Question, Row, chosen
from queries.referrals import REFUSED, SIGNPOSTED, UNANSWERED, Referred, loop_of, referrals_of, same_body

SHOWN = 12


@dataclass(frozen=True)
class Threshold:
    """One service, and how often it said no, or nothing, to whoever was sent to it."""

    service: str
    """As most referrals write it."""
    referrals: int
    """Put to it, with an outcome or without."""
    refused: int
    """Did not meet its threshold, or no further action."""
    sent_on: int
    """Signposted elsewhere."""
    unanswered: int
    people: int
    """How many different people were refused, sent on or left without an answer."""
    in_loops: int
    """How many of them came back to where they had begun."""
    asked_by: tuple[str, ...]
    """Who had sent them, the most frequent first."""
    went_next: tuple[str, ...]
    """Where they were sent after, the most frequent first."""
    reasons: tuple[str, ...]
    """What they had come for."""
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Thresholds(Question[Threshold]):
    """Services that turn people away by their criteria or leave them without an answer, whom from, and where people went next."""

    answer: ClassVar[type] = Threshold
    since: date | None = chosen(None, "only referrals from this day on")

    def shape(self, rows: Sequence[Row], asked: Asked) -> tuple[Threshold, ...]:
        """One row a service that turned anybody away, the one that did so most first."""
        people: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            if not discretion.hidden(row, asked):
                people[row["person"]].append(row)
        told: dict[str, list[_Put]] = defaultdict(list)
        for person, said in people.items():
            for one in _put(person, referrals_of(said, asked.as_of)):
                if self.since is None or (one.referred.on or date.min) >= self.since:
                    told[_key(one.referred.receiver)].append(one)
        found = [_threshold(many, asked) for many in told.values() if any(one.turned for one in many)]
        return tuple(sorted(found, key=lambda one: (-one.refused - one.sent_on - one.unanswered, one.service)))

    def unseen(self, rows: Sequence[Row], asked: Asked) -> tuple[str, ...]:
        """Whom restriction leaves out."""
        left = any(discretion.hidden(row, asked) for row in rows)
        return ("Referrals of restricted people are left out",) if left else ()


@dataclass(frozen=True)
class _Put:
    """A referral as one step of a person's way."""

    person: str
    referred: Referred
    following: str | None
    in_loop: bool

    @property
    def turned(self) -> bool:
        return self.referred.came_to in (REFUSED, SIGNPOSTED, UNANSWERED)


def _put(person: str, referrals: Sequence[Referred]) -> Iterator[_Put]:
    loop = loop_of(referrals)
    for at, one in enumerate(referrals):
        later = [other.receiver for other in referrals[at + 1 :] if not same_body(other.receiver, one.receiver)]
        yield _Put(person, one, next(iter(later), None), at in loop)


def _threshold(many: Sequence[_Put], asked: Asked) -> Threshold:
    turned = [one for one in many if one.turned]
    sorts = Counter(one.referred.came_to for one in many)
    rows = [row for one in turned for row in one.referred.rows]
    return Threshold(
        service=_most(one.referred.receiver for one in many)[0],
        referrals=len(many),
        refused=sorts[REFUSED],
        sent_on=sorts[SIGNPOSTED],
        unanswered=sorts[UNANSWERED],
        people=len({one.person for one in turned}),
        in_loops=len({one.person for one in turned if one.in_loop}),
        asked_by=_most(one.referred.sender for one in turned),
        went_next=_most(one.following for one in turned),
        reasons=_most(row["reason"] for row in rows if row["form"] != "note" and not discretion.wordless(row, asked)),
        evidence=tuple(
            sorted(
                {
                    discretion.evidence({**row, "said_on": row["referred_on"], "person": None}, asked, row["reason"])
                    for row in rows
                },
                key=lambda one: (one.said_on or date.min, one.record),
            )
        ),
    )


def _most(values: Iterable[str | None]) -> tuple[str, ...]:
    """Values with the most frequent first."""
    counted = Counter(value for value in values if value)
    return tuple(sorted(counted, key=lambda value: (-counted[value], value))[:SHOWN])


def _key(name: str | None) -> str:
    return " ".join((name or "somebody").lower().split())
