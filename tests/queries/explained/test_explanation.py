"""How an answer came about: the same answer, its parameters as they were understood, and nothing that restriction withholds."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph.caller import Caller
from graph.opening import open_store
from graph.store import Store
from ingest.load import ingest
from ingest.place import load_place
from queries.catalogue import catalogue
from queries.explanation import Explanation, marks_of, of_people
from queries.question import Question, is_required
from queries.reader import Reader
from queries.who_knows_family import WhoKnowsFamily
from queries.wobbling import Wobbling
from tests.queries.asked import FAMILY, PLACE, Asked
from tests.restriction.hamlet import CARE_ROWS, ROLL_ROWS, cleared, ordinary, take_in, write

HARROWDALE = Path(__file__).parents[3] / "examples" / "harrowdale"
DAY = date(2026, 10, 31)
HIDDEN = """MATCH (m:Mention)-[:SAME_AS]->(p:Person) WHERE p.restricted = true
RETURN DISTINCT m.postcode AS postcode, m.address AS address, m.record AS record ORDER BY record"""
MORE = "C9,Tomas Quill,15/09/2018,9991009124,14 Fell Lane,ZX4 7LP,Odd Noakes,03/10/2026,seen again"
"""One record more of somebody restricted."""


@pytest.fixture(scope="module")
def harrowdale(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = open_store(str(tmp_path_factory.mktemp("harrowdale") / "store"))
    ingest(store, load_place(HARROWDALE, DAY))
    yield store
    store.close()


@pytest.mark.parametrize("asked", [*FAMILY, *PLACE], ids=lambda asked: asked[0])
def test_every_question_tells_how_it_was_answered(harrowdale: Store, asked: Asked) -> None:
    """The answer is the one that `ask` gives; every parameter of the text is told; nothing tells where restricted people are."""
    question: Question[Any] = catalogue()[asked[0]](**asked[1])
    reader = Reader(harrowdale, Caller("test", "direct care"))
    found = reader.explain(question)
    assert found.answer == reader.ask(question)
    told = found.explanation
    assert {name.rstrip("_") for name in re.findall(r"\$(\w+)", told.cypher)} <= {one.parameter for one in told.parameters}
    assert told.asks.endswith("?")
    shown = json.dumps(told.as_json(), ensure_ascii=False)
    assert not [said for row in harrowdale.read(HIDDEN) for said in row.values() if said and said in shown]
    assert told.further == ()
    full = Reader(harrowdale, Caller("test", "direct care", cleared=True)).explain(question).explanation
    assert full.rows_read is not None
    assert told.rows_read is None or told.rows_read <= full.rows_read


def test_rows_about_people_are_marked_wherever_they_are_counted() -> None:
    """A question whose rows do not say whose they are would have its count kept back; none has."""
    assert not [title for title, one in catalogue().items() if of_people(one.text()) and not marks_of(one.text())]


def explanations(reader: Reader) -> dict[str, Explanation]:
    """Of all that can be asked without naming anything, and of a search."""
    free = {
        title: question()
        for title, question in catalogue().items()
        if not any(is_required(one) for one in question.parameters()) and title != "warm_introduction"
    }
    asked: dict[str, Question[Any]] = {**free, "find": catalogue()["find"](words="Quill")}  # type: ignore[call-arg]
    return {title: replace(reader.explain(one).explanation, left_out=()) for title, one in asked.items()}


@pytest.mark.parametrize("store", ["embedded"], indirect=True)
def test_a_hidden_record_more_is_in_no_explanation(store: Store, tmp_path: Path) -> None:
    """Neither in what was counted, nor in what was looked up, nor in which further texts or rules were needed."""
    take_in(store, write(tmp_path / "place", {"care.csv": CARE_ROWS, "fernhill_roll.csv": ROLL_ROWS}))
    before, all_before = explanations(ordinary(store)), explanations(cleared(store))
    take_in(store, write(tmp_path / "place", {"care.csv": (*CARE_ROWS, MORE), "fernhill_roll.csv": ROLL_ROWS}))
    assert explanations(ordinary(store)) == before
    grown = {title for title, one in explanations(cleared(store)).items() if one.rows_read != all_before[title].rows_read}
    assert grown


def test_names_are_told_as_the_uids_they_mean(harrowdale: Store) -> None:
    record = "records/childrens_social_care.csv#1100231"
    (family,) = Reader(harrowdale, Caller("test", "x")).explain(WhoKnowsFamily(family=record)).explanation.parameters
    assert (family.parameter, family.given, family.how, family.means) == ("family", record, "named", "Family")
    assert re.fullmatch(r"family-[0-9a-f]{16}", family.understood or "")


def test_the_rules_are_told_with_their_version_and_whose_they_are(
    harrowdale: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = Reader(harrowdale, Caller("test", "x"))
    told = reader.explain(Wobbling()).explanation
    assert [(one.file, one.of_the_place) for one in told.rules] == [("wobbling.yaml", False)]
    own = (Path(__file__).parents[3] / "queries/rules/wobbling.yaml").read_text("utf-8")
    (tmp_path / "wobbling.yaml").write_text(re.sub(r"(?m)^version:.*$", "version: ours-7", own), "utf-8")
    monkeypatch.setenv("KITH_RULES", str(tmp_path))
    told = reader.explain(Wobbling()).explanation
    assert [(one.file, one.version, one.of_the_place) for one in told.rules] == [("wobbling.yaml", "ours-7", True)]
    assert "reckoned from the day" in {one.how for one in told.parameters}
