"""Strains told of people, and the published rules by which they count as crisis or as wobbling."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from pydantic import BaseModel, ConfigDict

from nlp.codelist import label_of, wide_code
from queries.months import months_before
from queries.place_rules import Rules
from queries.question import Evidence, Row

UNITS = {"school_absence": "{:g} % attendance", "housing_arrears": "£{:,.2f} owed"}
"""How a measured value is told, by its wide code."""


class Threshold(BaseModel):
    """From which value on a measured strain counts."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    below: float | None = None
    at_least: float | None = None

    def passed(self, value: float | None) -> bool:
        """Whether a value counts; one that was not measured does."""
        if value is None:
            return True
        return (self.below is None or value < self.below) and (self.at_least is None or value >= self.at_least)


class Acute(Threshold):
    """A strain that is a crisis by itself, or beside another."""

    code: str
    because: str
    words: str | None = None
    beside: str | None = None
    """Only where the same person bears this strain, too; `with` in the file."""
    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=lambda name: "with" if name == "beside" else name)


class Crisis(BaseModel):
    """What makes a crisis, told within so many months."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    months: int
    any_of: list[Acute]


class Brink(BaseModel):
    """What makes somebody wobble: so many strains, by so many records, within so many months."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    months: int
    strains: int
    records: int


class WobblingRules(Rules):
    """queries/rules/wobbling.yaml, or a place's own."""

    thresholds: dict[str, Threshold]
    left_out: list[str]
    crisis: Crisis
    wobbling: Brink

    def days(self, day: date) -> Row:
        """The first and the last day of what counts on a day."""
        return {"since": months_before(day, max(self.wobbling.months, self.crisis.months)), "until": day}

    def told(self) -> str:
        """Which rules these are, for the reader of an answer."""
        brink = self.wobbling
        return (
            f"By rules of version {self.version}: crisis is an acute strain within {self.crisis.months} months; wobbling is "
            f"{brink.strains} strains or more, from {brink.records} records or more, within {brink.months} months"
        )


@dataclass(frozen=True)
class Strain:
    """One sign of strain, as a record or note tells it, and what it counts for."""

    code: str
    label: str
    said_on: date
    record: str
    words: str | None
    value: float | None
    """What was measured, such as attendance in per cent or pounds owed."""
    acute: str | None
    """Why it is a crisis by itself, where it is."""
    told: str
    """In one line: what, how much, when."""


@dataclass(frozen=True)
class Verdict:
    """What the rules make of one person's strains."""

    status: str
    """crisis, wobbling or neither."""
    why: str
    trend: str
    strains: tuple[Strain, ...]


def judged(rows: Iterable[Row], rules: WobblingRules, as_of: date, cleared: bool) -> Verdict:
    """The verdict on one person, from all strains that records tell of them up to a day."""
    dated = [(day, row) for row in rows if (day := row["observed_on"] or row["recorded_on"]) is not None and day <= as_of]
    since = months_before(as_of, rules.wobbling.months)
    counted = [(day, row) for day, row in dated if day >= since and counts(row, rules)]
    acute_since = months_before(as_of, rules.crisis.months)
    recent = [row for day, row in counted if day >= acute_since]
    borne = {code for row in recent for code in (row["code"], wide_code(row["code"]))}
    strains = [_strain(day, row, _acute(row, rules, borne) if day >= acute_since else None, cleared) for day, row in counted]
    shown = tuple(sorted(strains, key=lambda one: (one.acute is None, -one.said_on.toordinal(), one.code, one.record)))
    return _verdict(shown, [row for _, row in counted], rules, as_of)


def _verdict(strains: Sequence[Strain], rows: Sequence[Row], rules: WobblingRules, as_of: date) -> Verdict:
    acute = list(dict.fromkeys(one.acute for one in strains if one.acute))
    # Two records of one day that tell the same are one observation written down twice; what has a threshold is a
    # state that lasts, and the same however often it is told.
    told: dict[tuple[str, date | None], set[str]] = defaultdict(set)
    for row in rows:
        code = wide_code(row["code"])
        lasting = code in rules.thresholds or row["code"] in rules.thresholds
        told[code, None if lasting else row["observed_on"] or row["recorded_on"]].add(row["record"])
    records = independent(list(told.values()))
    trend = trend_of([one.said_on for one in strains], as_of, rules.wobbling.months)
    if acute:
        return Verdict("crisis", "; ".join(acute), trend, tuple(strains))
    if len(told) >= rules.wobbling.strains and records >= rules.wobbling.records:
        kinds = len({one.label for one in strains})
        why = f"{len(told)} strains of {kinds} {'kinds' if kinds > 1 else 'kind'} in {rules.wobbling.months} months, told by {records} records"
        return Verdict("wobbling", why, trend, tuple(strains))
    return Verdict("neither", "", trend, tuple(strains))


def independent(tellers: Sequence[set[str]]) -> int:
    """How many strains can each be told by a record of its own.

    >>> independent([{"a"}, {"a"}, {"a", "b"}])
    2
    """
    strain_of: dict[str, int] = {}

    def place(strain: int, tried: set[str]) -> bool:
        for record in sorted(tellers[strain] - tried):
            tried.add(record)
            if record not in strain_of or place(strain_of[record], tried):
                strain_of[record] = strain
                return True
        return False

    return sum(place(strain, set()) for strain in range(len(tellers)))


def trend_of(days: Sequence[date], as_of: date, months: int) -> str:
    """new, rising, steady or easing: the later half of the months beside the earlier."""
    half = months_before(as_of, max(1, months // 2))
    late, early = sum(day >= half for day in days), sum(day < half for day in days)
    if not early:
        return "new"
    return "rising" if late > early else "steady" if late == early else "easing"


def counts(row: Row, rules: WobblingRules) -> bool:
    """Whether a strain counts by the rules at all."""
    code, wide = row["code"], wide_code(row["code"])
    if {code, wide} & set(rules.left_out):
        return False
    threshold = rules.thresholds.get(code) or rules.thresholds.get(wide)
    if row["polarity"] == "measured" and (threshold is None or row["value"] is None):
        return False
    return threshold is None or threshold.passed(row["value"])


def _acute(row: Row, rules: WobblingRules, borne: set[str]) -> str | None:
    """Why a strain is a crisis; None where it is none."""
    for rule in rules.crisis.any_of:
        if (
            rule.code in (row["code"], wide_code(row["code"]))
            and (rule.words is None or re.search(rule.words, row["words"] or "", re.I))
            and (rule.beside is None or rule.beside in borne)
            and ((rule.below is None and rule.at_least is None) or (row["value"] is not None and rule.passed(row["value"])))
        ):
            return rule.because
    return None


def _strain(day: date, row: Row, acute: str | None, cleared: bool) -> Strain:
    label, value = label_of(row["code"]), row["value"]
    unit = UNITS.get(wide_code(row["code"]), "{:g}")
    measured = f", {unit.format(value)}" if value is not None else ""
    words = row["words"] if cleared or not row["guarded"] else None
    quoted = f": “{words}”" if words else ""
    return Strain(row["code"], label, day, row["record"], words, value, acute, f"{label}{measured}, {day.isoformat()}{quoted}")


def evidence_of(rows: Iterable[Row], person: str, cleared: bool) -> tuple[Evidence, ...]:
    """The records behind strains."""
    found = {
        Evidence(
            record=row["record"],
            said_on=row["observed_on"] or row["recorded_on"],
            words=row["words"] if cleared or not row["guarded"] else None,
            person=person,
            span_from=row["span_from"] if cleared or not row["guarded"] else None,
            span_to=row["span_to"] if cleared or not row["guarded"] else None,
        )
        for row in rows
    }
    return tuple(sorted(found, key=lambda one: (one.record, one.words or "", one.span_from or 0)))
