"""What is asked of a ward begins from the ward, and answers as if everybody had been read and chosen from."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from graph.caller import Caller
from graph.opening import open_store
from graph.store import Store
from ingest.load import ingest
from queries.accountability import Accountability
from queries.area_tree import AreaTree
from queries.metrics import Metrics
from queries.reader import Reader
from queries.residence import areas_of, people_in
from queries.wobbling import Wobbling
from tests.harrowdale.conftest import harrowdale

DAY = date(2026, 10, 31)
EVERYBODY = "MATCH (p:Person) RETURN p.uid AS uid ORDER BY uid"
AREAS = "MATCH (a:Area) RETURN a.uid AS uid ORDER BY uid"
SUPPORTED = (
    "MATCH (f:Family)<-[:MEMBER_OF]-(p:Person)<-[:SAME_AS]-(m:Mention)<-[s:SUPPORTS]-(w:Practitioner) "
    "MATCH (m)<-[:SAYS]-(r:Record) RETURN DISTINCT f.uid AS family, p.uid AS person, "
    "p.restricted AS restricted, f.restricted AS hidden, r.restricted AS record_restricted ORDER BY family, person"
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Harrowdale with its notes."""
    made = open_store(str(tmp_path_factory.mktemp("wards")))
    ingest(made, harrowdale(notes=True))
    yield made
    made.close()


@pytest.fixture(scope="module")
def lives(store: Store) -> dict[str, str]:
    """The smallest area of everybody, everybody having been read."""
    return areas_of(AreaTree(store.read), (row["uid"] for row in store.read(EVERYBODY)), DAY)


def areas(store: Store) -> list[tuple[str, frozenset[str]]]:
    return [(row["uid"], AreaTree(store.read).smallest(row["uid"])) for row in store.read(AREAS)]


def ask(store: Store, question: Any, cleared: bool) -> tuple[Any, ...]:
    return Reader(store, Caller("test", "planning", cleared=cleared)).ask(question, DAY).rows


def test_an_areas_people_are_those_whom_reading_everybody_places_there(store: Store, lives: dict[str, str]) -> None:
    sizes = set()
    for area, leaves in areas(store):
        found = people_in(AreaTree(store.read), area, DAY)
        assert found == {uid: leaf for uid, leaf in lives.items() if leaf in leaves}
        sizes.add(len(found))
    assert len(sizes) > 2 and lives


@pytest.mark.parametrize("cleared", [False, True])
def test_wobbling_in_an_area_is_the_places_chosen_from(store: Store, cleared: bool) -> None:
    whole = ask(store, Wobbling(), cleared)
    for area, leaves in areas(store):
        assert ask(store, Wobbling(area=area), cleared) == tuple(row for row in whole if row.area in leaves)
    assert any(row.area for row in whole)


@pytest.mark.parametrize("cleared", [False, True])
def test_accountability_in_an_area_is_the_places_chosen_from(store: Store, lives: dict[str, str], cleared: bool) -> None:
    whole = ask(store, Accountability(), cleared)
    told = [row for row in store.read(SUPPORTED) if cleared or not (row["hidden"] or row["record_restricted"])]
    for area, leaves in areas(store):
        here = {row["family"] for row in told if lives.get(row["person"]) in leaves}
        assert ask(store, Accountability(area=area), cleared) == tuple(row for row in whole if row.family in here)


@pytest.mark.parametrize("cleared", [False, True])
def test_metrics_of_the_areas_people_together_are_the_areas(store: Store, lives: dict[str, str], cleared: bool) -> None:
    for area, leaves in areas(store):
        people = [uid for uid, leaf in lives.items() if leaf in leaves]
        counted: dict[str, list[int]] = {}
        for person in people:
            for row in ask(store, Metrics(person=person), cleared):
                before, after = counted.setdefault(row.measure, [0, 0])
                counted[row.measure] = [before + row.before, after + row.after]
        for row in ask(store, Metrics(area=area), cleared):
            due = counted.get(row.measure, [0, 0])
            for count, shown in zip(due, (row.before, row.after), strict=True):
                assert shown is None or abs(shown - count) <= 2
                assert shown != 0 or count < 3
