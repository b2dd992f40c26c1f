"""The facts of Harrowdale's notes, found or not, by kind; prints the table that docs/nlp.md shows."""

import json
from collections import defaultdict
from datetime import date
from typing import Any

import pytest

from ingest.readers.note import text_of
from nlp.codelist import signals
from nlp.extraction import Entity, Extraction
from nlp.header import read_header
from nlp.pipeline import Extractor
from tests.harrowdale.truth import FOLDER, PLACE

TRUTH = FOLDER / "note_facts.jsonl"
KINDS = {
    "relation": ("KIN", "NAMED_AS", "LIVES_WITH", "SUPPORTS", "KNOWS"),
    "supports": ("SUPPORTS", "KNOWS"),
    "referral": ("REFERRED_TO",),
}


def polarity(need: Entity) -> str:
    """How a need is meant, in the truth's words."""
    for flag, word in (("negated", "absent"), ("hypothetical", "hypothetical"), ("historical", "past")):
        if getattr(need, flag):
            return word
    return "present"


def covers(signal: str) -> set[str]:
    """The codes of ours that stand for one of the truth's signals."""
    return {code for code, one in signals().items() if signal in one.harrowdale}


def located(text: str, quote: str) -> tuple[int, int] | None:
    """Where a quoted fact stands in its note, whatever its white space."""
    words = "".join(text.split())
    at = words.find("".join(quote.split()))
    if at < 0:
        return None
    places = [place for place, char in enumerate(text) if not char.isspace()]
    return places[at], places[at + len("".join(quote.split())) - 1] + 1


def touching(found: Extraction, place: tuple[int, int]) -> set[str]:
    """The types of tie of which an end stands in a quote."""
    inside = {e.id for e in found.entities if e.start < place[1] and place[0] < e.end}
    return {r.type for r in found.relations if r.head in inside or r.tail in inside}


def test_facts_by_kind(capsys: pytest.CaptureFixture[str]) -> None:
    facts = [json.loads(line) for line in TRUTH.read_text("utf-8").splitlines()]
    notes = {f"notes/{path.name}": text_of(path) for path in sorted((PLACE.parent if PLACE.is_file() else PLACE).glob("notes/*"))}
    days = [read_header(text).note_date for text in notes.values()]
    read = dict(zip(notes, Extractor().extract_many(zip(notes.values(), days, strict=True)), strict=True))
    rows: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for fact in facts:
        if fact["kind"] == "partner_link" or fact["note"] not in notes:
            continue
        place = located(notes[fact["note"]], fact["quote"])
        row = rows[fact["kind"]]
        row[0] += 1
        row[1] += place is not None
        row[2] += place is not None and is_found(fact, read[fact["note"]], place)
    seen, right = polarities(facts, notes, read)
    with capsys.disabled():
        print("\n| kind | facts | quoted in the text | found | recall |\n|---|---|---|---|---|")
        for kind, (all_of, quoted, found) in sorted(rows.items()):
            print(f"| {kind} | {all_of} | {quoted} | {found} | {found / max(1, quoted):.2f} |")
        print(
            f"\nOf {seen} needs found where the truth tells a signal of that code, {right} have its polarity ({right / max(1, seen):.2f})."
        )
    assert rows["signal"][2] / rows["signal"][1] >= 0.45
    assert right / seen >= 0.8


def is_found(fact: dict[str, Any], found: Extraction, place: tuple[int, int]) -> bool:
    """Whether a fact's quote holds what tells it."""
    if fact["kind"] != "signal":
        return bool(touching(found, place) & set(KINDS[fact["kind"]]))
    return any(e.code in covers(fact["signal"]) for e in needs_in(found, place))


def needs_in(found: Extraction, place: tuple[int, int]) -> list[Entity]:
    """The needs told within a quote."""
    return [e for e in found.entities if e.label == "NEED" and e.start < place[1] and place[0] < e.end]


def polarities(facts: list[dict[str, Any]], notes: dict[str, str], read: dict[str, Extraction]) -> tuple[int, int]:
    """How many signals were found, and how many of them with the polarity the truth gives."""
    seen = right = 0
    for fact in facts:
        place = located(notes.get(fact["note"], ""), fact["quote"]) if fact["kind"] == "signal" else None
        said = [e for e in needs_in(read[fact["note"]], place) if e.code in covers(fact["signal"])] if place else []
        seen += bool(said)
        right += any(polarity(e) == fact["polarity"] for e in said)
    return seen, right


def test_a_note_has_a_day() -> None:
    assert read_header("Visit 14/10/26\n\nSeen.").note_date == date(2026, 10, 14)
