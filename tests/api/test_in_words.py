"""Questions in somebody's own words: what they are understood as, on every engine, and how that is told."""

from pathlib import Path

import pytest

from api.wording.cues import known
from api.wording.understanding import clear, understand
from graph.errors import QuestionError
from graph.store import Store
from ingest.load import ingest
from queries.catalogue import catalogue
from tests.api.serving import Ask, Counted
from tests.ingest.village import write


def readings(store: Store, words: str) -> list[tuple[str, dict[str, object]]]:
    return [(one.question, one.parameters) for one in understand(store, words)]


def test_every_question_can_be_asked_for_in_words() -> None:
    assert {one.question for one in known()} == set(catalogue())


def test_names_are_found_alike_on_every_engine(store: Store, tmp_path: Path) -> None:
    ingest(store, write(tmp_path))
    found = [(one.question, one.because[-1]) for one in understand(store, "who knows Eve Ray")]
    assert found[:2] == [
        ("who_knows_person", "“Eve Ray” is the person Eve Ray (born 2016-08-07)"),
        ("who_knows_family", "“Eve Ray” is the family Ray (Eve Ray, Fay Ray)"),
    ]
    assert next(one.because[-1] for one in understand(store, "who already supports the Rays?")) == (
        "“Rays” is the family Ray (Eve Ray, Fay Ray)"
    )


@pytest.mark.parametrize(
    ("words", "question", "parameters"),
    [
        ("which services overlap in Millbrook?", "service_overlaps", {"area": "E05099001"}),
        ("duplicated services for debt in Tanner's Wharf", "service_overlaps", {"area": "E05099002", "need": "debt_money"}),
        ("what is there for dementia", "assets_for_need", {"need": "dementia"}),
        (
            "services for food on Fridays under 18 in Millbrook",
            "services_for_need",
            {"need": "food", "weekday": "friday", "age": 17, "area": "E05099001"},
        ),
        ("find julie pemberton", "find", {"words": "julie pemberton"}),
        ("which families in Millbrook have no key-worker?", "accountability", {"area": "E05099001", "broken_at": "key-worker"}),
        ("which groups is nobody referring to", "asset_reach", {"unreferred": True}),
        ("what hasn't been confirmed lately?", "whats_stale", {}),
        ("costs of homelessness", "metrics", {"mission": "homelessness"}),
        ("help with SEND for a 17 year old", "services_for_need", {"need": "send_transition", "age": 17}),
        ("where can I send somebody for food", "assets_for_need", {"need": "food"}),
    ],
)
def test_needs_and_places(harrowdale: Counted, words: str, question: str, parameters: dict[str, object]) -> None:
    assert (question, parameters) in readings(harrowdale, words)[:2]


def test_a_full_name_is_that_person_before_their_family(harrowdale: Counted) -> None:
    found = understand(harrowdale, "who already knows Kelly Hartley?")
    assert found[0].question == "who_knows_person"
    assert "who_knows_family" in {one.question for one in found}


def test_a_family_name_in_the_plural_is_a_family(harrowdale: Counted) -> None:
    assert {one.question for one in understand(harrowdale, "who is working with the Doyles?")} == {"who_knows_family", "find"}


def test_a_day_since_which(harrowdale: Counted) -> None:
    (first, *_) = understand(harrowdale, "timeline for Kelly Hartley since 1 June 2026")
    assert (first.question, first.parameters["since"]) == ("timeline", "2026-06-01")
    assert first.asked().parameters()


def test_what_a_team_lacks_of_its_blueprint(harrowdale: Counted) -> None:
    (first, *_) = understand(harrowdale, "what is missing from the blueprint in Thornlea INT?")
    assert (first.question, first.parameters["missing"]) == ("blueprint", True)


def test_a_family_that_is_asked_for_a_key_worker(harrowdale: Counted) -> None:
    assert understand(harrowdale, "who should be key worker for the Doyle family?")[0].question == "best_placed_key_worker"


def test_a_need_that_nothing_here_is_listed_for_is_told(harrowdale: Counted) -> None:
    with pytest.raises(QuestionError, match="nothing here is listed for the need 'Learning disability'"):
        understand(harrowdale, "help with autism in Millbrook")


def test_namesakes_are_a_choice_and_no_guess(harrowdale: Counted) -> None:
    found = understand(harrowdale, "who knows the Hartleys?")
    assert len([one for one in found if one.score == found[0].score]) > 1
    assert clear(found) is None


def test_words_that_nothing_was_made_of_are_told(harrowdale: Counted) -> None:
    (first, *_) = understand(harrowdale, "which services overlap in Millbrook zzyzx")
    assert first.passed_over == ("zzyzx",)
    assert 0 < first.score < 1


def test_nothing_at_all_is_one_message(harrowdale: Counted) -> None:
    with pytest.raises(QuestionError, match="nothing was understood"):
        understand(harrowdale, "and the of")


def test_over_graphql(ask: Ask) -> None:
    query = "query ($w: String!) { askInWords(words: $w) { understood { question parameters because } couldAlsoMean { question } answer } }"
    found = ask(query, w="which services overlap in Millbrook")["data"]["askInWords"]
    assert found["understood"]["question"] == "service_overlaps"
    assert found["answer"]["question"] == "service_overlaps"
    assert found["answer"]["rows"]
    unclear = ask(query, w="who knows the Hartleys?")["data"]["askInWords"]
    assert unclear["understood"] is None
    assert unclear["answer"] is None
    assert len(unclear["couldAlsoMean"]) > 1
