"""An offer from its registration to its end: shown as unconfirmed, confirmed, reworded, refused, withdrawn."""

from datetime import date
from pathlib import Path

import pytest

from graph import export
from graph.errors import QuestionError
from graph.opening import open_store
from graph.store import Store
from ingest.forgetting import forget
from ingest.load import ingest
from ingest.offers.desk import listed, moderate, withdraw
from queries.assets_for_need import AssetsForNeed
from queries.find import Find
from queries.mission_coverage import MissionCoverage
from queries.service_gaps import ServiceGaps
from queries.service_overlaps import ServiceOverlaps
from queries.services_for_need import ServicesForNeed
from queries.whats_stale import WhatsStale
from tests.ingest.offers.hollow import DAY, HALL, offer, rows, take_in, write

LATER = date(2026, 11, 9)


@pytest.fixture
def hollow(store: Store, tmp_path: Path) -> Store:
    return take_in(store, tmp_path / "place")


def digest(store: Store) -> str:
    return export.digest(store.export())


def nodes(store: Store) -> set[str]:
    """All that there is, but what tells what was done and when."""
    return {row["uid"] for row in store.export() if row.get("label") not in (None, "Run", "OfferStep", "Source")}


def shown(store: Store) -> dict[str, bool]:
    """Services that meet a need for food, each with whether it is unconfirmed."""
    return {row.full_name: row.unconfirmed for row in rows(store, ServicesForNeed(need="food"))}


def test_an_offer_is_shown_as_unconfirmed_wherever_it_is_shown(hollow: Store) -> None:
    kept = offer(hollow)
    assert kept.standing == "unconfirmed" and "until somebody moderates it" in kept.told
    assert shown(hollow) == {"Council meals": False, "Friday lunch": True}
    (lunch,) = (row for row in rows(hollow, ServicesForNeed(need="food", area="Low Moor")) if row.unconfirmed)
    assert (lunch.provider, lunch.room, lunch.areas) == ("Low Moor Lunch Club", "12 places available", ("E05000001",))
    assert [(one.record, one.words) for one in lunch.evidence] == [(kept.record, "food")]
    assert [row.unconfirmed for row in rows(hollow, Find(words="Friday lunch"))][:1] == [True]
    (pair,) = rows(hollow, ServiceOverlaps())
    assert pair.unconfirmed == (lunch.service,)
    assert {row.full_name: row.status for row in rows(hollow, WhatsStale())}["Friday lunch"] == "unconfirmed"


def test_an_asset_is_an_offer_too(hollow: Store) -> None:
    kept = offer(hollow, HALL)
    (hall,) = rows(hollow, AssetsForNeed(need="community_space"))
    assert (hall.full_name, hall.unconfirmed, hall.description) == ("The hall", True, "Ages 50 and over.")
    moderate(hollow, kept.offer, "confirm", "ed", LATER)
    (hall,) = rows(hollow, AssetsForNeed(need="community_space"))
    assert not hall.unconfirmed
    assert "The hall" not in {row.full_name for row in rows(hollow, WhatsStale())}


def test_what_nobody_has_moderated_covers_no_need_of_a_place(hollow: Store) -> None:
    gaps = rows(hollow, ServiceGaps(need="food"))
    coverage = rows(hollow, MissionCoverage())
    kept = offer(hollow, areas=("High Moor",))
    assert rows(hollow, ServiceGaps(need="food")) == gaps and rows(hollow, MissionCoverage()) == coverage
    moderate(hollow, kept.offer, "confirm", "ed", LATER)
    assert len(rows(hollow, ServiceGaps(need="food"))) < len(gaps)


def test_registered_twice_alike_nothing_new_is_written(hollow: Store) -> None:
    first = offer(hollow)
    before = digest(hollow)
    assert offer(hollow) == first
    assert offer(hollow, organisation="The LOW  Moor Lunch-Club Ltd", name="Friday Lunch!").offer == first.offer
    offer(hollow)
    assert digest(hollow) == before
    assert len(shown(hollow)) == 2


def test_confirmed_reworded_and_worded_back(hollow: Store) -> None:
    kept = offer(hollow)
    assert moderate(hollow, kept.offer, "confirm", "ed", LATER, "rang them").standing == "confirmed"
    (lunch,) = (row for row in rows(hollow, ServicesForNeed(need="food")) if row.full_name == "Friday lunch")
    assert (lunch.unconfirmed, lunch.confirmed_on) == (False, LATER)
    confirmed = digest(hollow)
    assert offer(hollow, capacity="3").standing == "unconfirmed"
    assert shown(hollow)["Friday lunch"] is True
    assert offer(hollow).standing == "confirmed"
    assert digest(hollow) == confirmed


def test_a_refused_offer_leaves_no_answer_and_its_refusal_stays(hollow: Store) -> None:
    before = nodes(hollow)
    kept = offer(hollow)
    assert moderate(hollow, kept.offer, "refuse", "ed", LATER, "closed in May").standing == "refused"
    assert nodes(hollow) == before
    assert shown(hollow) == {"Council meals": False}
    again = offer(hollow)
    assert again.standing == "refused" and "closed in May" in again.told
    (one,) = listed(hollow, cleared=False)
    assert (one.standing, one.moderated_by, one.moderated_on, one.why) == ("refused", "ed", LATER, "closed in May")
    assert offer(hollow, capacity="3").standing == "unconfirmed"


def test_withdrawn_and_offered_again(hollow: Store) -> None:
    kept = offer(hollow)
    moderate(hollow, kept.offer, "confirm", "ed", DAY)
    before = digest(hollow)
    assert withdraw(hollow, kept.offer, "mo", LATER, "the cook left").standing == "withdrawn"
    assert shown(hollow) == {"Council meals": False}
    with pytest.raises(QuestionError, match="was withdrawn on 2026-11-09"):
        moderate(hollow, kept.offer, "confirm", "ed", LATER)
    assert offer(hollow).standing == "confirmed"
    assert digest(hollow) == before
    steps = hollow.read("MATCH (s:OfferStep) RETURN s.kind AS kind, s.reason AS reason, s.number AS number ORDER BY number")
    assert [row["kind"] for row in steps] == ["registered", "confirmed", "withdrawn", "registered"]
    assert steps[2]["reason"] == "the cook left"


def test_the_place_taken_in_again_leaves_offers_alone(hollow: Store, tmp_path: Path) -> None:
    kept = offer(hollow)
    offer(hollow, HALL)
    moderate(hollow, kept.offer, "confirm", "ed", LATER)
    before = digest(hollow)
    ingest(hollow, write(tmp_path / "place"))
    assert digest(hollow) == before


def test_any_series_of_edits_comes_to_the_offers_that_stand_on_every_engine(hollow: Store, tmp_path: Path) -> None:
    kept = offer(hollow, description="Soup.", needs=("food", "debt"))
    offer(hollow, HALL)
    moderate(hollow, kept.offer, "refuse", "ed", DAY, "what soup?")
    offer(hollow, areas=("High Moor",), needs=("carers",))
    withdraw(hollow, offer(hollow, HALL).offer, "mo", DAY)
    offer(hollow)
    offer(hollow, HALL)
    moderate(hollow, kept.offer, "confirm", "ed", LATER)
    clean = take_in(open_store(str(tmp_path / "clean")), tmp_path / "place")
    moderate(clean, offer(clean).offer, "confirm", "ed", LATER)
    offer(clean, HALL)
    assert digest(hollow) == digest(clean)
    clean.close()


def test_a_moderation_is_of_the_words_that_were_seen(hollow: Store) -> None:
    kept = offer(hollow)
    (seen,) = listed(hollow, cleared=False)
    offer(hollow, description="And cards for money.")
    before = digest(hollow)
    with pytest.raises(QuestionError, match="worded anew"):
        moderate(hollow, kept.offer, "confirm", "ed", LATER, version=seen.version)
    assert digest(hollow) == before
    (now,) = listed(hollow, cleared=False)
    assert moderate(hollow, kept.offer, "confirm", "ed", LATER, version=now.version).standing == "confirmed"


@pytest.mark.parametrize(
    ("verdict", "why", "told"),
    [("maybe", "so", "no verdict"), ("refuse", " ", "nothing says why"), ("confirm", None, "there is no offer")],
)
def test_a_moderation_that_cannot_be_is_one_message(hollow: Store, verdict: str, why: str | None, told: str) -> None:
    kept = offer(hollow)
    before = digest(hollow)
    with pytest.raises(QuestionError, match=told):
        moderate(hollow, "offer-0000000000000000" if verdict == "confirm" else kept.offer, verdict, "ed", LATER, why)
    assert digest(hollow) == before


def test_forgotten_nothing_is_left_of_it(hollow: Store) -> None:
    before = digest(hollow)
    kept = offer(hollow)
    moderate(hollow, kept.offer, "refuse", "ed", LATER, "no")
    forget(hollow, "offers of lowmoorlunchclub")
    assert digest(hollow) == before
    assert list(listed(hollow, cleared=True)) == []
