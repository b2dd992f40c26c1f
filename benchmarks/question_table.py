"""Every question of the catalogue through the reader, cold and warm: `python -m benchmarks.question_table`."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from random import Random
from time import perf_counter, process_time
from typing import Any

import typer
from rich.console import Console
from rich.table import Table

from benchmarks.ground import EMBEDDED, empty_store
from benchmarks.measure import Measure, percentile
from benchmarks.population import AS_OF
from benchmarks.whole_place import settle_place
from graph.caller import Caller
from graph.errors import QuestionError
from graph.opening import open_store
from graph.settings import Settings
from graph.store import Store
from queries.catalogue import catalogue
from queries.question import Question
from queries.reader import Reader

ASKED, WARM_UP = 60, 10
ENOUGH = 6.0
"""A question that takes long is asked as often as fits in so many seconds, and twice at the least."""
MILLISECONDS = 1_000.0
FAMILY_MS, WARD_MS, PLACE_MS = 20.0, 300.0, 5_000.0
DRAWN = {
    "family": "MATCH (f:Family)<-[:MEMBER_OF]-(p:Person)<-[:SAME_AS]-(m:Mention)<-[s:SUPPORTS]-(w:Practitioner) RETURN DISTINCT f.uid AS uid ORDER BY uid",
    "person": "MATCH (p:Person)<-[:SAME_AS]-(m:Mention)<-[s:SUPPORTS]-(w:Practitioner) RETURN DISTINCT p.uid AS uid ORDER BY uid",
    "worker": "MATCH (w:Practitioner) RETURN w.uid AS uid ORDER BY uid",
    "team": "MATCH (t:Team) RETURN t.uid AS uid ORDER BY uid",
    "area": "MATCH (a:Area)<-[:COVERS]-(s:Service) RETURN DISTINCT a.uid AS uid ORDER BY uid",
    "need": "MATCH (n:Need) RETURN n.uid AS uid ORDER BY uid",
    "asset": "MATCH (a:Asset) RETURN a.uid AS uid ORDER BY uid",
    "organisation": "MATCH (o:Organisation)-[:PROVIDES]->(s:Service) RETURN DISTINCT o.uid AS uid ORDER BY uid",
    "words": "MATCH (p:Person) WHERE p.full_name IS NOT NULL RETURN DISTINCT p.full_name AS uid ORDER BY uid LIMIT 2000",
}
"""What a parameter may be drawn from: those of whom there is something to say."""
Given = tuple[str, tuple[str, ...], float]
FAMILY: tuple[Given, ...] = (
    *(
        (title, ("family",), FAMILY_MS)
        for title in ("who_knows_family", "best_placed_key_worker", "story_repetition", "timeline", "accountability")
    ),
    *((title, ("person",), FAMILY_MS) for title in ("who_knows_person", "pillar_to_post", "metrics", "namesakes")),
    ("warm_introduction", ("worker", "person"), FAMILY_MS),
    ("warm_introduction", ("team", "family"), FAMILY_MS),
    ("find", ("words",), FAMILY_MS),
)
WARD: tuple[Given, ...] = (
    *(
        (title, ("area",), WARD_MS)
        for title in ("wobbling", "huddle", "accountability", "metrics", "service_overlaps", "service_gaps")
    ),
    *(
        (title, ("area",), WARD_MS)
        for title in ("service_duplicates", "asset_reach", "baseline", "mission_coverage", "whats_stale")
    ),
    *((title, ("need", "area"), WARD_MS) for title in ("services_for_need", "assets_for_need")),
    *((title, ("team",), WARD_MS) for title in ("team_skill_gaps", "blueprint")),
    ("asset_reach", ("asset",), WARD_MS),
    ("partner_links", ("organisation",), WARD_MS),
)


@dataclass(frozen=True)
class Timed:
    """One question asked so many times: seconds of processor time on the embedded engine, and what it should take."""

    question: str
    by: str
    cold: float
    """The first time that it is asked."""
    warm: tuple[float, ...]
    goal_ms: float

    def p(self, hundredth: int) -> float:
        """A percentile of the warm ones, in milliseconds."""
        return percentile(self.warm, hundredth) * MILLISECONDS


def askings() -> list[Given]:
    """Every question with its parameters: of a family, of a neighbourhood, and of the whole place where it has no other."""
    asked_whole = [title for title, question in catalogue().items() if _may_be_whole(question)]
    return [*FAMILY, *WARD, *((title, (), PLACE_MS) for title in asked_whole)]


def time_questions(store: Store, clock: Callable[[], float], only: str | None = None, enough: float = ENOUGH) -> Iterator[Timed]:
    """Ask every question, each of others of those that there are, drawn by a seed."""
    reader, rng = Reader(store, Caller("benchmark", "timing", cleared=True)), Random(1)
    drawn = {name: [row["uid"] for row in store.read(text)] for name, text in DRAWN.items()}
    for title, names, goal in askings():
        if only in (None, title) and all(drawn[name] for name in names):
            made = partial(_made, catalogue()[title], names, drawn, rng)
            yield Timed(title, " ".join(names) or "the place", *_times(reader, made, clock, enough), goal)


def measure(people: int, location: str) -> list[Measure]:
    """The table as lines of `kith bench --only questions`."""
    with empty_store(location) as store:
        settle_place(store, people)
        lines = []
        for one in time_questions(store, _clock(location)):
            what = f"{one.question} of {one.by}, {people:,} people"
            lines.append(Measure(f"{what}, cold", one.cold * MILLISECONDS, "ms", None))
            lines += [Measure(f"{what}, p{at}", one.p(at), "ms", one.goal_ms if at == 95 else None) for at in (50, 95)]
    return lines


def _may_be_whole(question: type[Question[Any]]) -> bool:
    """Whether a question asks of a whole place when no parameter is given."""
    try:
        question()
    except (TypeError, QuestionError):
        return False
    return True


def _made(question: type[Question[Any]], names: tuple[str, ...], drawn: dict[str, list[str]], rng: Random) -> Question[Any]:
    return question(**{name: rng.choice(drawn[name]) for name in names})


def _times(
    reader: Reader, made: Callable[[], Question[Any]], clock: Callable[[], float], enough: float
) -> tuple[float, tuple[float, ...]]:
    times: list[float] = []
    while len(times) < 3 or (len(times) < 1 + WARM_UP + ASKED and sum(times) < enough):
        question = made()
        began = clock()
        reader.ask(question, as_of=AS_OF)
        times.append(clock() - began)
    skipped = 1 + min(WARM_UP, max(0, len(times) - ASKED))
    return times[0], tuple(times[min(skipped, len(times) - 2) :])


def _clock(location: str) -> Callable[[], float]:
    """Processor time where the engine is in this process; a server's work is only seen by the clock on the wall."""
    return perf_counter if location.startswith(("bolt", "neo4j")) else process_time


def main(
    people: int = 10_000, store: str = EMBEDDED, settled: bool = False, only: str | None = None, enough: float = ENOUGH
) -> None:
    """Print the table for a place of so many people; `--settled` where --store holds it already."""
    if not settled:
        with empty_store(store) as empty:
            settle_place(empty, people)
            _print(empty, store, only, enough)
        return
    settings = Settings()
    opened = open_store(store, settings.neo4j_user, settings.neo4j_password)
    try:
        _print(opened, store, only, enough)
    finally:
        opened.close()


def _print(store: Store, location: str, only: str | None, enough: float) -> None:
    table = Table("question", "of", "cold ms", "p50 ms", "p95 ms", "goal ms", "met?", title=f"{location}")
    for one in time_questions(store, _clock(location), only, enough):
        met = "yes" if one.p(95) <= one.goal_ms else "NO"
        table.add_row(
            one.question,
            one.by,
            *(f"{value:,.1f}" for value in (one.cold * MILLISECONDS, one.p(50), one.p(95))),
            f"{one.goal_ms:,.0f}",
            met,
        )
    Console(width=120).print(table)


if __name__ == "__main__":
    typer.run(main)
