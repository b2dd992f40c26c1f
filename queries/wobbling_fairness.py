"""Whom do the rules of wobbling pick out, by age, sex and area?"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from queries.place_rules import rules_of
from queries.population import Resident, residents
from queries.question import Asked, Evidence, Question, Row
from queries.strains import WobblingRules, judged
from queries.suppression import RULE, rounded, told

UNEVEN = 1.25
"""A group picked out so many times as often as everybody, or as seldom the other way round, is told as uneven."""


@dataclass(frozen=True)
class Evenness:
    """How often the rules pick out one group, beside everybody; a question to ask of the rules, not of the people."""

    by: str
    """everybody, age, sex or area."""
    full_name: str
    people: int | None
    """Whom registers know, rounded; none where they are few."""
    people_told: str
    picked: int | None
    """In crisis or wobbling, rounded; none where they are few."""
    picked_told: str
    share: float | None
    """The share picked out, of rounded counts."""
    times_as_often: float | None
    """That share beside everybody's."""
    uneven: bool
    told: str
    evidence: tuple[Evidence, ...] = ()
    """None: the records of few people would tell of each."""


@dataclass(frozen=True)
class WobblingFairness(Question[Evenness]):
    """How often the rules of wobbling pick out people of each age, sex and area, beside everybody."""

    answer: ClassVar[type] = Evenness

    def days(self, day: date) -> Row:
        """The months that the rules look at."""
        return rules_of(WobblingRules, "wobbling").days(day)

    def respond(self, rows: Sequence[Row], asked: Asked) -> tuple[tuple[Evenness, ...], tuple[str, ...]]:
        """A row a group, everybody first."""
        rules = rules_of(WobblingRules, "wobbling")
        people: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            if not (row["restricted"] or row["record_restricted"]):
                people[row["person"]].append(row)
        picked = {uid for uid, own in people.items() if judged(own, rules, asked.as_of, cleared=False).status != "neither"}
        known = residents(asked)
        overall = _evenness("everybody", "everybody", known, picked, None)
        groups = [
            _evenness(by, name, own, picked, overall.share)
            for by, found in _groups(known, asked.place.named())
            for name, own in sorted(found.items())
        ]
        return (overall, *groups), (
            rules.told(),
            RULE,
            "Restricted people are counted nowhere; ethnicity, faith and disability are not in the graph and not compared",
            "A group that registers write more about is picked out more: compare with what happened to it, too",
        )


def _groups(known: Sequence[Resident], areas: Mapping[str, str]) -> Iterator[tuple[str, dict[str, list[Resident]]]]:
    for by in ("age", "sex", "area"):
        found: dict[str, list[Resident]] = defaultdict(list)
        for one in known:
            value = getattr(one, by)
            found[areas.get(value, value) if by == "area" else value].append(one)
        yield by, found


def _evenness(by: str, name: str, people: Sequence[Resident], picked: set[str], overall: float | None) -> Evenness:
    whole, count = len(people), sum(one.person in picked for one in people)
    shown, chosen = rounded(whole), rounded(count)
    share = round(chosen / shown, 3) if shown and chosen is not None else None
    times = round(share / overall, 2) if share is not None and overall else None
    uneven = times is not None and not 1 / UNEVEN <= times <= UNEVEN
    return Evenness(
        by=by,
        full_name=name,
        people=shown,
        people_told=told(whole),
        picked=chosen,
        picked_told=told(count, "none"),
        share=share,
        times_as_often=times,
        uneven=uneven,
        told=_told(share, times, uneven),
    )


def _told(share: float | None, times: float | None, uneven: bool) -> str:
    if share is None:
        return "too few to tell"
    beside = f", {times:g} times as often as everybody" if times is not None else ""
    return f"{share:.0%} picked out{beside}{': uneven' if uneven else ''}"
