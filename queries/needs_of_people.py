"""How many people of each area bear a strain that a need stands for, as a table about many."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from nlp.codelist import signals, wide_code
from queries.months import months_before
from queries.place_rules import rules_of
from queries.question import Asked
from queries.residence import areas_of
from queries.strains import WobblingRules, counts

BORNE = (
    "MATCH (g:Signal)-[a:ABOUT]->(m:Mention)-[:SAME_AS]->(p:Person) "
    "WHERE g.polarity IN ['present', 'measured'] AND coalesce(a.experiencer, 'self') = 'self' "
    "MATCH (g)<-[:SAYS]-(r:Record) "
    "WHERE coalesce(g.observed_on, r.recorded_on) >= $since AND coalesce(g.observed_on, r.recorded_on) <= $until "
    "RETURN p.uid AS person, p.restricted AS restricted, g.code AS code, g.words AS words, g.value AS value, "
    "g.polarity AS polarity, g.observed_on AS observed_on, r.recorded_on AS recorded_on, r.restricted AS record_restricted "
    "ORDER BY person, code"
)
Cell = tuple[str, str]
"""A need and an area, or an empty area where none is known."""


@dataclass(frozen=True)
class Borne:
    """A strain that somebody bore of late, and where they live."""

    person: str
    code: str
    on: date
    area: str
    """Empty where no record tells it."""


def borne_by_people(asked: Asked) -> list[Borne]:
    """Every strain that counts, within the months that rules count, with the area of whoever bears it.

    Of restricted people there is none: even a count can tell that somebody is there.
    """
    rules = rules_of(WobblingRules, "wobbling")
    since = months_before(asked.as_of, rules.wobbling.months)
    borne: list[tuple[str, str, date]] = []
    for row in asked.place.rows(BORNE, **rules.days(asked.as_of)):
        day = row["observed_on"] or row["recorded_on"]
        if not (row["restricted"] or row["record_restricted"]) and day and since <= day <= asked.as_of and counts(row, rules):
            borne.append((row["person"], row["code"], day))
    areas = areas_of(asked.place, (person for person, _, _ in borne), asked.as_of)
    return [Borne(person, code, day, areas.get(person, "")) for person, code, day in borne]


def needs_of_people(asked: Asked) -> Mapping[Cell, frozenset[str]]:
    """Who bears a strain of each need, by need and smallest area."""
    cells: dict[Cell, set[str]] = defaultdict(set)
    for one in borne_by_people(asked):
        for need in needs_for(one.code):
            cells[need, one.area].add(one.person)
    return {cell: frozenset(people) for cell, people in cells.items()}


def needs_for(code: str) -> tuple[str, ...]:
    """The needs that services meet for whoever bears a strain.

    >>> needs_for("sofa_surfing")
    ('homelessness_prevention', 'rough_sleeping')
    """
    signal = signals().get(wide_code(code))
    return signal.meets if signal else ()
