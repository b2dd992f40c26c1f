"""Asking through the reader, warm: what a key-worker and a commissioner wait for.

The graph comes by the quick way (benchmarks/crowd.py). Families are asked after by their key, with the
day given, so that what is timed is one question: the key looked at, the text carried out, the answer
shaped with its evidence. The families are those that somebody knows, drawn by a seed.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from random import Random

from benchmarks.crowd import settle_people, write_records
from benchmarks.directory import PEOPLE_A_SERVICE
from benchmarks.ground import EMBEDDED, empty_store
from benchmarks.measure import Measure, in_turn, percentile, seconds
from benchmarks.memory import records
from benchmarks.population import AS_OF
from benchmarks.wide_directory import AREAS_EACH, NEEDS_EACH, write_directory
from graph.caller import Caller
from graph.store import Store
from queries.reader import Reader
from queries.service_overlaps import ServiceOverlaps
from queries.who_knows_family import WhoKnowsFamily

Ask = Callable[[], object]
ASKED = 1_000
WARM_UP = 1_000
"""A server compiles what it runs often; before that it is several times slower."""
MILLISECONDS = 1_000.0
GOAL_MS = {True: 1.0, False: 15.0}
"""The 95th percentile of who_knows_family: on the embedded engine, and over Bolt."""
GROWTH = 10
GROWTH_GOAL = 1.5
"""What a place ten times as large may cost, as a ratio."""
OVERLAPS_GOAL = 2.0
"""Seconds for 10,000 services."""
MANY_GOAL = 5.0
"""Seconds for 100,000 services with three needs and three areas each."""
SUPPORTED = (
    "MATCH (f:Family)<-[:MEMBER_OF]-(p:Person)<-[:SAME_AS]-(m:Mention)<-[s:SUPPORTS]-(w:Practitioner) "
    "RETURN DISTINCT f.uid AS uid ORDER BY uid"
)


def who_knows_family(people: int, location: str, growth: int = GROWTH) -> list[Measure]:
    """The median and 95th percentile in a place, in one `growth` times as large, and the one against the other."""
    small, large = _times((people, people * growth), location)
    goal = GOAL_MS[location == EMBEDDED]
    lines = []
    for times, size in ((small, people), (large, people * growth)):
        for hundredth in (50, 95):
            what = f"who_knows_family p{hundredth}, {size:,} people"
            lines.append(Measure(what, percentile(times, hundredth) * MILLISECONDS, "ms", goal))
    for hundredth in (50, 95):
        what = f"who_knows_family p{hundredth}, {growth} times the people"
        ours, base = (percentile(times, hundredth) * MILLISECONDS for times in (large, small))
        lines.append(Measure(what, ours, "ms", GROWTH_GOAL, base))
    return lines


def service_overlaps(people: int, location: str) -> list[Measure]:
    """The strongest overlaps of all services of a place, one to ten people; and of as many services as people, each for
    three needs in three wards."""
    with empty_store(location) as store:
        write_records(store, records(people, sources=("areas", "services")))
        usual = _overlaps(store, f"{people // PEOPLE_A_SERVICE:,} services", OVERLAPS_GOAL)
    with empty_store(location) as store:
        write_directory(store, people)
        return [usual, _overlaps(store, f"{people:,} services with {NEEDS_EACH} needs and {AREAS_EACH} areas each", MANY_GOAL)]


def _overlaps(store: Store, of: str, goal: float, rounds: int = 3) -> Measure:
    reader = _reader(store)
    times = [seconds(lambda: reader.ask(ServiceOverlaps(), as_of=AS_OF)) for _ in range(rounds)]
    return Measure(f"service_overlaps, {of}", sorted(times)[rounds // 2], "s", goal)


def _times(sizes: tuple[int, ...], location: str) -> list[list[float]]:
    """Seconds of single questions in places of each size: asked in turn on the embedded engine, of which
    two stores can be open, and one place after the other on a server, which holds one."""
    if location != EMBEDDED:
        return [_in_one(people, location) for people in sizes]
    with ExitStack() as stack:
        asks = [_asks(stack.enter_context(empty_store(location)), people) for people in sizes]
        return [times[WARM_UP:] for times in in_turn([partial(_next, ask) for ask in asks], WARM_UP + ASKED)]


def _in_one(people: int, location: str) -> list[float]:
    with empty_store(location) as store:
        return [seconds(ask) for ask in _asks(store, people)][WARM_UP:]


def _next(asks: Iterator[Ask]) -> object:
    return next(asks)()


def _asks(store: Store, people: int) -> Iterator[Ask]:
    """A place of so many people put into the store, and questions of it, each about another family."""
    settle_people(store, people)
    known = [row["uid"] for row in store.read(SUPPORTED)]
    reader = _reader(store)
    drawn = Random(people).choices(known, k=WARM_UP + ASKED)
    return iter([partial(reader.ask, WhoKnowsFamily(family=uid), as_of=AS_OF) for uid in drawn])


def _reader(store: Store) -> Reader:
    return Reader(store, Caller("benchmark", "timing", cleared=True))
