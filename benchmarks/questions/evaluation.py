"""A place's questions asked twice, with the truth's facts as input and from what is taken in alone, and scored."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.questions.asking import Asking, Judged, NotThereYet
from benchmarks.questions.bodies import Bodies
from benchmarks.questions.facts import load_facts, load_tags
from benchmarks.questions.family import FAMILY_SCORERS
from benchmarks.questions.people import People
from benchmarks.questions.place import PLACE_SCORERS
from benchmarks.questions.truth import Case, Truth
from benchmarks.questions.whereabouts import Whereabouts
from graph.caller import Caller
from graph.opening import open_store
from graph.store import Store
from ingest.load import ingest
from ingest.place import Place, load_place
from queries.reader import Reader

SCORERS = FAMILY_SCORERS | PLACE_SCORERS
FACTS, RAW = "facts", "raw"
"""With the truth's facts of notes and tags as input; from raw input alone."""


@dataclass(frozen=True)
class Scored:
    """One question's answer in one way of asking."""

    case: Case
    judged: Judged | None = None
    not_there: str | None = None
    """Why it was not asked: there is no such question, or it cannot be asked so."""
    leaks: tuple[str, ...] = ()
    """Whereabouts that an answer gave to a caller who may not have them, or protected people in it."""

    @property
    def score(self) -> float:
        """Nothing for a question that could not be asked, or that gave somebody away."""
        return 0.0 if self.judged is None or self.leaks else self.judged.f1


@contextmanager
def taken_in(place: Path, truth: Truth, way: str) -> Iterator[Store]:
    """A store that a place was taken into, for as long as it is asked."""
    with TemporaryDirectory(prefix="kith-questions-") as folder:
        store = open_store(folder)
        try:
            found = load_place(place, date.today())
            ingest(store, _without_notes(found) if way == FACTS else found)
            if way == FACTS:
                load_facts(store, truth)
                load_tags(store, truth)
            yield store
        finally:
            store.close()


def evaluate(place: Path, truth: Truth, way: str, only: str | None = None) -> list[Scored]:
    """Every question of a place's truth, asked in one way and scored."""
    with taken_in(place, truth, way) as store:
        return evaluate_store(store, truth, only)


def evaluate_store(store: Store, truth: Truth, only: str | None = None) -> list[Scored]:
    """Every question of a truth, asked of a store that the place is in already."""
    people, bodies = People(store, truth), Bodies(store, truth)
    cleared, ordinary = (
        Asking(Reader(store, Caller("kith eval", "scoring", cleared=may)), people, bodies) for may in (True, False)
    )
    whereabouts = Whereabouts(store, truth, people)
    cases = [case for case in truth.cases if only in (None, case.question)]
    return [_scored(case, cleared, ordinary, whereabouts) for case in cases]


def _scored(case: Case, cleared: Asking, ordinary: Asking, whereabouts: Whereabouts) -> Scored:
    scorer = SCORERS.get(case.question)
    if scorer is None:
        return Scored(case, not_there="there is no such question")
    try:
        judged = scorer(case, cleared)
        ordinary.heard.clear()
        shown = scorer(case, ordinary)
    except NotThereYet as told:
        return Scored(case, not_there=str(told))
    leaks = whereabouts.leaks(case, ordinary.heard)
    if "neighbourhood" in case.params:
        leaks += sorted(shown.found & ordinary.people.protected)
    return Scored(case, judged, leaks=tuple(leaks))


def _without_notes(place: Place) -> Place:
    return replace(place, supplies=tuple(one for one in place.supplies if one.mapping.reads.format != "note"))
