"""Our own marked notes: offsets are right, and those kept for scoring score at least so much."""

from __future__ import annotations

from datetime import date

import pytest
from heldout import own_notes

from nlp.codelist import read, signals
from nlp.outcomes import outcomes
from nlp.pipeline import Extractor
from nlp.scoring import score

FLOORS = {
    ("clean", "strict PERSON"): 0.93,
    ("messy", "strict PERSON"): 0.82,
    ("clean", "strict FAMILY"): 0.95,
    ("messy", "strict FAMILY"): 0.84,
    ("clean", "strict ROLE"): 0.93,
    ("messy", "strict ROLE"): 0.78,
    ("clean", "strict ORG"): 0.78,
    ("messy", "strict ORG"): 0.68,
    ("clean", "strict DATE"): 0.93,
    ("messy", "strict DATE"): 0.85,
    ("clean", "overlap NEED"): 0.77,
    ("messy", "overlap NEED"): 0.70,
    ("all", "negated"): 0.94,
    ("all", "experiencer"): 0.82,
    ("all", "NAMED_AS"): 0.85,
    ("all", "HAS_ROLE"): 0.90,
    ("all", "SUPPORTS"): 0.30,
    ("all", "REFERRED_TO"): 0.44,
    ("all", "ATTENDS"): 0.48,
}


def test_marks_are_where_they_say() -> None:
    for note in (*own_notes(True), *own_notes(False)):
        ids = {entity["id"] for entity in note["entities"]} | {"subject"}
        for entity in note["entities"]:
            assert note["text"][entity["start"] : entity["end"]] == entity["text"]
            assert entity["label"] != "NEED" or entity.get("code", "fall") in signals()
        assert all({relation["head"], relation["tail"]} <= ids for relation in note["relations"])


def test_the_notes_that_are_kept(extractor: Extractor) -> None:
    gold = own_notes(held_out=True)
    days = [date.fromisoformat(note["note_date"]) if note["note_date"] else None for note in gold]
    read_as = extractor.extract_many(zip((note["text"] for note in gold), days, strict=True))
    table = score(gold, [one.as_json(note["id"], note["text"]) for one, note in zip(read_as, gold, strict=True)])
    short = {row: round(table[row].f1, 3) for row, floor in FLOORS.items() if table[row].f1 < floor}
    assert not short


def test_code_lists_hang_together() -> None:
    known, missions = set(read("supporting_families")["outcomes"]), set(read("missions")["missions"])
    assert len(known) == 10
    for signal in signals().values():
        assert set(signal.outcomes) <= known and set(signal.missions) <= missions
    assert {row["marked"] for row in outcomes().values()} == {"accepted", "declined", "pending", "none"}


@pytest.mark.parametrize(
    "text",
    [
        "\U0001f600 mum \U0001f648" * 40,
        "x" * 30000,
        "\x00\x07mum\x1f",
        "Мама говорит",
        "no arrears, " * 400,
        "ref to the clinic and goes to St Xy team, " * 60,
        "Aa of Bb and Cc " * 200,
    ],
)
def test_odd_texts_are_read_with_exact_spans(extractor: Extractor, text: str) -> None:
    assert all(text[e.start : e.end] == e.text for e in extractor.extract(text).entities)


def test_a_long_note_is_read_in_pages(extractor: Extractor) -> None:
    text = "Mum Kelly has rent arrears. " * 600
    entities = extractor.extract(text).entities
    assert len([e for e in entities if e.label == "NEED"]) == 600
    assert len({e.id for e in entities}) == len(entities)


def test_two_processes_find_what_one_finds(extractor: Extractor) -> None:
    notes = [(note["text"], None) for note in own_notes(True)]
    assert list(extractor.extract_many(notes, processes=2)) == list(extractor.extract_many(notes))
