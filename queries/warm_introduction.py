"""Who can introduce me to this person or family?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from graph.errors import QuestionError
from queries.acquaintance import Acquaintance, acquaintances, withheld
from queries.introduction import IntroductionRules, Path, Reach, paths, reach, strongest
from queries.one_worker import Namesakes, namesakes_of
from queries.place_rules import rules_of
from queries.question import Asked, Evidence, Question, Row, chosen
from queries.ties import Circle, Tie, circle_of

MEMBERS = "UNWIND $uids AS uid MATCH (t:Team {uid: uid})<-[i:IN_TEAM]-(w:Practitioner) RETURN DISTINCT w.uid AS uid ORDER BY uid"


@dataclass(frozen=True)
class IntroductionStep:
    """One worker on the way, and how whoever comes before can reach them."""

    practitioner: str
    full_name: str
    organisation: str | None
    why: str
    """How the one before is tied to them; of the first, that the way begins there."""
    worth: float | None
    """Between 0 and 1; none for the first."""
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Introduction:
    """One way to somebody who knows the person, through people who trust each other."""

    steps: tuple[IntroductionStep, ...]
    """From the asker to whoever knows the person."""
    person: str | None
    """Uid of the person who is known at the end."""
    person_name: str | None
    known_as: str
    """How the last of them knows the person: capacity, when last, and what speaks for or against trust."""
    informal: bool
    """Whether it is a volunteer, neighbour or carer who would introduce."""
    last_contact: date | None
    strength: float
    """The product of what every step is worth, and of what it costs to ask several; to be read with its steps, never alone."""
    trusted: bool
    """Whether it is as strong as the rules ask of a way to be trusted; weaker ways come last, however short."""
    worth: float
    """What the last step, from whoever introduces to the person, is worth."""
    evidence: tuple[Evidence, ...]
    """The records that say how the person is known."""


@dataclass(frozen=True)
class WarmIntroduction(Question[Introduction]):
    """The shortest trusted ways from a worker or a team to somebody who knows a person or family, each step explained."""

    answer: ClassVar[type] = Introduction
    worker: str | None = chosen(None, "who wants to be introduced", label="Practitioner")
    team: str | None = chosen(None, "or whose team does", label="Team")
    person: str | None = chosen(None, "to whom", label="Person")
    family: str | None = chosen(None, "or to which family; passed over where a person is named", label="Family")
    most: int = chosen(10, "at most so many ways")

    def __post_init__(self) -> None:
        if self.worker is None and self.team is None:
            raise QuestionError("nobody is named who wants to be introduced", "Name a worker or a team")
        if self.person is None and self.family is None:
            raise QuestionError("nobody is named to be introduced to", "Name a person or a family")
        if self.person is not None:
            object.__setattr__(self, "family", None)

    def respond(self, rows: Sequence[Row], asked: Asked) -> tuple[tuple[Introduction, ...], tuple[str, ...]]:
        """Ways to be trusted first, the shortest of them and then the strongest."""
        rules = rules_of(IntroductionRules, "introduction")
        starts = self._starts(asked)
        known = [one for one in acquaintances(rows, asked) if one.status == "current"]
        shown = {one.practitioner: one for one in known if one.practitioner is not None}
        names = namesakes_of({*starts, *shown}, asked)
        reaches = strongest((names.chief(uid), reach(one, rules, asked.as_of)) for uid, one in shown.items())
        chiefs = list(dict.fromkeys(names.chief(uid) for uid in starts))
        circle = circle_of([*chiefs, *reaches], names, asked)
        renamed = {circle.names.chief(uid): one for uid, one in reaches.items()}
        found = paths([circle.names.chief(uid) for uid in chiefs], renamed, circle, rules, asked.as_of)
        told = tuple(_introduction(path, renamed[path.workers[-1]], circle, rows, rules) for path in found[: self.most])
        return told, (rules.told(), *withheld(rows, asked), *_nameless(known))

    def _starts(self, asked: Asked) -> list[str]:
        members = [row["uid"] for row in asked.place.rows(MEMBERS, uids=[self.team])] if self.team else []
        return [*([self.worker] if self.worker else []), *members]


def _nameless(known: Sequence[Acquaintance]) -> tuple[str, ...]:
    hidden = sum(one.practitioner is None for one in known)
    return (f"{hidden} who know them are withheld, and no way through them is shown",) if hidden else ()


def _introduction(path: Path, last: Reach, circle: Circle, rows: Sequence[Row], rules: IntroductionRules) -> Introduction:
    people = [told.person for told in last.acquaintance.evidence if told.person]
    names = {row["person"]: row["person_name"] for row in rows}
    steps = [_first(path, circle.names)]
    steps += [_next(path, at, circle) for at in range(1, len(path.workers))]
    return Introduction(
        steps=tuple(steps),
        person=people[0] if people else None,
        person_name=names.get(people[0]) if people else None,
        known_as=last.why,
        informal=last.acquaintance.informal,
        last_contact=last.acquaintance.last_contact,
        strength=round(path.strength, 4),
        trusted=path.strength >= rules.trusted_from,
        worth=last.strength,
        evidence=last.acquaintance.evidence,
    )


def _first(path: Path, names: Namesakes) -> IntroductionStep:
    row = names.known(path.workers[0])
    return IntroductionStep(row["uid"], row["full_name"], row["organisation"], "where the way begins", None, ())


def _next(path: Path, at: int, circle: Circle) -> IntroductionStep:
    row, ties = circle.names.known(path.workers[at]), path.ties[at - 1]
    return IntroductionStep(
        row["uid"], row["full_name"], row["organisation"], path.whys[at - 1], round(path.steps[at - 1], 4), _evidence(ties)
    )


def _evidence(ties: Sequence[Tie]) -> tuple[Evidence, ...]:
    return tuple(Evidence(tie.record, tie.last, None) for tie in ties if tie.record and tie.how != "one family")
