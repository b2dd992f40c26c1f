"""The questions of a team and a place held against the truth: one function a question."""

from collections.abc import Callable

from benchmarks.questions.asking import Asking, Judged, expected, pair
from benchmarks.questions.truth import Case


def service_overlaps(case: Case, asking: Asking) -> Judged:
    """Pairs of listings, by the directories' own ids, that overlap in a ward."""
    rows = asking.ask(case.question, area=case.params["neighbourhood"])
    listings = asking.bodies.listings
    return Judged(expected(case), {pair(listings[row.service_a], listings[row.service_b]) for row in rows if not row.perhaps_one})


PLACE_SCORERS: dict[str, Callable[[Case, Asking], Judged]] = {"service_overlaps": service_overlaps}
"""How each question's answer is held against the truth."""
