"""What speaks for and against somebody as a key-worker: parts between 0 and 1, each with its reason."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date

from pydantic import BaseModel, ConfigDict

from graph.errors import QuestionError
from nlp.codelist import wide_code
from queries.bodies import distinctive
from queries.place_rules import Rules
from queries.question import Row

MONTH, YEAR = 30.4, 365.25
PROVISION = r"(?:funding|support|service|programme|project|scheme|grant|post|contract|funded)"
"""What a capacity's word must stand before, to tell that it is this worker's support that ends: `resettlement funding ends`."""


class Against(BaseModel):
    """One thing that speaks against somebody."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    because: str
    words: str | None = None


class KeyWorkerRules(Rules):
    """queries/rules/key_worker.yaml, or a place's own."""

    weights: dict[str, float]
    half_life_months: float
    full_years: float
    full_caseload: float
    trust_words: str
    against: dict[str, Against]
    ending_codes: list[str]
    lead_words: str
    answers: dict[str, list[str]]

    def weighed(self, given: str | None) -> dict[str, float]:
        """The weights, with those that a caller gives in the place of the rules' own: `trust=3 contact=1`.

        Raises QuestionError where one is no part, or no number from 0 on.
        """
        weights = dict(self.weights)
        for written in (given or "").replace(",", " ").split():
            name, _, value = written.partition("=")
            if name not in weights:
                raise QuestionError(f"there is no part {name!r} to weigh", f"Name some of: {', '.join(weights)}")
            if not re.fullmatch(r"\d+(?:\.\d+)?", value):
                raise QuestionError(f"{written!r} gives {name} no weight", f"Write it as {name}=1.5")
            weights[name] = float(value)
        return weights


@dataclass(frozen=True)
class WeighedPart:
    """One thing that speaks for somebody, how much, and why."""

    part: str
    """relationship, contact, people, trust, years, lead, capabilities or caseload."""
    value: float
    """Between 0 and 1."""
    weight: float
    why: str


@dataclass(frozen=True)
class Known:
    """What records say of one worker and a family, over all the names that the worker may go by."""

    uid: str
    full_name: str
    organisation: str | None
    informal: bool
    capacity: str
    people: frozenset[str]
    first: date | None
    last: date | None
    days: frozenset[date]
    strong: bool
    words: tuple[str, ...]
    capabilities: frozenset[str]
    families: int | None


def parts_of(
    one: Known, family: int, strains: Set[str], rules: KeyWorkerRules, weights: Mapping[str, float], day: date
) -> list[WeighedPart]:
    """What is known for somebody; a part of which nothing is known is left out, and weighs nothing."""
    told = [
        ("relationship", 1.0 if one.strong else 0.0, "works with them" if one.strong else "met them in passing"),
        _contact(one, rules, day),
        ("people", min(1.0, len(one.people) / max(1, family)), f"knows {len(one.people)} of {family} in the family"),
        _trust(one, rules),
        _years(one, rules, day),
        ("lead", float(bool(re.search(rules.lead_words, one.capacity, re.I))), one.capacity or "no capacity told"),
        *_capabilities(one, strains, rules),
        *_caseload(one, rules),
    ]
    return [WeighedPart(part, round(value, 4), weights[part], why) for part, value, why in told]


def score_of(parts: Sequence[WeighedPart]) -> float:
    """The weighted mean of the parts."""
    weight = sum(part.weight for part in parts)
    return round(sum(part.value * part.weight for part in parts) / weight, 4) if weight else 0.0


def against(one: Known, endings: Sequence[str], shared: Set[str], rules: KeyWorkerRules) -> tuple[str, ...]:
    """What speaks against somebody, in words; `shared` are words in the names of several employers, which tell none."""
    enforcing = rules.against["enforcing"]
    held = {
        "enforcing": bool(enforcing.words and re.search(enforcing.words, one.capacity, re.I)),
        "met in passing": not one.strong,
        "met once": one.strong and len(one.days) == 1 and one.first in (None, one.last) and not one.informal,
        "silent": one.last is None and not one.days,
        "ending": any(_ends(one, words, shared) for words in endings),
    }
    return tuple(rules.against[name].because for name, so in held.items() if so and name in rules.against)


def capabilities_asked(codes: Set[str], rules: KeyWorkerRules) -> frozenset[str]:
    """What a family's strains ask a worker to be able to do."""
    return frozenset(capability for code in codes for capability in rules.answers.get(wide_code(code), ()))


def _contact(one: Known, rules: KeyWorkerRules, day: date) -> tuple[str, float, str]:
    if one.last is None:
        return "contact", 0.5, "named in a register, no day of contact told"
    months = (day - one.last).days / MONTH
    return "contact", 0.5 ** (max(0.0, months) / rules.half_life_months), f"last in touch {one.last.isoformat()}"


def _trust(one: Known, rules: KeyWorkerRules) -> tuple[str, float, str]:
    found = next(
        (match.group() for words in (*one.words, one.capacity) if (match := re.search(rules.trust_words, words, re.I))), None
    )
    return "trust", float(found is not None), f"a record says “{found}”" if found else "no record speaks of trust"


def _years(one: Known, rules: KeyWorkerRules, day: date) -> tuple[str, float, str]:
    since = min((found for found in (one.first, one.last) if found), default=None)
    if since is None:
        return "years", 0.0, "no first day told"
    years = (day - since).days / YEAR
    return "years", min(1.0, years / rules.full_years), f"since {since.isoformat()}"


def _capabilities(one: Known, strains: Set[str], rules: KeyWorkerRules) -> list[tuple[str, float, str]]:
    asked = capabilities_asked(strains, rules)
    if not one.capabilities or not asked:
        return []
    met = one.capabilities & asked
    told = ", ".join(sorted(met)).replace("_", " ") or "none of what the family's strains ask for"
    return [("capabilities", min(1.0, len(met) / min(3, len(asked))), told)]


def _caseload(one: Known, rules: KeyWorkerRules) -> list[tuple[str, float, str]]:
    if one.families is None or one.informal:
        return []
    return [("caseload", 1 / (1 + one.families / rules.full_caseload), f"{one.families} families in records here")]


def _ends(one: Known, words: str, shared: Set[str]) -> bool:
    """Whether words of support that ends are about this worker's: they name the employer, or what the capacity is called."""
    if not distinctive(words).isdisjoint(distinctive(one.organisation) - shared):
        return True
    called = "|".join(re.escape(word) for word in sorted(distinctive(one.capacity)))
    return bool(called) and re.search(rf"\b(?:{called})\s+{PROVISION}", words, re.I) is not None


def shared_words(employers: Iterable[str | None]) -> frozenset[str]:
    """Words that stand in the names of more than one employer: the name of the town, most often."""
    counted = Counter(word for employer in set(employers) for word in distinctive(employer))
    return frozenset(word for word, count in counted.items() if count > 1)


def family_codes(rows: Sequence[Row]) -> frozenset[str]:
    """The codes of a family's strains."""
    return frozenset(row["code"] for row in rows if row["code"])
