"""Which families should this huddle talk about?"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from graph.errors import QuestionError
from queries.acquaintance import Acquaintance
from queries.agreed import About, Agreed, agreed_about, last_huddle
from queries.question import Asked, Evidence, Question, Row, chosen, named
from queries.residence import areas_of
from queries.sheet import Beside, beside
from queries.wobbling import Wobble, Wobbling

WEEKS = timedelta(weeks=4)
"""How far a sheet looks back where nothing tells when the last huddle was."""


@dataclass(frozen=True)
class HuddlePerson:
    """Somebody of a family who is in crisis or wobbling, and what was new of them."""

    person: str
    full_name: str | None
    status: str
    """crisis, or wobbling."""
    why: str
    trend: str
    new: tuple[str, ...]
    """Strains told within the days of the sheet."""


@dataclass(frozen=True)
class HuddleFamily:
    """One family on a huddle's sheet."""

    family: str
    full_name: str | None
    people: tuple[HuddlePerson, ...]
    """Those in crisis or wobbling of whom anything is new; none where the family is here for what was agreed."""
    changed: tuple[str, ...]
    """Who came and who went, and referrals, with their days."""
    known_to: tuple[Acquaintance, ...]
    """Whom to invite: who knows them now, strongest and latest first."""
    questions: tuple[str, ...]
    """What nobody has answered."""
    agreed: tuple[Agreed, ...]
    """Actions that are due and what came of others, and decisions since the last huddle."""
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Huddle(Question[HuddleFamily]):
    """The sheet for a huddle: families of an area with something new, who knows them, questions open and actions due."""

    answer: ClassVar[type] = HuddleFamily
    area: str = named("Area", "the neighbourhood")
    from_: date | None = chosen(None, "since this day; else since the last huddle here, or four weeks before")
    to: date | None = chosen(None, "up to this day; else the day of the answer")

    def __post_init__(self) -> None:
        if self.from_ and self.to and self.from_ > self.to:
            raise QuestionError(f"from {self.from_} is after to {self.to}", "Give the earlier day as from")

    def respond(self, rows: Sequence[Row], asked: Asked) -> tuple[tuple[HuddleFamily, ...], tuple[str, ...]]:
        """Families with somebody in crisis first; then those of whom most is new."""
        until = self.to or asked.as_of
        people, unseen = Wobbling(area=self.area).respond((), asked)
        about = self._here(agreed_about(asked, None), asked)
        since = self.from_ or last_huddle(about.values(), until) or until - WEEKS
        new = {one.person: one for one in people if _new(one, since, until)}
        about = {family: one for family, one in _since(about, since).items() if one.agreed}
        families: dict[str, list[Wobble]] = defaultdict(list)
        for one in new.values():
            families[one.family].append(one)
        sheets = beside({*families, *about}, since, until, asked)
        found = [_family(uid, families.get(uid, []), about.get(uid), sheets[uid], since, until) for uid in sheets]
        told = (f"From {since.isoformat()} to {until.isoformat()}", *unseen)
        return tuple(sorted(found, key=_order)), told

    def _here(self, about: dict[str, About], asked: Asked) -> dict[str, About]:
        """What was agreed about families of this area."""
        areas = areas_of(asked.place, [one.person for one in about.values()], asked.as_of)
        wanted = asked.place.smallest(self.area)
        return {family: one for family, one in about.items() if areas.get(one.person) in wanted}


def _since(about: dict[str, About], since: date) -> dict[str, About]:
    """What was agreed, without what was done with before the days of the sheet."""
    kept = {
        family: tuple(
            told for told in one.agreed if _open(told) or max(told.decided_on, told.done_on or told.decided_on) >= since
        )
        for family, one in about.items()
    }
    return {family: About(one.person, one.restricted, kept[family]) for family, one in about.items()}


def _open(one: Agreed) -> bool:
    return one.kind == "action" and one.done_on is None


def _new(one: Wobble, since: date, until: date) -> tuple[str, ...]:
    return tuple(strain.told for strain in one.strains if since <= strain.said_on <= until)


def _family(uid: str, people: Sequence[Wobble], about: About | None, sheet: Beside, since: date, until: date) -> HuddleFamily:
    told = tuple(
        HuddlePerson(one.person, one.full_name, one.status, one.why, one.trend, _new(one, since, until)) for one in people
    )
    evidence = tuple(
        dict.fromkeys(said for one in people for said in one.evidence if said.said_on and since <= said.said_on <= until)
    )
    return HuddleFamily(
        uid, sheet.full_name, told, sheet.changed, sheet.known_to, sheet.questions, about.agreed if about else (), evidence
    )


def _order(one: HuddleFamily) -> tuple[bool, bool, int, str, str]:
    crisis = any(person.status == "crisis" for person in one.people)
    overdue = any(told.overdue for told in one.agreed)
    return (not crisis, not overdue, -sum(len(person.new) for person in one.people), one.full_name or "", one.family)
