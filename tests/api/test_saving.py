"""Questions kept under a name: each for its caller, by whom they name, and gone when those are forgotten."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from api.saving import SavedQuestion, Saving
from graph import export
from graph.caller import Caller
from graph.errors import QuestionError
from graph.store import Store
from ingest import forgetting, retaining
from ingest.load import ingest
from ingest.place import load_place
from linkage.judgements import judge
from queries.catalogue import catalogue
from queries.reader import Reader
from queries.resolve import mention_named, resolve
from tests.api.serving import client_of
from tests.ingest.village import ROLL_ROWS, TODAY, write

ME, OTHER = Caller("amy", "direct care"), Caller("bob", "direct care")
Say = Callable[..., dict[str, Any]]
SAVE = """mutation ($name: String!, $question: String!, $parameters: JSON!) {
  saveQuestion(savedAs: $name, question: $question, parameters: $parameters) { savedAs question parameters lost } }"""
LIST = "{ savedQuestions { savedAs question parameters savedOn lost } }"
ANSWER = "query ($name: String!) { savedAnswer(savedAs: $name) { saved { question } answer } }"
DELETE = "mutation ($name: String!) { deleteSavedQuestion(savedAs: $name) { savedAs } }"


@pytest.fixture
def saving(store: Store, tmp_path: Path) -> Saving:
    ingest(store, write(tmp_path))
    return Saving(store, ME)


def digest(store: Store) -> str:
    return export.digest(store.export())


def test_it_is_kept_once_and_asked_as_it_was_meant(saving: Saving, store: Store) -> None:
    """A name is kept as who it means, so that a namesake who comes later changes nothing; no name is in the graph."""
    kept = saving.save("Who is with Eve", "who_knows_person", {"person": "Eve Ray"})
    assert kept == saving.save(" Who is with Eve ", "who-knows-person", {"person": "Eve Ray"})
    assert saving.saved() == [kept]
    assert kept.parameters == {"person": resolve(store, "Person", "Eve Ray")}
    reader = Reader(store, ME)
    question = catalogue()["who_knows_person"]
    assert reader.ask(saving.asked("Who is with Eve")) == reader.ask(question(person="Eve Ray"))  # type: ignore[call-arg]
    assert "Eve Ray" not in str(store.read("MATCH (s:SavedQuestion) RETURN s.parameters AS parameters"))


def test_it_is_no_part_of_the_place(saving: Saving, store: Store, tmp_path: Path) -> None:
    """The digest stays, and a second run still writes nothing."""
    before = digest(store)
    saving.save("mine", "who_knows_family", {"family": "Eve Ray"})
    assert digest(store) == before
    again = ingest(store, write(tmp_path))
    assert digest(store) == before
    assert again is not None and [one.saved_as for one in saving.saved()] == ["mine"]


def test_another_caller_sees_and_deletes_nothing_of_it(saving: Saving, store: Store) -> None:
    saving.save("mine", "whats_stale", {"months": 3})
    other = Saving(store, OTHER)
    assert other.saved() == []
    for word in (other.asked, other.delete):
        with pytest.raises(QuestionError, match="nothing is saved as 'mine'"):
            word("mine")
    other.save("mine", "whats_stale", {"months": 9})
    assert (saving.asked("mine").months, other.asked("mine").months) == (3, 9)  # type: ignore[attr-defined]
    assert saving.delete("mine") == "mine"
    assert (saving.saved(), len(other.saved())) == ([], 1)


@pytest.mark.parametrize(
    ("name", "question", "given", "told"),
    [
        ("a", "who_knows", {}, "there is no question"),
        ("a", "who_knows_person", {}, "asked without person"),
        ("a", "who_knows_person", {"person": "Nobody Whosoever"}, "no person goes by"),
        ("a", "who_knows_person", {"person": "Bea Lee", "day": 1}, "no parameter 'day'"),
        ("a", "find", {"words": "Lee"}, "may name somebody"),
        ("a", "whats_stale", {"months": "many"}, "months is 'many'"),
        ("  ", "whats_stale", {}, "no name to save"),
        ("a\x1b[2J", "whats_stale", {}, "no name to save"),
        ("n" * 81, "whats_stale", {}, "no name to save"),
    ],
)
def test_what_could_not_be_asked_is_not_saved(saving: Saving, name: str, question: str, given: dict[str, Any], told: str) -> None:
    with pytest.raises(QuestionError, match=told):
        saving.save(name, question, given)
    assert saving.saved() == []


def test_another_question_does_not_take_a_name_that_is_taken(saving: Saving) -> None:
    first = saving.save("mine", "whats_stale", {"months": 3})
    with pytest.raises(QuestionError, match="another question saved as 'mine'"):
        saving.save("mine", "whats_stale", {"months": 4})
    assert saving.saved() == [first]


def test_it_follows_who_somebody_is(saving: Saving, store: Store) -> None:
    """People are thought over anew, and have other uids; a question about them goes on."""
    eve, kit = (mention_named(store, f"roll.csv#{number}/subject") for number in (3, 5))
    before = saving.save("Kit", "who_knows_person", {"person": "roll.csv#5/subject"})
    judge(store, eve, kit, "same", "amy", "met both", date(2026, 10, 31))
    (after,) = saving.saved()
    assert after.parameters == {"person": resolve(store, "Person", "roll.csv#3/subject")}
    assert (after.lost, after.parameters == before.parameters) == ((), False)


def lost(saving: Saving, name: str) -> SavedQuestion:
    with pytest.raises(QuestionError, match=r"no longer|not known any more.*Delete it, and save it anew"):
        saving.asked(name)
    (found,) = [one for one in saving.saved() if one.saved_as == name]
    return found


def test_a_parameter_that_no_longer_resolves_is_told_with_its_cure(saving: Saving, store: Store, tmp_path: Path) -> None:
    """The record goes, and comes back: the question waits."""
    saving.save("Kit", "who_knows_person", {"person": "roll.csv#5/subject"})
    ingest(store, write(tmp_path, roll=ROLL_ROWS[:-1]), accept_withdrawals=True)
    gone = lost(saving, "Kit")
    assert (gone.parameters, len(gone.lost)) == ({}, 1)
    assert gone.lost[0].startswith("the person it names as person is not known any more")
    ingest(store, write(tmp_path))
    assert saving.asked("Kit").title() == "who_knows_person"


def test_a_parameter_that_a_question_has_no_more_is_told(saving: Saving, store: Store) -> None:
    saving.save("mine", "whats_stale", {"months": 3})
    told = json.dumps({"weeks": 3})
    store.write(("UNWIND $rows AS row MATCH (s:SavedQuestion) SET s.parameters = row.told", [{"told": told}]))
    (found,) = saving.saved()
    assert "no parameter 'weeks'" in found.lost[0]
    with pytest.raises(QuestionError, match=r"no parameter 'weeks'.*Delete it"):
        saving.asked("mine")


def test_it_goes_with_whom_it_is_about(saving: Saving, store: Store) -> None:
    """A source is forgotten: with it what was saved about its people, under whatever name; nothing else."""
    saving.save("the Orrs", "who_knows_family", {"family": "Kit Orr"})
    saving.save("stale", "whats_stale", {})
    forgetting.forget(store, "visits")
    assert len(saving.saved()) == 2
    forgetting.forget(store, "roll")
    assert [one.saved_as for one in saving.saved()] == ["stale"]


def test_it_goes_when_their_time_is_over(saving: Saving, store: Store, tmp_path: Path) -> None:
    """Retention takes the record, and with it what was saved about whom it names."""
    saving.save("Kit", "who_knows_person", {"person": "roll.csv#5/subject"})
    saving.save("stale", "whats_stale", {})
    write(tmp_path)
    mapping = tmp_path / "roll.yaml"
    mapping.write_text(f"retention: 2 years\n{mapping.read_text('utf-8')}", "utf-8")
    ingest(store, load_place(tmp_path, TODAY))
    retaining.retain(store, date(2027, 1, 1))
    assert len(saving.saved()) == 2
    retaining.retain(store, date(2029, 1, 1))
    assert [one.saved_as for one in saving.saved()] == ["stale"]


def test_over_graphql(saving: Saving, store: Store, sign_in: dict[str, str]) -> None:
    """Saved, listed, asked and deleted; a mistake is one message."""
    with client_of(store, caller="amy", **sign_in) as client:

        def said(query: str, **variables: object) -> dict[str, Any]:
            found: dict[str, Any] = client.post("/graphql", json={"query": query, "variables": variables}).json()
            return found

        told = said(SAVE, name="Eve", question="who_knows_person", parameters={"person": "Eve Ray"})
        kept = told["data"]["saveQuestion"]
        assert (kept["question"], list(kept["parameters"]), kept["lost"]) == ("who_knows_person", ["person"], [])
        assert [one["savedAs"] for one in said(LIST)["data"]["savedQuestions"]] == ["Eve"]
        answer = said(ANSWER, name="Eve")["data"]["savedAnswer"]["answer"]
        assert answer == Reader(store, ME).ask(saving.asked("Eve")).as_json()
        assert said(DELETE, name="Eve")["data"]["deleteSavedQuestion"] == {"savedAs": "Eve"}
        (wrong,) = said(ANSWER, name="Eve")["errors"]
        assert wrong["extensions"] == {"code": "QUESTION_ERROR", "cure": "You have saved: nothing yet"}
        (wrong,) = said(SAVE, name="Eve", question="whats_stale", parameters=[1])["errors"]
        assert "no object" in wrong["message"]
