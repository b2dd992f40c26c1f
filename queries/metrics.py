"""What happened before and after, and what did it cost?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from graph.errors import QuestionError
from queries.events import Event, events_of
from queries.metric_rules import CountedMeasure, MetricRules, UnitCost, UnitCosts
from queries.missions import Mission, in_scope, mission_named
from queries.months import months_after, months_before
from queries.place_rules import own_rules, rules_of
from queries.question import Asked, Evidence, Question, Row, chosen
from queries.residence import people_in
from queries.suppression import RULE, SMALLEST, rounded, told

MENTIONED = "UNWIND $uids AS uid MATCH (p:Person {uid: uid})<-[:SAME_AS]-(m:Mention)"
TOLD = "r.file_key AS record, r.recorded_on AS recorded_on, r.restricted AS record_restricted, p.uid AS person, p.restricted AS restricted"
EVENTS_OF = (
    f"{MENTIONED}<-[a:ABOUT]-(g:Signal) WHERE g.polarity = 'present' AND coalesce(a.experiencer, 'self') = 'self' "
    "MATCH (g)<-[:SAYS]-(r:Record) RETURN 'strains' AS kind, g.uid AS event, g.code AS code, g.observed_on AS happened_on, "
    f"NULL AS outcome, NULL AS words, {TOLD} ORDER BY person, record, event",
    f"{MENTIONED}<-[:ABOUT]-(g:Assessment) MATCH (g)<-[:SAYS]-(r:Record) RETURN 'assessments' AS kind, g.uid AS event, "
    "g.kind AS code, coalesce(g.taken_on, g.began_on) AS happened_on, NULL AS outcome, NULL AS words, "
    f"{TOLD} ORDER BY person, record, event",
    f"{MENTIONED}<-[:ABOUT]-(g:Referral) MATCH (g)<-[:SAYS]-(r:Record) RETURN 'referrals' AS kind, g.uid AS event, NULL AS code, "
    f"g.referred_on AS happened_on, g.outcome AS outcome, NULL AS words, {TOLD} ORDER BY person, record, event",
    f"{MENTIONED}-[:LIVES_AT]->(h:Address) MATCH (m)<-[:SAYS]-(r:Record) RETURN 'moves' AS kind, h.uid AS event, NULL AS code, "
    f"r.recorded_on AS happened_on, NULL AS outcome, NULL AS words, {TOLD} ORDER BY person, record, event",
)
"""What the question's text reads of everybody, of some people; without words, which are told of one person alone."""


@dataclass(frozen=True)
class Metric:
    """One measure before and after a day; of many people rounded, of one person as it is."""

    measure: str
    full_name: str
    before: int | None
    """None where it is too few to be told."""
    before_told: str
    after: int | None
    after_told: str
    change: str
    """fewer, more, as many; or not told, where a count is too small."""
    unit_cost: float | None
    cost_before: float | None
    cost_after: float | None
    """In pounds, out of the counts as they are shown."""
    cost_source: str | None
    """Who says what one costs."""
    evidence: tuple[Evidence, ...]
    """Of one person, the records that tell; of many none, for they would tell of each."""


@dataclass(frozen=True)
class _Span:
    since: date
    until: date

    def count(self, events: Iterable[Event]) -> int:
        return sum(self.since <= event.on < self.until for event in events)


@dataclass(frozen=True)
class Metrics(Question[Metric]):
    """Measures and costs before and after a day, of one person, a mission or a place; small counts are not told."""

    answer: ClassVar[type] = Metric
    person: str | None = chosen(None, "of this person", label="Person")
    mission: str | None = chosen(None, "of people in this mission's scope, by its code or words")
    area: str | None = chosen(None, "of people who live in this area", label="Area")
    split: date | None = chosen(None, "the day between before and after; else so many months ago as each side has")
    months: int = chosen(6, "so many months on each side")

    def __post_init__(self) -> None:
        if not 1 <= self.months <= 120:
            raise QuestionError(f"{self.months} months are no side", "Ask for 1 to 120")

    def respond(self, rows: Sequence[Row], asked: Asked) -> tuple[tuple[Metric, ...], tuple[str, ...]]:
        """A row a measure."""
        split = self.split or months_before(asked.as_of, self.months)
        before, after = _Span(months_before(split, self.months), split), _Span(split, months_after(split, self.months))
        if self.area and self.person is None:
            rows = self._of_area(self.area, asked)
        events = self._chosen(events_of(rows, asked), asked)
        costs = own_rules(UnitCosts, "unit_costs")
        measures = rules_of(MetricRules, "metrics").measures
        found = tuple(
            _metric(one, [event for event in events if event.counts_for(one)], before, after, costs, self.person is not None)
            for one in measures
        )
        return found, tuple(self._unseen(after, costs, asked))

    def _chosen(self, events: list[Event], asked: Asked) -> list[Event]:
        """The events of the people asked about."""
        if self.mission:
            code, rules = mission_named(self.mission)
            people = {event.person for event in events if event.kind == "strains" and _is_in(event, code, rules)}
            events = [event for event in events if event.person in people]
        if self.area and self.person is not None:
            here = people_in(asked.place, self.area, asked.as_of)
            events = [event for event in events if event.person in here]
        return events

    def _of_area(self, area: str, asked: Asked) -> list[Row]:
        """What the text tells of everybody, of whoever lives in an area."""
        here = sorted(people_in(asked.place, area, asked.as_of))
        return [row for text in EVENTS_OF for row in asked.place.rows(text, uids=here)] if here else []

    def _unseen(self, after: _Span, costs: UnitCosts | None, asked: Asked) -> Iterable[str]:
        yield "Counts of one person's own events are told as they are" if self.person else RULE
        if after.until > asked.as_of:
            yield f"What came after is only told up to {asked.as_of.isoformat()}, not for all {self.months} months"
        if costs is None:
            yield "No unit costs: name a folder with a unit_costs.yaml that cites its sources in KITH_RULES"
        if not asked.cleared:
            yield "Restricted people, and what restricted records tell, count for a cleared caller alone"
        yield "An event that no record tells is not counted; fewer records can look like fewer events"


def _is_in(event: Event, code: str, rules: Mission) -> bool:
    return event.code is not None and in_scope(event.code, code, rules)


def _metric(
    measure: CountedMeasure, events: list[Event], before: _Span, after: _Span, costs: UnitCosts | None, of_one: bool
) -> Metric:
    counts = [span.count(events) for span in (before, after)]
    few = not of_one and any(
        0 < len({one.person for one in events if span.since <= one.on < span.until}) < SMALLEST for span in (before, after)
    )
    shown = [count if of_one else rounded(count) for count in counts]
    shown = [None if few and count else count for count in shown]
    cost = costs.costs.get(measure.measure) if costs else None
    return Metric(
        measure=measure.measure,
        full_name=measure.label,
        before=shown[0],
        before_told=_count_told(counts[0], shown[0], of_one),
        after=shown[1],
        after_told=_count_told(counts[1], shown[1], of_one),
        change=_change(shown),
        unit_cost=cost.pounds if cost else None,
        cost_before=_cost(cost, shown[0]),
        cost_after=_cost(cost, shown[1]),
        cost_source=cost.source if cost else None,
        evidence=_evidence([one for one in events if before.since <= one.on < after.until]) if of_one else (),
    )


def _count_told(count: int, shown: int | None, of_one: bool) -> str:
    if of_one:
        return str(count)
    return "none" if count == 0 else "too few people to tell" if shown is None else told(count)


def _change(shown: list[int | None]) -> str:
    before, after = shown
    if before is None or after is None:
        return "not told"
    return "fewer" if after < before else "more" if after > before else "as many"


def _cost(cost: UnitCost | None, count: int | None) -> float | None:
    return round(cost.pounds * count, 2) if cost is not None and count is not None else None


def _evidence(events: Iterable[Event]) -> tuple[Evidence, ...]:
    ordered = sorted(events, key=lambda event: (event.on, event.record, event.code or ""))
    return tuple(Evidence(event.record, event.on, event.words, event.person, event.code) for event in ordered)
