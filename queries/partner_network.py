"""Who holds a place's organisations together, and who stands alone?"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from queries.body_register import Body
from queries.network import Standing, standings
from queries.partner_links import unseen
from queries.partnerships import Partnership, partnerships
from queries.question import Asked, Evidence, Question, Row, chosen

OPEN = (
    "MATCH (o:Organisation)<-[:SAYS]-(r:Record) WHERE coalesce(r.recorded_on, $day) <= $day AND ($cleared OR "
    "(coalesce(r.restricted, false) = false AND NOT EXISTS { MATCH (r)-[:SAYS]->(m:Mention)-[:SAME_AS]->(p:Person) WHERE p.restricted = true })) "
    "RETURN DISTINCT o.uid AS uid ORDER BY uid"
)
"""Organisations that some record names whose day has come, and that the caller may know of."""
BROKER = 0.1
"""From this share of all ways among the others on, a body is told as a broker."""
PARTNERS_SHOWN = 5


@dataclass(frozen=True)
class NetworkStanding:
    """Where one body stands among those that work together, in numbers and in words."""

    body: str
    full_name: str
    told: str
    """In words: broker, single point of failure, of a group apart, alone."""
    partners: int
    times: int
    """Occasions with all of them."""
    closest: tuple[str, ...]
    """The partners it works with most."""
    between: float
    """The share of shortest ways among the others that lead by it, from 0 to 1."""
    broker: bool
    single_point_of_failure: bool
    """Without it others would lose touch with most of the network."""
    cuts_off: tuple[str, ...]
    """Who would."""
    group: int
    """Bodies that mostly work with each other have one number; 1 is the largest group."""
    apart: bool
    """It cannot reach the largest part of the network at all."""
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class PartnerNetwork(Question[NetworkStanding]):
    """Brokers, single points of failure and isolated groups among a place's organisations, by who works with whom."""

    answer: ClassVar[type] = NetworkStanding
    least: int = chosen(1, "only pairs with so many occasions or more are tied")

    def respond(self, rows: Sequence[Row], asked: Asked) -> tuple[tuple[NetworkStanding, ...], tuple[str, ...]]:
        """A row a body, those that most ways lead by first."""
        found, register = partnerships(rows, asked)
        ties = {(one.one.uid, one.other.uid): len(one.occasions) for one in found if len(one.occasions) >= self.least}
        bodies = {body.uid: body for body in register.bodies.values()}
        told = {row["uid"] for row in asked.place.rows(OPEN, day=asked.as_of, cleared=asked.cleared)}
        alone = frozenset(body.uid for uid, body in register.bodies.items() if uid in told)
        of: dict[str, list[Partnership]] = defaultdict(list)
        for one in found:
            if (one.one.uid, one.other.uid) in ties:
                of[one.one.uid].append(one)
                of[one.other.uid].append(one)
        standing = standings(ties, alone)
        made = [_told(bodies[uid], place, of[uid], bodies) for uid, place in standing.items()]
        ordered = tuple(sorted(made, key=lambda row: (-row.between, -row.partners, row.full_name, row.body)))
        return ordered, (*unseen(asked), "A body that no record shows with another is told as alone, and may not be")


def _told(body: Body, place: Standing, own: list[Partnership], bodies: dict[str, Body]) -> NetworkStanding:
    others = sorted(
        ((len(one.occasions), (one.other if one.one.uid == body.uid else one.one).full_name) for one in own),
        key=lambda pair: (-pair[0], pair[1]),
    )
    lost = tuple(sorted(bodies[uid].full_name for uid in place.cuts_off))
    evidence = {piece for one in own for piece in one.evidence()}
    return NetworkStanding(
        body=body.uid,
        full_name=body.full_name,
        told=_in_words(place, len(own), lost),
        partners=len(own),
        times=sum(times for times, _ in others),
        closest=tuple(name for _, name in others[:PARTNERS_SHOWN]),
        between=place.between,
        broker=place.between >= BROKER,
        single_point_of_failure=bool(lost),
        cuts_off=lost,
        group=place.group,
        apart=place.part > 1,
        evidence=tuple(sorted(evidence, key=lambda one: (one.record, one.capacity or "", one.words or ""))),
    )


def _in_words(place: Standing, partners: int, lost: tuple[str, ...]) -> str:
    if not partners:
        return "alone: no record shows it working with another"
    told = [f"works with {partners}"]
    if place.between >= BROKER:
        told.append(f"a broker: {place.between:.0%} of the ways among the others lead by it")
    if lost:
        told.append(f"a single point of failure: without it {', '.join(lost)} would be cut off")
    if place.part > 1:
        told.append("of a group apart from the rest")
    return "; ".join(told)
