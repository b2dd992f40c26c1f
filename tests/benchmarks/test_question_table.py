"""Every question of the catalogue is timed, each of what it may be asked of."""

from pathlib import Path

import pytest

from benchmarks import question_table
from benchmarks.question_table import askings, time_questions
from benchmarks.whole_place import settle_place
from graph.caller import Caller
from graph.opening import open_store
from graph.store import Store
from queries.catalogue import catalogue
from queries.reader import Reader
from queries.wobbling import Wobbling


@pytest.fixture
def place(tmp_path: Path) -> Store:
    """A whole place of a hundred and fifty people."""
    store = open_store(str(tmp_path))
    settle_place(store, 150)
    return store


def test_every_question_is_timed(place: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(question_table, "ASKED", 2)
    monkeypatch.setattr(question_table, "WARM_UP", 0)
    timed = list(time_questions(place, question_table.process_time, enough=0.0))
    assert {one.question for one in timed} == set(catalogue()) == {title for title, _, _ in askings()}
    assert all(one.cold > 0 and one.p(50) <= one.p(95) for one in timed)
    place.close()


def test_people_live_in_its_neighbourhoods(place: Store) -> None:
    reader = Reader(place, Caller("test", "timing", cleared=True))
    (area,) = place.read("MATCH (a:Area)<-[:COVERS]-(s:Service) RETURN DISTINCT a.uid AS uid ORDER BY uid")
    assert reader.ask(Wobbling(area=area["uid"])).rows
    place.close()
