"""What is past its retention period goes, is told, and does not come back with the same file."""

import json
from datetime import date
from pathlib import Path

import pytest

from graph import export
from graph.errors import MappingError
from graph.opening import open_store
from graph.store import Store
from ingest import quarantine, retaining
from ingest.load import ingest
from ingest.place import Place, load_place
from ingest.retaining import Retained
from tests.harrowdale.truth import PLACE as SAMPLE
from tests.ingest.test_quarantine import KEYLESS
from tests.ingest.test_runs import digest, people
from tests.ingest.village import PLACE, ROLL_ROWS, write

EARLY, LATER = date(2026, 11, 1), date(2027, 1, 10)
NOTES = """
place: Notes
as_of: 2026-10-31
data: {data}
sources:
  - {{file: areas.csv, mapping: {data}/mappings/areas.yaml}}
  - {{file: records/childrens_social_care.csv, mapping: {data}/mappings/childrens_social_care.yaml}}
  - {{file: "notes/N0*", mapping: {data}/mappings/notes.yaml, keep_text: 6 months}}
"""


def village(folder: Path, policy: str, roll: list[str] = ROLL_ROWS) -> Place:
    """The village, its visits under a policy."""
    write(folder, roll=roll)
    (folder / "place.yaml").write_text(PLACE.replace("mapping: visits.yaml", f"mapping: visits.yaml, {policy}"), "utf-8")
    return load_place(folder, EARLY)


def test_what_falls_due_goes_and_stays_away(store: Store, tmp_path: Path) -> None:
    place = village(tmp_path, "retention: 1 year")
    ingest(store, place, today=EARLY)
    assert {"visits#V1/subject", "visits#V3/subject"} <= people(store).keys()
    outcome = ingest(store, place, today=LATER)
    assert outcome.retained == [Retained("visits", records=1)]
    visits = outcome.counts[1]
    assert (visits.read, visits.accepted, visits.lapsed, visits.withdrawn) == (3, 2, 1, 0)
    assert "visits#V3/subject" not in people(store)
    assert "roll#3/subject" in people(store), "another source says so"
    before = digest(store)
    assert ingest(store, place, today=LATER).retained == []
    assert digest(store) == before
    store.write(("UNWIND $rows AS row MATCH (n) DETACH DELETE n", [{}]))
    ingest(store, place, today=LATER)
    assert digest(store) == before, "as if it had never been taken in"


def test_it_goes_without_its_file_too_and_is_told_beforehand(store: Store, tmp_path: Path) -> None:
    ingest(store, village(tmp_path, "retention: 1 year"), today=EARLY)
    assert retaining.due(store, EARLY) == []
    assert retaining.due(store, LATER) == [Retained("visits", records=1)]
    assert "visits#V3/subject" in people(store)
    assert retaining.retain(store, LATER) == [Retained("visits", records=1)]
    assert "visits#V3/subject" not in people(store)
    assert retaining.retain(store, LATER) == []


def test_rows_in_quarantine_are_kept_no_longer(store: Store, tmp_path: Path) -> None:
    write(tmp_path, roll=[*ROLL_ROWS, KEYLESS])
    (tmp_path / "place.yaml").write_text(PLACE.replace("mapping: roll.yaml", "mapping: roll.yaml, retention: 2 weeks"), "utf-8")
    place = load_place(tmp_path, EARLY)
    ingest(store, place, today=EARLY)
    assert len(list(quarantine.listed(store))) == 1
    outcome = ingest(store, place, today=LATER)
    assert outcome.retained == [Retained("roll", records=5, quarantined=1)]
    assert list(quarantine.listed(store)) == []
    assert outcome.counts[0].lapsed == 6


def test_a_policy_that_is_given_up_binds_no_more(store: Store, tmp_path: Path) -> None:
    ingest(store, village(tmp_path, "retention: 1 year"), today=EARLY)
    ingest(store, write(tmp_path), today=EARLY)
    assert retaining.due(store, LATER) == []


@pytest.mark.parametrize("store", ["embedded"], indirect=True)
def test_a_period_that_nothing_dates_is_refused(store: Store, tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "place.yaml").write_text(
        PLACE.replace("as_of: 2026-10-31\n", "").replace("mapping: roll.yaml", "mapping: roll.yaml, retention: 1 year"), "utf-8"
    )
    with pytest.raises(MappingError, match="roll has a retention period, but nothing says what day"):
        ingest(store, load_place(tmp_path, EARLY), today=EARLY)
    (tmp_path / "place.yaml").write_text(PLACE.replace("mapping: roll.yaml", "mapping: roll.yaml, retention: long"), "utf-8")
    with pytest.raises(MappingError, match="retention"):
        load_place(tmp_path, EARLY)


def notes(folder: Path) -> Place:
    """A place with nine notes of the sample, and the records they are about."""
    folder.mkdir(exist_ok=True)
    (folder / "place.yaml").write_text(NOTES.format(data=SAMPLE), "utf-8")
    return load_place(folder, EARLY)


@pytest.fixture
def texts() -> list[str]:
    """The words of those notes that are past six months on the later day, and of no other file."""
    from ingest.readers.note import text_of

    return [" ".join(text_of(path).split()) for path in sorted((SAMPLE / "notes").glob("N0*"))]


def test_the_words_go_and_the_facts_stay_with_their_spans(store: Store, tmp_path: Path, texts: list[str]) -> None:
    place, later = notes(tmp_path), date(2027, 6, 1)
    ingest(store, place, today=EARLY)
    facts, ties = _facts(store), _ties(store)
    assert any(row["words"] for row in ties)
    (gone,) = ingest(store, place, today=later).retained
    assert gone == Retained("notes", texts=9)
    assert _facts(store) == facts
    assert [{**row, "words": None} for row in ties] == _ties(store)
    assert _runs_of_words(store, texts, 8) == []
    before = digest(store)
    again = ingest(store, place, today=later)
    assert (again.counts[2].unchanged, again.retained) == (9, [])
    assert digest(store) == before
    store.write(("UNWIND $rows AS row MATCH (n) DETACH DELETE n", [{}]))
    ingest(store, place, today=later)
    assert digest(store) == before, "words that are due are never written"


def test_words_are_there_to_go(tmp_path: Path, texts: list[str]) -> None:
    store = open_store(str(tmp_path / "store"))
    ingest(store, notes(tmp_path / "place"), today=EARLY)
    assert len(_runs_of_words(store, texts, 8)) > 100
    store.close()


def _facts(store: Store) -> list[dict[str, object]]:
    return store.read(
        "MATCH (s:Signal)-[:ABOUT]->(m:Mention) RETURN s.uid AS uid, s.code AS code, s.words AS words, s.polarity AS polarity, "
        "s.span_from AS span_from, s.span_to AS span_to, m.uid AS about ORDER BY uid, about"
    )


def _ties(store: Store) -> list[dict[str, object]]:
    return store.read(
        "MATCH (r:Record)-[:SAYS]->(m:Mention)<-[s:SUPPORTS]-(w:Practitioner) WHERE r.form = 'note' AND s.record = r.uid "
        "RETURN w.uid AS who, m.uid AS whom, s.capacity AS capacity, s.last AS last, s.words AS words, s.span_from AS span_from, "
        "s.span_to AS span_to ORDER BY who, whom, capacity, span_from"
    )


def _runs_of_words(store: Store, texts: list[str], length: int) -> list[str]:
    """Runs of so many words of the notes that are anywhere in the store."""
    held = "\n".join(
        " ".join(json.dumps(row, default=str, ensure_ascii=False).replace("\\n", " ").split()) for row in export.rows(store.read)
    )
    found = []
    for text in texts:
        words = text.split()
        runs = (" ".join(words[at : at + length]) for at in range(len(words) - length))
        found += [run for run in runs if json.dumps(run, ensure_ascii=False)[1:-1] in held]
    return found
