"""Paths by which one worker can be introduced to somebody whom others know: how strong each is, and why."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import prod

from queries.acquaintance import Acquaintance
from queries.place_rules import Rules
from queries.ties import Circle, Tie

MONTH, YEAR = 30.4, 365.25


class IntroductionRules(Rules):
    """queries/rules/introduction.yaml, or a place's own."""

    ties: dict[str, float]
    each_further: float
    trusted_from: float
    half_life_months: float
    relationship: float
    incidental: float
    known_for_years: float
    long_known: float
    trusted: float
    trust_words: str
    enforcing: float
    enforcing_words: str

    def told(self) -> str:
        """Which rules these are, for the reader of an answer."""
        worth = ", ".join(f"{how} {value:g}" for how, value in self.ties.items())
        return f"By rules of version {self.version}: {worth}; {self.each_further:g} for every further worker; half after {self.half_life_months:g} months without contact"


@dataclass(frozen=True)
class Reach:
    """How well somebody knows the person: the last step of a path."""

    acquaintance: Acquaintance
    strength: float
    why: str


@dataclass(frozen=True)
class Path:
    """Workers one after another, by the uids of those who stand for their namesakes, and what each step is worth."""

    workers: tuple[str, ...]
    steps: tuple[float, ...]
    whys: tuple[str, ...]
    """Why each worker after the first can be reached from the one before, and last how the person is known."""
    ties: tuple[tuple[Tie, ...], ...]

    further: float = 1.0
    """What it costs that more than one worker must be asked."""

    @property
    def strength(self) -> float:
        """The product of the steps, and of what further steps cost."""
        return prod(self.steps) * self.further


def reach(one: Acquaintance, rules: IntroductionRules, day: date) -> Reach:
    """What somebody's acquaintance with the person is worth, and why."""
    words = " / ".join(filter(None, (told.words for told in one.evidence)))
    strength = rules.relationship if one.strength == "relationship" else rules.incidental
    why = [one.capacity or "knows them", _ago(one.last_contact, day)]
    strength *= _fresh(one.last_contact, day, rules)
    if one.first_contact and (day - one.first_contact).days >= rules.known_for_years * YEAR:
        strength, why = strength * rules.long_known, [*why, f"known since {one.first_contact.year}"]
    if re.search(rules.trust_words, words, re.I):
        strength, why = strength * rules.trusted, [*why, "a record says that they are trusted"]
    if re.search(rules.enforcing_words, one.capacity, re.I):
        strength, why = strength * rules.enforcing, [*why, "may have to enforce something"]
    if one.strength != "relationship":
        why.append("met only in passing")
    return Reach(one, round(min(strength, 1.0), 4), ", ".join(filter(None, why)))


def paths(starts: Sequence[str], knowers: dict[str, Reach], circle: Circle, rules: IntroductionRules, day: date) -> list[Path]:
    """The paths of at most three workers: those to be trusted before the others, the shortest first, and then the strongest."""
    found = [Path((start,), (knowers[start].strength,), (knowers[start].why,), ()) for start in starts if start in knowers]
    for start in starts:
        for middle in circle.near(start):
            first = _step(circle, start, middle, rules, day)
            if middle in knowers and middle not in starts:
                found.append(_path((start, middle), (first,), knowers[middle], rules))
            for last in circle.near(middle):
                if last in knowers and last not in (*starts, middle) and middle not in starts:
                    found.append(
                        _path((start, middle, last), (first, _step(circle, middle, last, rules, day)), knowers[last], rules)
                    )
    return sorted(found, key=lambda path: _order(path, rules))


def _order(path: Path, rules: IntroductionRules) -> tuple[bool, int, float, tuple[str, ...]]:
    return (path.strength < rules.trusted_from, len(path.workers), -round(path.strength, 6), path.workers)


def _path(
    workers: tuple[str, ...], steps: Sequence[tuple[float, str, tuple[Tie, ...]]], last: Reach, rules: IntroductionRules
) -> Path:
    worth = (*(strength for strength, _, _ in steps), last.strength)
    whys = (*(why for _, why, _ in steps), last.why)
    return Path(workers, worth, whys, tuple(ties for _, _, ties in steps), rules.each_further ** (len(steps) - 1))


def _step(circle: Circle, one: str, other: str, rules: IntroductionRules, day: date) -> tuple[float, str, tuple[Tie, ...]]:
    """What two workers' ties are worth together; each way counts once, at its best."""
    best: dict[str, tuple[float, Tie]] = {}
    for tie in circle.ties.get((one, other)) or circle.ties.get((other, one), ()):
        strength = rules.ties.get(tie.how, 0.0) / max(1, tie.shared - 1) ** 0.5
        if tie.how in ("one family", "named together", "organisations work together"):
            strength *= _fresh(tie.last, day, rules)
        if tie.how not in best or strength > best[tie.how][0]:
            best[tie.how] = (strength, tie)
    ranked = sorted(best.values(), key=lambda pair: (-pair[0], pair[1].how))
    why = "; ".join(_told(tie, day) for _, tie in ranked)
    return 1 - prod(1 - min(strength, 1.0) for strength, _ in ranked), why, tuple(tie for _, tie in ranked)


def _told(tie: Tie, day: date) -> str:
    if tie.how == "one family":
        return "both work with one family" + (f", {_ago(tie.last, day)}" if tie.last else "")
    if tie.how == "named together":
        return "a record names both" + (f", {_ago(tie.last, day)}" if tie.last else "")
    return f"{tie.how}{f': {tie.what}' if tie.what else ''}"


def _fresh(last: date | None, day: date, rules: IntroductionRules) -> float:
    """Half for every half-life without contact; of no known day, one half-life."""
    months = (day - last).days / MONTH if last else rules.half_life_months
    return float(0.5 ** (max(months, 0.0) / rules.half_life_months))


def _ago(last: date | None, day: date) -> str:
    if last is None:
        return "no day told"
    days = (day - last).days
    return "today" if days < 1 else f"{days} days ago" if days < 60 else f"{round(days / MONTH)} months ago"


def strongest(reaches: Iterable[tuple[str, Reach]]) -> dict[str, Reach]:
    """The best reach of each worker: one may stand in the graph under several names."""
    found: dict[str, Reach] = {}
    for worker, one in reaches:
        if worker not in found or one.strength > found[worker].strength:
            found[worker] = one
    return found
