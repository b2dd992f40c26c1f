"""What a second run does: nothing, or only what changed, on every engine."""

import re
from pathlib import Path

import pytest

from graph import export
from graph.store import Store
from ingest import quarantine, run
from ingest.load import Outcome, ingest
from ingest.row import AS_IT_STOOD
from tests.ingest.village import ROLL_ROWS, VISIT_ROWS, write

PEOPLE = "MATCH (m:Mention)-[:SAME_AS]->(p:Person) RETURN m.uid AS mention, p.uid AS person ORDER BY mention"
TIES = "MATCH (w:Practitioner)-[s:SUPPORTS]->(m:Mention) RETURN w.full_name AS who, m.uid AS whom ORDER BY who, whom"


def test_a_second_run_writes_nothing_but_its_run(store: Store, tmp_path: Path) -> None:
    ingest(store, write(tmp_path))
    before = digest(store)
    counted = _Counting(store)
    outcome = ingest(counted, write(tmp_path))
    assert digest(store) == before
    assert _sum(outcome, "unchanged") == _sum(outcome, "accepted") == 8
    # The hold on a shared store is taken and given back.
    assert counted.written - {"Lease"} == {"Run", "Source"}


def test_the_same_child_in_two_files_is_one_person_and_siblings_stay_two(store: Store, tmp_path: Path) -> None:
    ingest(store, write(tmp_path))
    person = people(store)
    assert person["roll#1/subject"] == person["visits#V1/subject"]
    assert person["roll#1/subject"] != person["roll#2/subject"]
    assert person["roll#1/Mother"] != person["roll#2/Mother"], "a bare name is no identity"


def test_a_changed_row_changes_only_its_own(store: Store, tmp_path: Path) -> None:
    ingest(store, write(tmp_path))
    before = {row["whom"] for row in store.read(TIES) if row["who"] == "C Dodd"}
    outcome = ingest(store, write(tmp_path, roll=[*ROLL_ROWS[:2], ROLL_ROWS[2].replace("C Dodd", "P Voss"), *ROLL_ROWS[3:]]))
    assert (_sum(outcome, "changed"), _sum(outcome, "unchanged")) == (1, 7)
    assert before - {row["whom"] for row in store.read(TIES) if row["who"] == "C Dodd"} == {"roll#2/subject"}
    changed = digest(store)
    assert changed == _clean(store, tmp_path, roll=[*ROLL_ROWS[:2], ROLL_ROWS[2].replace("C Dodd", "P Voss"), *ROLL_ROWS[3:]])


def test_what_no_source_says_any_more_goes_and_what_another_says_stays(store: Store, tmp_path: Path) -> None:
    ingest(store, write(tmp_path))
    outcome = ingest(store, write(tmp_path, roll=ROLL_ROWS[:1] + ROLL_ROWS[2:]))
    assert _sum(outcome, "withdrawn") == 1
    assert "visits#V1/subject" in people(store)
    assert not any(mention.startswith("roll#1/") for mention in people(store))
    assert digest(store) == _clean(store, tmp_path, roll=ROLL_ROWS[:1] + ROLL_ROWS[2:])


def test_a_snapshot_that_lost_too_much_stops_until_it_is_confirmed(store: Store, tmp_path: Path) -> None:
    ingest(store, write(tmp_path))
    before = digest(store)
    outcome = ingest(store, write(tmp_path, ROLL_ROWS[:4]))
    assert re.search("would withdraw 2 of the 5 records of roll.*--accept-withdrawals", str(outcome.failures[0]))
    assert digest(store) == before
    outcome = ingest(store, write(tmp_path, roll=ROLL_ROWS[:4]), accept_withdrawals=True)
    assert _sum(outcome, "withdrawn") == 2


def test_a_row_gone_bad_keeps_its_last_good_version_marked_so(store: Store, tmp_path: Path) -> None:
    ingest(store, write(tmp_path))
    bad = [*ROLL_ROWS[:2], ROLL_ROWS[2] + ",one too many", *ROLL_ROWS[3:]]
    outcome = ingest(store, write(tmp_path, roll=bad))
    assert (_sum(outcome, "quarantined"), _sum(outcome, "withdrawn")) == (1, 0)
    kept = store.read("MATCH (r:Record) WHERE r.superseded = true RETURN r.uid AS uid ORDER BY uid")
    assert [row["uid"] for row in kept] == ["roll#2"]
    assert "roll#2/subject" in people(store)
    ingest(store, write(tmp_path))
    assert digest(store) == _clean(store, tmp_path)


def test_a_repeated_row_is_dropped_and_a_repeated_key_is_held(store: Store, tmp_path: Path) -> None:
    rows = [*ROLL_ROWS, ROLL_ROWS[1], ROLL_ROWS[2].replace("Dan", "Don")]
    outcome = ingest(store, write(tmp_path, roll=rows))
    assert (_sum(outcome, "duplicates"), _sum(outcome, "quarantined"), _sum(outcome, "accepted")) == (1, 1, 8)


WIDE = "2,Dan Lee,05/06/2017,3 Mill Lane,ZX1 1AA,Bea Lee,C Dodd,one too many"
WIDER = f"{WIDE} by far"


@pytest.mark.parametrize("rows", [1, 2, 1_000], ids="batches of {}".format)
def test_a_row_refused_under_a_key_that_came_well_leaves_the_first_alone(
    store: Store, tmp_path: Path, rows: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "BATCH", rows)
    place = write(tmp_path, roll=[*ROLL_ROWS, WIDE, WIDER])
    outcome = ingest(store, place)
    assert (_sum(outcome, "accepted"), _sum(outcome, "quarantined")) == (8, 2)
    assert store.read("MATCH (r:Record) WHERE r.superseded = true RETURN r.uid AS uid") == []
    assert _quarantined(store) == {"roll#2#2": WIDE, "roll#2#3": WIDER}
    before, counted = digest(store), _Counting(store)
    assert _sum(ingest(counted, place), "unchanged") == 8
    assert counted.written - {"Lease"} == {"Run", "Source"}
    assert digest(store) == before


@pytest.mark.parametrize("rows", [1, 1_000], ids="batches of {}".format)
def test_two_rows_refused_under_one_key_are_both_kept(
    store: Store, tmp_path: Path, rows: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "BATCH", rows)
    place = write(tmp_path, roll=[*ROLL_ROWS[:2], WIDE, WIDER, *ROLL_ROWS[3:]])
    ingest(store, place)
    assert _quarantined(store) == {"roll#2": WIDE, "roll#2#2": WIDER}
    counted = _Counting(store)
    ingest(counted, place)
    assert counted.written - {"Lease"} == {"Run", "Source"}


def test_a_repeat_that_comes_to_say_the_same_leaves_quarantine(store: Store, tmp_path: Path) -> None:
    ingest(store, write(tmp_path, roll=[*ROLL_ROWS, ROLL_ROWS[2].replace("Dan", "Don")]))
    assert list(_quarantined(store)) == ["roll#2#2"]
    ingest(store, write(tmp_path, roll=[*ROLL_ROWS, ROLL_ROWS[2]]))
    assert _quarantined(store) == {}
    assert digest(store) == _clean(store, tmp_path, roll=[*ROLL_ROWS, ROLL_ROWS[2]])


def _quarantined(store: Store) -> dict[str, str]:
    """The rows in quarantine, each as its line stood."""
    return {row["uid"]: row["raw"].get(AS_IT_STOOD, "") for row in quarantine.listed(store)}


def digest(store: Store) -> str:
    """The store's digest."""
    return export.digest(store.export())


def people(store: Store) -> dict[str, str]:
    """Who each mention is."""
    return {row["mention"]: row["person"] for row in store.read(PEOPLE)}


def _clean(store: Store, tmp_path: Path, roll: list[str] = ROLL_ROWS, visits: list[str] = VISIT_ROWS) -> str:
    """The digest of a clean run of the same rows."""
    store.write(("UNWIND $rows AS row MATCH (n) DETACH DELETE n", [{}]))
    ingest(store, write(tmp_path, roll, visits))
    return digest(store)


def _sum(outcome: Outcome, name: str) -> int:
    return sum(getattr(counts, name) for counts in outcome.counts)


class _Counting:
    """A store that notes which labels were written to."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.location, self.engine, self.writers = store.location, store.engine, store.writers
        self.written: set[str] = set()

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)

    def read(self, text: str, **parameters: object) -> list[dict[str, object]]:
        return self._store.read(text, **parameters)

    def write(self, *writes: tuple[str, list[dict[str, object]]]) -> dict[str, int]:
        counts = self._store.write(*writes)
        if any(counts.values()):
            self.written |= {text.split("(")[1].split(":")[1].split(" ")[0].rstrip(")") for text, rows in writes if rows}
        return counts
