"""The scorer, and the score on the marked notes where they are at hand."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest

from nlp.extraction import Extraction
from nlp.pipeline import Extractor
from nlp.scoring import Measure, score, show

SHARED = Path(os.environ.get("KITH_SHARED", Path(__file__).parents[3] / "shared" / "data"))
NOTES = SHARED / "notes" / "dev.jsonl"
FLOORS = {
    "strict all": 0.9,
    "overlap all": 0.93,
    "overlap NEED": 0.9,
    "strict NEED": 0.8,
    "negated": 0.9,
    "experiencer": 0.85,
    "relations": 0.8,
}


def entity(id: str, label: str, start: int, end: int, **more: object) -> dict[str, object]:
    return {"id": id, "label": label, "start": start, "end": end, **more}


def test_overlap_takes_each_mark_once() -> None:
    gold = {"id": "1", "register": "clean", "entities": [entity("p1", "PERSON", 0, 9)], "relations": []}
    found = {"id": "1", "entities": [entity("p1", "PERSON", 0, 4), entity("p2", "PERSON", 5, 9)], "relations": []}
    table = score([gold], [found])
    assert table["all", "overlap PERSON"] == Measure(1, 1, 2)
    assert table["clean", "strict PERSON"] == Measure(0, 1, 2)


def test_a_name_stands_for_the_kin_word_it_names() -> None:
    people = [entity("f1", "FAMILY", 0, 3), entity("p1", "PERSON", 4, 9)]
    named = [{"type": "NAMED_AS", "head": "f1", "tail": "p1"}]
    gold = {"id": "1", "entities": [*people, entity("n1", "NEED", 10, 14, experiencer="f1")], "relations": named}
    found = {"id": "1", "entities": [*people, entity("n1", "NEED", 10, 14, experiencer="p1")], "relations": named}
    table = score([gold], [found])
    assert table["all", "experiencer"] == Measure(1, 1, 1)
    assert table["all", "relations"].f1 == 1


def test_nothing_found_scores_nothing() -> None:
    gold = {"id": "1", "entities": [entity("p1", "PERSON", 0, 9)], "relations": []}
    assert score([gold], [Extraction().as_json("1", "")])["all", "strict all"].f1 == 0


@pytest.mark.skipif(not NOTES.exists(), reason="the marked notes are not here; set KITH_SHARED")
def test_marked_notes(extractor: Extractor, capsys: pytest.CaptureFixture[str]) -> None:
    gold = [json.loads(line) for line in NOTES.read_text(encoding="utf-8").splitlines()]
    dates = [date.fromisoformat(note["note_date"]) if note["note_date"] else None for note in gold]
    read = extractor.extract_many(zip((note["text"] for note in gold), dates, strict=True))
    table = score(gold, [one.as_json(note["id"], note["text"]) for one, note in zip(read, gold, strict=True)])
    with capsys.disabled():
        print("\n" + "\n\n".join(show(table, register) for register in ("all", "clean", "messy")))
    short = {row: round(table["all", row].f1, 3) for row, floor in FLOORS.items() if table["all", row].f1 < floor}
    assert not short
