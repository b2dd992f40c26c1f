"""A person's word on a fact: kept, shown at once, respected by a rerun, and exported as marks."""

from datetime import date
from pathlib import Path

import pytest

from graph import cypher
from graph.errors import QuestionError
from graph.opening import open_store
from graph.store import Store
from ingest.fact_judgements import Correction, correct, corrected, corrections

TODAY = date(2026, 10, 31)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store with one signal."""
    opened = open_store(str(tmp_path / "store"))
    opened.write((cypher.upsert_nodes("Signal"), [{"uid": "s1", "props": {"code": "debt", "polarity": "present"}}]))
    return opened


def signal(store: Store) -> tuple[str, str]:
    row = store.read("MATCH (s:Signal {uid: 's1'}) RETURN s.code AS code, s.polarity AS polarity")[0]
    return row["code"], row["polarity"]


def test_a_rejected_fact_stays_and_counts_for_nothing(store: Store) -> None:
    correct(store, "s1", Correction("rejected"), "ann", "not hers", TODAY)
    assert signal(store) == ("debt", "rejected")
    assert corrections(store) == {"s1": Correction("rejected", "present")}


def test_an_amended_fact_is_what_a_rerun_says_too(store: Store) -> None:
    correct(store, "s1", Correction("amended", "housing_arrears"), "ann", "it is rent", TODAY)
    assert signal(store) == ("housing_arrears", "present")
    rerun = corrected({"code": "debt", "polarity": "present"}, corrections(store)["s1"])
    assert rerun == {"code": "housing_arrears", "polarity": "present"}


def test_a_second_word_takes_the_place_of_the_first(store: Store) -> None:
    correct(store, "s1", Correction("rejected"), "ann", "no", TODAY)
    correct(store, "s1", Correction("accepted"), "bo", "yes", TODAY)
    assert corrections(store) == {"s1": Correction("accepted")}
    assert signal(store) == ("debt", "present")


@pytest.mark.parametrize(("fact", "verdict"), [("none", Correction("rejected")), ("s1", Correction("amended", "nonsense"))])
def test_a_mistake_is_one_message_and_changes_nothing(store: Store, fact: str, verdict: Correction) -> None:
    with pytest.raises(QuestionError):
        correct(store, fact, verdict, "ann", "", TODAY)
    assert corrections(store) == {} and signal(store) == ("debt", "present")
