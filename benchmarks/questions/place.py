"""The questions of a team and a place held against the truth: one function a question."""

from collections.abc import Callable
from typing import Any

from benchmarks.questions.asking import Asking, Judged, expected, pair
from benchmarks.questions.truth import Case


def service_overlaps(case: Case, asking: Asking) -> Judged:
    """Pairs of listings, by the directories' own ids, that overlap in a ward."""
    rows = asking.ask(case.question, area=case.params["neighbourhood"])
    listings = asking.bodies.listings
    return Judged(expected(case), {pair(listings[row.service_a], listings[row.service_b]) for row in rows})


def wobbling(case: Case, asking: Asking) -> Judged:
    """The people of a ward whom the rules pick out; and who of them is in crisis."""
    rows = asking.ask(case.question, area=case.params["neighbourhood"])
    found = set(asking.persons(row.person for row in rows))
    crisis = set(asking.persons(row.person for row in rows if row.status == "crisis"))
    beside = {}
    if "crisis" in case.beside:
        beside = {"crisis": crisis == set(case.beside["crisis"])}
    return Judged(expected(case), found, beside=beside)


def service_gaps(case: Case, asking: Asking) -> Judged:
    """The wards in which no service meets a need."""
    rows = asking.ask(case.question, need=case.params["need"])
    return Judged(expected(case), {row.area for row in rows if row.ages == "all"})


def partner_links(case: Case, asking: Asking) -> Judged:
    """The pairs of bodies that work together most; of pairs as close as the last, any may stand for another."""
    organisation = case.params.get("organisation")
    given = {"organisation": asking.bodies.organisations(organisation)[0], "least": 2} if organisation else {}
    totals = asking.bodies.partner_totals
    links = {frozenset(_bodies(row, asking)): row.times for row in asking.ask(case.question, **given)}
    expect = [frozenset(ends) for ends in case.expect]
    found = sorted(links, key=lambda ends: (-links[ends], sorted(ends)))[: case.params.get("top")]
    last = min((totals[ends] for ends in expect), default=0) if "top" in case.params else 0
    due = [ends for ends in expect if totals[ends] > last]
    as_close = [ends for ends in (*found, *expect) if totals.get(ends) == last]
    expect = [*due, *dict.fromkeys(as_close)][: len(expect)]
    beside = {"counts": all(links.get(ends) == totals[ends] for ends in expect)} if "counts" in case.beside else {}
    return Judged({pair(*ends) for ends in expect}, {pair(*ends) for ends in found}, beside=beside)


def _bodies(row: Any, asking: Asking) -> tuple[str, str]:
    one, other = (asking.bodies.organisation(name) or f"?{name}" for name in (row.name_a, row.name_b))
    return one, other


def team_skill_gaps(case: Case, asking: Asking) -> Judged:
    """The capabilities that no filled post of a team has, of those required; and those that hang on one person."""
    rows = asking.ask(case.question, team=case.params["team"], required=tuple(case.params["required"]))
    missing = {row.capability for row in rows if row.status in ("missing", "vacant")}
    single = {row.capability for row in rows if row.status == "single"}
    beside = {"single_cover": single == set(case.beside["single_cover"])} if "single_cover" in case.beside else {}
    return Judged(expected(case), missing, beside=beside)


def mission_coverage(case: Case, asking: Asking) -> Judged:
    """The services that count for a mission, as the truth numbers them."""
    (row,) = asking.ask(case.question, mission=case.params["mission"])
    return Judged(expected(case), {asking.bodies.services.get(one.uid, f"?{one.uid}") for one in row.services})


PLACE_SCORERS: dict[str, Callable[[Case, Asking], Judged]] = {
    "service_overlaps": service_overlaps,
    "mission_coverage": mission_coverage,
    "partner_links": partner_links,
    "service_gaps": service_gaps,
    "team_skill_gaps": team_skill_gaps,
    "wobbling": wobbling,
}
"""How each question's answer is held against the truth."""
