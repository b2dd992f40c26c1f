"""The questions of a team and a place held against the truth: one function a question."""

from collections.abc import Callable

from benchmarks.questions.asking import Asking, Judged, expected, pair
from benchmarks.questions.truth import Case


def service_overlaps(case: Case, asking: Asking) -> Judged:
    """Pairs of listings, by the directories' own ids, that overlap in a ward."""
    rows = asking.ask(case.question, area=case.params["neighbourhood"])
    listings = asking.bodies.listings
    return Judged(expected(case), {pair(listings[row.service_a], listings[row.service_b]) for row in rows if not row.perhaps_one})


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


PLACE_SCORERS: dict[str, Callable[[Case, Asking], Judged]] = {
    "service_overlaps": service_overlaps,
    "service_gaps": service_gaps,
    "wobbling": wobbling,
}
"""How each question's answer is held against the truth."""
