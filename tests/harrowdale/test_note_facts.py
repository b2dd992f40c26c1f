"""The facts of Harrowdale's notes, found or not, by kind, as `kith eval facts` prints them."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from api.cli import app
from graph.errors import SourceError
from nlp.fact_scoring import score_facts
from nlp.header import read_header
from nlp.pipeline import Extractor
from tests.harrowdale.truth import FOLDER, PLACE

FACTS = FOLDER / "note_facts.jsonl"
RECALL = {"signal": 0.45, "relation": 0.5, "supports": 0.3, "referral": 0.3}


def test_facts_by_kind(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["eval", "facts", str(FACTS), "--notes", str(PLACE)]
    shown = CliRunner().invoke(app, arguments)
    figures = json.loads(CliRunner().invoke(app, [*arguments, "--json"]).stdout)
    with capsys.disabled():
        print(f"\n{shown.stdout}")
    assert {kind: row["recall"] for kind, row in figures.items() if row["recall"] < RECALL[kind]} == {}
    assert figures["signal"]["agreeing"] / figures["signal"]["found"] >= 0.9


def fact(**more: Any) -> dict[str, Any]:
    return {"note": "n", "kind": "signal", "quote": "She has had a fall", "signal": "falls", "polarity": "present", **more}


def test_a_fact_counts_by_place_code_and_meaning() -> None:
    text = "She has had a fall. No rent arrears."
    found = {"n": Extractor().extract(text)}
    facts = [fact(), fact(polarity="absent"), fact(signal="debt"), fact(quote="not there"), fact(note="other")]
    tally = score_facts(facts, {"n": text}, found)["signal"]
    assert (tally.facts, tally.quoted, tally.found, tally.agreeing) == (4, 3, 2, 1)
    assert (tally.told, tally.right) == (2, 1)


@pytest.mark.parametrize(
    "line",
    [
        "{",
        '{"note": "n"}',
        '{"note": "a.txt", "quote": "x", "kind": "signal"}',
        '{"note": "../a", "quote": "x", "kind": "supports"}',
    ],
)
def test_what_is_no_fact_is_one_message(tmp_path: Path, line: str) -> None:
    (tmp_path / "facts.jsonl").write_text(line, "utf-8")
    with pytest.raises(SourceError):
        CliRunner().invoke(
            app,
            ["eval", "facts", str(tmp_path / "facts.jsonl"), "--notes", str(tmp_path)],
            catch_exceptions=False,
            standalone_mode=False,
        )


def test_a_note_has_a_day() -> None:
    assert read_header("Visit 14/10/26\n\nSeen.").note_date == date(2026, 10, 14)
