"""What holds of the questions of a place too: yesterday's answers stay, and what is hidden changes none."""

from datetime import date, timedelta
from random import Random

import pytest

from queries.accountability import Accountability
from queries.metrics import Metrics
from queries.partner_links import PartnerLinks
from queries.partner_network import PartnerNetwork
from queries.question import Question
from queries.service_gaps import ServiceGaps
from queries.service_overlaps import ServiceOverlaps
from queries.wobbling import Wobbling
from queries.wobbling_fairness import WobblingFairness
from tests.queries.family.graph import Household
from tests.queries.family.test_properties import happen, some_days, town

pytestmark = pytest.mark.parametrize("store", ["embedded"], indirect=True)
SEEDS = range(6)
DAY = date(2026, 9, 1)
OF_A_PLACE: tuple[Question[object], ...] = (
    Wobbling(),
    WobblingFairness(),
    Accountability(),
    Metrics(),
    PartnerLinks(),
    PartnerNetwork(),
    ServiceGaps(),
    ServiceOverlaps(),
)
PEOPLE = ("ada", "bob", "gus")


@pytest.fixture
def place(household: Household) -> Household:
    """The town."""
    town(household)
    return household


@pytest.mark.parametrize("seed", SEEDS)
def test_yesterdays_answer_of_a_place_is_not_changed_by_what_happens_later(place: Household, seed: int) -> None:
    rng = Random(seed)
    happen(place, rng, PEOPLE, some_days(rng, DAY - timedelta(59)), times=12)
    told = [place.ask(question, as_of=DAY, cleared=True).rows for question in OF_A_PLACE]
    happen(place, rng, PEOPLE, some_days(rng, DAY + timedelta(1)), times=12)
    for question, rows in zip(OF_A_PLACE, told, strict=True):
        assert place.ask(question, as_of=DAY, cleared=True).rows == rows, question
    assert any(told)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_hidden_changes_no_answer_of_a_place(place: Household, seed: int) -> None:
    rng = Random(seed)
    happen(place, rng, PEOPLE, some_days(rng, DAY - timedelta(59)))
    place.family("h", "hal", restricted=True)
    told = [place.ask(question, as_of=DAY).rows for question in OF_A_PLACE]
    happen(place, rng, ("hal",), some_days(rng, DAY - timedelta(59)))
    for question, rows in zip(OF_A_PLACE, told, strict=True):
        assert place.ask(question, as_of=DAY).rows == rows, question
