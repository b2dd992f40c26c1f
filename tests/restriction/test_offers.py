"""An offer whose words give a restricted person away is in no answer, whichever of the two came first."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from api.judging import Judging
from graph import export
from graph.caller import Caller
from graph.errors import QuestionError
from graph.store import Store
from ingest import corrections, quarantine
from ingest.offers.desk import Kept, listed, moderate, register, withdraw
from ingest.offers.form import Form
from queries.find import Find
from queries.services_for_need import ServicesForNeed
from tests.restriction.hamlet import CARE_ROWS, OPEN_CARE_ROWS, take_in, told, write

DAY = date(2026, 11, 1)
OFFER = Form("Hamlet Kitchen", "Monday meals", "service", ("food",), contact="the warden")
GIVES_AWAY = {
    "name": {"contact": "Tomas Quill"},
    "address": {"address": "12 Moss Row"},
    "postcode": {"postcode": "ZX4 7LN"},
    "mother": {"description": "Cooked by Petra Quill on Mondays"},
    "name of the offer": {"name": "Meals at the Quills, 12 Moss Row"},
    "words of a need": {"needs": ("food bank of Tomas Quill",)},
}


@pytest.fixture(params=GIVES_AWAY.values(), ids=GIVES_AWAY)
def form(request: pytest.FixtureRequest) -> Form:
    changed: dict[str, Any] = request.param
    return replace(OFFER, **changed)


def offered(store: Store, form: Form) -> Kept:
    return register(store, form, "mo", DAY)


def hamlet(store: Store, folder: Path, care: Sequence[str] = CARE_ROWS) -> Store:
    """The hamlet, with an offer of somebody else's that gives nobody away."""
    take_in(store, write(folder, {"care.csv": care}))
    offered(store, Form("Bread Van", "Bread", "service", ("food",)))
    return store


def answers(store: Store) -> str:
    return told(store, ServicesForNeed(need="food")) + told(store, Find(words="Monday meals", kind="Service"))


def digest(store: Store) -> str:
    return export.digest(store.export())


def test_it_is_held_in_quarantine_its_sender_is_told_and_nobody_else_sees_it(store: Store, tmp_path: Path, form: Form) -> None:
    hamlet(store, tmp_path)
    kept = offered(store, form)
    assert (kept.standing, kept.record) == ("held", "") and "who must not be found" in kept.told
    assert "Hamlet Kitchen" not in answers(store)
    (row,) = quarantine.listed(store, cleared=False)
    (seen,) = quarantine.listed(store, cleared=True)
    assert row["raw"] is None and seen["raw"]["organisation"] == "Hamlet Kitchen"
    assert [problem["code"] for problem in row["problems"]] == ["gives_somebody_away"]
    hidden = json.dumps([vars(one) for one in listed(store, cleared=False)] + [row], default=str)
    assert not any(word in hidden for word in ("Quill", "Moss", "ZX4"))
    with pytest.raises(QuestionError, match="in quarantine"):
        moderate(store, kept.offer, "confirm", "ed", DAY)


def test_a_mark_that_comes_later_takes_it_out_and_lifted_lets_it_back(store: Store, tmp_path: Path, form: Form) -> None:
    hamlet(store, tmp_path, OPEN_CARE_ROWS)
    kept = offered(store, form)
    moderate(store, kept.offer, "confirm", "ed", DAY)
    before = digest(store)
    assert "Hamlet Kitchen" in answers(store)
    hamlet(store, tmp_path)
    assert "Hamlet Kitchen" not in answers(store)
    held = digest(store)
    hamlet(store, tmp_path)
    assert digest(store) == held
    hamlet(store, tmp_path, OPEN_CARE_ROWS)
    assert digest(store) == before


def test_held_and_reworded_or_withdrawn_it_leaves_quarantine(store: Store, tmp_path: Path) -> None:
    hamlet(store, tmp_path)
    assert offered(store, replace(OFFER, contact="Tomas Quill")).standing == "held"
    kept = offered(store, OFFER)
    assert kept.standing == "unconfirmed" and quarantine.how_many(store) == 0
    assert offered(store, replace(OFFER, address="12 Moss Row")).standing == "held"
    assert "Monday meals" not in answers(store)
    withdraw(store, kept.offer, "mo", DAY)
    assert quarantine.how_many(store) == 0


def test_a_correction_by_whoever_is_cleared_brings_it_back_with_the_next_run(store: Store, tmp_path: Path) -> None:
    hamlet(store, tmp_path)
    offered(store, replace(OFFER, contact="Tomas Quill"))
    (row,) = quarantine.listed(store, cleared=True)
    corrections.correct(store, row, {"contact": "the warden"}, corrections.Decided("ed", DAY, "no name is needed"))
    hamlet(store, tmp_path)
    assert "the warden" in answers(store) and quarantine.how_many(store) == 0
    once = digest(store)
    hamlet(store, tmp_path)
    assert digest(store) == once


def test_an_organisation_whose_name_gives_away_is_told_so_and_nothing_is_kept(store: Store, tmp_path: Path) -> None:
    hamlet(store, tmp_path)
    before = digest(store)
    with pytest.raises(QuestionError, match="organisation: its name may give somebody away"):
        offered(store, replace(OFFER, organisation="Friends of Tomas Quill"))
    assert digest(store) == before and [one.name for one in listed(store, cleared=True)] == ["Bread"]


def test_a_judgement_that_protects_somebody_more_holds_at_once(store: Store, tmp_path: Path) -> None:
    hamlet(store, tmp_path)
    offered(store, replace(OFFER, address="8 High St", postcode="ZX1 1AA"))
    before = digest(store)
    assert "Hamlet Kitchen" in answers(store)
    judging = Judging(store, Caller("ed", "direct care", cleared=True))
    kept = judging.judge("care#C1/subject", "fernhill_roll#A3/subject", "same", "one child")
    assert "Hamlet Kitchen" not in answers(store) and "8 High St" not in answers(store)
    judging.take_back(kept)
    assert digest(store) == before
