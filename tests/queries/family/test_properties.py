"""What holds of every family: yesterday's answer stays yesterday's, hidden facts change nothing, a contact more never lowers."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

import pytest

from queries.best_placed_key_worker import BestPlacedKeyWorker
from queries.pillar_to_post import PillarToPost
from queries.question import Question
from queries.story_repetition import StoryRepetition
from queries.thresholds import Thresholds
from queries.timeline import Timeline
from queries.warm_introduction import WarmIntroduction
from queries.who_knows_family import WhoKnowsFamily
from tests.queries.family.graph import Household

pytestmark = pytest.mark.parametrize("store", ["embedded"], indirect=True)
SEEDS = range(8)
DAY = date(2026, 9, 1)
WORKERS = {
    "w1": ("Ann Lee", "Early Help"),
    "w2": ("Bo Day", "Fernhill School"),
    "w3": ("Cy Moss", "Police"),
    "w4": ("A Lee", "Early Help"),
}
BODIES = ("School", "CAMHS", "Early Help", "Housing Options")
OUTCOMES = ("accepted", "declined", "signposted", "no_response", None)
QUESTIONS: tuple[Question[object], ...] = (
    WhoKnowsFamily(family="f"),
    Timeline(family="f"),
    StoryRepetition(family="f"),
    PillarToPost(person="ada"),
    BestPlacedKeyWorker(family="f"),
    WarmIntroduction(worker="w3", person="ada"),
    Thresholds(),
)


def town(household: Household) -> Household:
    """Two families and four workers."""
    household.family("f", "ada", "bob")
    household.family("g", "gus")
    for uid, (full_name, organisation) in WORKERS.items():
        household.worker(uid, full_name, organisation)
    return household


def happen(household: Household, rng: Random, people: tuple[str, ...], days: Iterator[date], times: int = 6) -> None:
    """Things of every kind that happen to people, one on each of some days."""
    for _ in range(times):
        person, day = rng.choice(people), next(days)
        sort = rng.randrange(4)
        if sort == 0:
            household.supports(
                rng.choice(list(WORKERS)), person, day, words="trusts them", strength=rng.choice(("relationship", "incidental"))
            )
        elif sort == 1:
            household.refers(person, *rng.sample(BODIES, 2), day, rng.choice(OUTCOMES))
        elif sort == 2:
            household.assesses(person, rng.choice(BODIES), "plan", day, worker=rng.choice(list(WORKERS)))
        else:
            household.shows(person, rng.choice(("debt", "fall", "story_repetition", "support_ending")), day)


def some_days(rng: Random, first: date) -> Iterator[date]:
    while True:
        yield first + timedelta(rng.randrange(60))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_answer_of_a_day_is_not_changed_by_what_happens_later(household: Household, seed: int) -> None:
    rng = Random(seed)
    happen(town(household), rng, ("ada", "bob", "gus"), some_days(rng, DAY - timedelta(59)))
    before = [household.ask(question, as_of=DAY, cleared=True) for question in QUESTIONS]
    happen(household, rng, ("ada", "bob", "gus"), some_days(rng, DAY + timedelta(1)))
    assert [household.ask(question, as_of=DAY, cleared=True) for question in QUESTIONS] == before


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_hidden_changes_no_answer_about_others(household: Household, seed: int) -> None:
    rng = Random(seed)
    happen(town(household), rng, ("ada", "bob"), some_days(rng, DAY - timedelta(59)))
    household.family("h", "hal", restricted=True)
    household.worker("w5", "Dee Fox", "Refuge")
    before = [household.ask(question, as_of=DAY).rows for question in QUESTIONS[:4]]
    household.supports("w5", "hal", DAY)
    household.refers("hal", "School", "CAMHS", DAY, "declined")
    household.assesses("hal", "School", "plan", DAY)
    household.shows("hal", "debt", DAY)
    assert [household.ask(question, as_of=DAY).rows for question in QUESTIONS[:4]] == before
    assert all("hal" not in str(household.ask(question, as_of=DAY).rows).lower().split() for question in QUESTIONS)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_contact_more_never_lowers_who_knows(household: Household, seed: int) -> None:
    rng = Random(seed)
    happen(town(household), rng, ("ada", "bob"), some_days(rng, DAY - timedelta(59)), times=12)
    before = {one.practitioner: one for one in household.ask(WhoKnowsFamily(family="f"), as_of=DAY).rows}
    for uid in [uid for uid in before if uid]:
        household.supports(uid, "ada", DAY)
    for uid, one in {one.practitioner: one for one in household.ask(WhoKnowsFamily(family="f"), as_of=DAY).rows}.items():
        assert (one.status, one.strength, one.last_contact) == ("current", "relationship", DAY)
        assert one.sure >= before[uid].sure and set(before[uid].people) <= set(one.people)
