"""The questions of a family through the reader, warm, in a place and in one ten times as large."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from random import Random
from typing import Any

from benchmarks.crowd import settle_people, write_records
from benchmarks.ground import EMBEDDED, empty_store
from benchmarks.measure import Measure, percentile, seconds
from benchmarks.memory import records
from benchmarks.population import AS_OF
from graph.caller import Caller
from graph.store import Store
from queries.best_placed_key_worker import BestPlacedKeyWorker
from queries.pillar_to_post import PillarToPost
from queries.question import Question
from queries.reader import Reader
from queries.story_repetition import StoryRepetition
from queries.timeline import Timeline
from queries.warm_introduction import WarmIntroduction

ASKED, WARM_UP = 200, 50
MILLISECONDS = 1_000.0
GOAL_MS, GROWTH, GROWTH_GOAL = 20.0, 10, 1.5
KNOWN = (
    "MATCH (f:Family)<-[:MEMBER_OF]-(p:Person)<-[:SAME_AS]-(m:Mention)<-[s:SUPPORTS]-(w:Practitioner) "
    "RETURN DISTINCT f.uid AS family, p.uid AS person ORDER BY family, person"
)
REFERRED = "MATCH (p:Person)<-[:SAME_AS]-(m:Mention)<-[:ABOUT]-(r:Referral) RETURN DISTINCT p.uid AS person ORDER BY person"
WORKERS = "MATCH (w:Practitioner) RETURN w.uid AS worker ORDER BY worker"


def of_a_family(people: int, location: str) -> list[Measure]:
    """The median and 95th percentile of each question, and the large place's against the small one's."""
    with ExitStack() as stack:
        if location == EMBEDDED:
            small, large = (_times(stack.enter_context(empty_store(location)), size) for size in (people, people * GROWTH))
        else:
            small = large = _one(people, location)
    return [line for title in small for line in _lines(title, small[title], large[title], people)]


def _one(people: int, location: str) -> dict[str, list[float]]:
    """A server holds one place at a time, and only the place as large as asked for is timed."""
    with empty_store(location) as store:
        return _times(store, people)


def _lines(title: str, small: list[float], large: list[float], people: int) -> Iterator[Measure]:
    for hundredth in (50, 95):
        ours, base = (percentile(times, hundredth) * MILLISECONDS for times in (large, small))
        yield Measure(f"{title} p{hundredth}, {people:,} people", base, "ms", GOAL_MS if hundredth == 95 else None)
        if large is not small:
            yield Measure(f"{title} p{hundredth}, {people * GROWTH:,} people", ours, "ms", GOAL_MS if hundredth == 95 else None)
            yield Measure(f"{title} p{hundredth}, {GROWTH} times the people", ours, "ms", GROWTH_GOAL, base)


def _times(store: Store, people: int) -> dict[str, list[float]]:
    settle_people(store, people)
    write_records(store, records(people, sources=("referrals",)))
    reader = Reader(store, Caller("benchmark", "timing", cleared=True))
    return {
        title: [seconds(partial(reader.ask, next(asked), as_of=AS_OF)) for _ in range(WARM_UP + ASKED)][WARM_UP:]
        for title, asked in _questions(store, Random(people)).items()
    }


def _questions(store: Store, rng: Random) -> dict[str, Iterator[Question[Any]]]:
    """Endless questions of each kind, each about another of those of whom there is something to say."""
    known = store.read(KNOWN)
    families, persons = sorted({row["family"] for row in known}), sorted({row["person"] for row in known})
    referred = [row["person"] for row in store.read(REFERRED)] or persons
    workers = [row["worker"] for row in store.read(WORKERS)]

    def each(make: Callable[..., Question[Any]], *from_: list[str]) -> Iterator[Question[Any]]:
        while True:
            yield make(*(rng.choice(many) for many in from_))

    return {
        "best_placed_key_worker": each(lambda family: BestPlacedKeyWorker(family=family), families),
        "pillar_to_post": each(lambda person: PillarToPost(person=person), referred),
        "story_repetition": each(lambda family: StoryRepetition(family=family), families),
        "timeline": each(lambda family: Timeline(family=family), families),
        "warm_introduction": each(lambda worker, person: WarmIntroduction(worker=worker, person=person), workers, persons),
    }
