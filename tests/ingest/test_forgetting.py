"""Forgetting a source: the graph is that of a place which never had it, on every engine and after any cut."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from graph.errors import KithError, QuestionError
from graph.opening import open_store
from graph.store import Store
from ingest import corrections, forgetting, quarantine
from ingest.corrections import Decided
from ingest.load import ingest
from ingest.place import Place, load_place
from tests.harrowdale.truth import PLACE
from tests.ingest.test_quarantine import KEYLESS, WIDE
from tests.ingest.test_runs import digest, people
from tests.ingest.village import ROLL_ROWS, write

LISTING = """
source: {source}
agency: {source}
reads: {{format: csv}}
key: No
nodes:
  body:
    label: Organisation
    key: [No]
    props: {{full_name: Name, url: Url, description: Said}}
"""
READ_BY_NAME = frozenset({"areas"})
"""Sources by whose names other rows are read: what those rows say stays as it was understood."""
FIRST_TO_NAME = frozenset({"early_help"})
"""Sources that were the first to name a body which others spell otherwise: their spelling stays."""


def without(place: Place, source: str) -> Place:
    """The place as if a source had never been in it."""
    return replace(place, supplies=tuple(s for s in place.supplies if s.mapping.source != source))


@pytest.mark.parametrize("source", ["roll", "visits"])
def test_the_place_is_as_if_it_never_had_the_source(store: Store, tmp_path: Path, source: str) -> None:
    place = write(tmp_path, roll=[*ROLL_ROWS, KEYLESS, WIDE])
    ingest(store, without(place, source))
    never = digest(store)
    store.write(("UNWIND $rows AS row MATCH (n) DETACH DELETE n", [{}]))
    ingest(store, place)
    if source == "roll":
        (row,) = quarantine.named(store, "roll#line:7")
        corrections.correct(store, row, {"Mother": "Ida Voe"}, Decided("tester", date(2026, 11, 1), "why"))
    gone = forgetting.forget(store, source)
    assert digest(store) == never
    assert gone.records == {"roll": 5, "visits": 3}[source]
    assert (gone.quarantined, gone.corrections) == ({"roll": 2, "visits": 0}[source], {"roll": 1, "visits": 0}[source])
    assert store.read("MATCH (r:Run {source: $source}) RETURN r.uid AS uid", source=source) == []


def test_what_only_the_forgotten_said_of_a_shared_body_goes(store: Store, tmp_path: Path) -> None:
    tmp_path.mkdir(exist_ok=True)
    for source, row in (("a", "1,Brook House,http://a,"), ("b", "1,Brook House,,for all")):
        (tmp_path / f"{source}.yaml").write_text(LISTING.format(source=source), "utf-8")
        (tmp_path / f"{source}.csv").write_text(f"No,Name,Url,Said\n{row}\n", "utf-8")
    listed = "".join(f"  - {{file: {s}.csv, mapping: {s}.yaml}}\n" for s in "ab")
    (tmp_path / "place.yaml").write_text(f"place: Two\nas_of: 2026-10-31\nsources:\n{listed}", "utf-8")
    ingest(store, load_place(tmp_path, date(2026, 10, 31)))
    forgetting.forget(store, "a")
    found = store.read("MATCH (o:Organisation) WHERE o.full_name = 'Brook House' RETURN o.url AS url, o.description AS said")
    assert found == [{"url": None, "said": "for all"}]


@pytest.mark.parametrize("store", ["embedded"], indirect=True)
def test_an_unknown_source_is_named_with_those_there_are(store: Store, tmp_path: Path) -> None:
    ingest(store, write(tmp_path))
    with pytest.raises(QuestionError, match=r"there is no source 'rol'. The sources are: roll, visits"):
        forgetting.forget(store, "rol")


def test_it_says_beforehand_what_goes(store: Store, tmp_path: Path) -> None:
    ingest(store, write(tmp_path, roll=[*ROLL_ROWS, KEYLESS]))
    goes = forgetting.holdings(store, "roll")
    before = len(set(people(store).values()))
    assert (goes.records, goes.quarantined, goes.runs) == (5, 1, 1)
    forgetting.forget(store, "roll")
    assert goes.persons == before - len(set(people(store).values())) == 7


def test_cut_off_at_any_write_it_goes_on(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.retraction.BATCH", 2)
    place = write(tmp_path, roll=[*ROLL_ROWS, KEYLESS])
    ingest(store, without(place, "roll"))
    never = digest(store)
    cuts = 0
    for at in range(1, 40):
        store.write(("UNWIND $rows AS row MATCH (n) DETACH DELETE n", [{}]))
        ingest(store, place)
        try:
            forgetting.forget(_CutOff(store, at), "roll")
        except _Cut:
            cuts += 1
            if store.read("MATCH (s:Source {uid: 'roll'}) RETURN s.uid AS uid"):
                forgetting.forget(store, "roll")
        assert digest(store) == never, f"cut at write {at}"
        if cuts < at:
            break
    assert cuts > 6


@pytest.mark.parametrize("source", ["childrens_social_care", "probation", "health_and_voluntary_directory"])
def test_notes_forget_what_they_had_from_it(tmp_path: Path, source: str) -> None:
    place = load_place(PLACE, date(2026, 10, 31))
    assert _forgotten(tmp_path, place, source) == _never(tmp_path, place, source)


def test_each_source_of_the_sample_is_forgotten_whole(tmp_path: Path) -> None:
    place = load_place(PLACE, date(2026, 10, 31))
    records = replace(place, supplies=tuple(s for s in place.supplies if s.mapping.reads.format != "note"))
    for number, supply in enumerate(records.supplies):
        source, folder = supply.mapping.source, tmp_path / str(number)
        same = _forgotten(folder, records, source) == _never(folder, records, source)
        assert same == (source not in READ_BY_NAME | FIRST_TO_NAME), source


def _forgotten(folder: Path, place: Place, source: str) -> str:
    store = open_store(str(folder / "forgotten"))
    try:
        ingest(store, place)
        forgetting.forget(store, source)
        return digest(store)
    finally:
        store.close()


def _never(folder: Path, place: Place, source: str) -> str:
    store = open_store(str(folder / "never"))
    try:
        ingest(store, without(place, source))
        return digest(store)
    finally:
        store.close()


class _Cut(KithError):
    """The store is gone."""


class _CutOff:
    """A store that is gone after so many writes."""

    def __init__(self, store: Store, writes: int) -> None:
        self._store, self._left = store, writes
        self.location, self.engine = store.location, store.engine

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)

    def write(self, *writes: tuple[str, list[dict[str, object]]]) -> dict[str, int]:
        if self._left == 0:
            raise _Cut("gone", "come back")
        self._left -= 1
        return self._store.write(*writes)
