"""Overlaps by matrices are those that looking at every two services finds, and each says what is at stake."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import QuestionError
from graph.store import Store
from queries import overlap_pairs, service_overlaps
from queries.area_tree import TEXT, AreaTree
from queries.overlap import Overlap
from queries.overlap_parts import Offer, pair_of
from queries.question import Asked, Row
from queries.service_overlaps import ServiceOverlaps
from tests.queries.place.graph import DAY, Place

NEEDS, WARDS, TRUSTS = [f"n{at}" for at in range(5)], [f"W{at}" for at in range(4)], ["Ash", "Birch", "Cedar"]
AREAS = [*WARDS, "B"]
ELIGIBLE = (None, "women only", "men and boys", "men or women", "anybody")
WORDS = ("Lunch club", "Lunch group", "Debt advice", None)


@st.composite
def service(draw: st.DrawFn) -> dict[str, Any]:
    """A service as a place might list it."""
    low, high = draw(st.sampled_from([(None, None), (0, 4), (5, 11), (11, 18), (18, None), (60, None), (3, 3)]))
    return {
        "minimum_age": low,
        "maximum_age": high,
        "full_name": draw(st.sampled_from(WORDS)),
        "description": draw(st.sampled_from(WORDS)),
        "eligibility": draw(st.sampled_from(ELIGIBLE)),
        "postcode": None,
        "unconfirmed": None,
        "needs": draw(st.sets(st.sampled_from(NEEDS), min_size=1, max_size=4)),
        "areas": draw(st.sets(st.sampled_from(AREAS), max_size=3)),
        "providers": draw(st.sets(st.sampled_from(TRUSTS), max_size=2)),
    }


def asked_of(services: list[dict[str, Any]], same: set[tuple[str, str]]) -> tuple[list[Row], Asked]:
    """The rows of the question's text, and the other readings of a place with these services."""
    rows = [{**one, "service": f"s{at:03d}"} for at, one in enumerate(services)]

    def having(what: str) -> list[Row]:
        names = sorted({name for row in rows for name in row[what]})
        # Two edges between the same two nodes are read twice.
        return [{"one": name, "services": [row["service"] for row in rows if name in row[what]] * 2} for name in names]

    read = {
        TEXT: [{"inner": ward, "outer": "B"} for ward in WARDS],
        service_overlaps.NEEDS: having("needs"),
        service_overlaps.AREAS: having("areas"),
        service_overlaps.PROVIDERS: having("providers"),
        service_overlaps.LISTED: [{"a": a, "b": b, "band": "same"} for a, b in sorted(same)],
    }
    return rows, Asked(DAY, DAY - timedelta(180), True, AreaTree(lambda text, **_: read.get(text, [])))


def by_looking_at_every_two(
    rows: list[Row], question: ServiceOverlaps, asked: Asked, same: set[tuple[str, str]]
) -> list[tuple[Any, ...]]:
    """All overlaps, the strongest first, in the plainest way."""
    wanted = asked.place.smallest(question.area) if question.area else frozenset(WARDS)
    offers = []
    for row in rows:
        areas = frozenset(leaf for area in row["areas"] for leaf in asked.place.smallest(area)) & wanted
        if areas and (question.need is None or question.need in row["needs"]):
            offers.append(Offer(row, frozenset(row["needs"]), areas, frozenset(row["providers"])))
    meeting = {need: sum(need in one.needs for one in offers) for need in NEEDS}
    pairs = [
        pair for one, other in combinations(offers, 2) if (pair := pair_of(one, other, meeting)) and pair.services not in same
    ]
    return sorted((-pair.score(), *pair.services, sorted(pair.one.areas & pair.other.areas)) for pair in pairs)


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks of a few pairs each, so that a small place is looked at in many."""
    monkeypatch.setattr(overlap_pairs, "BLOCK", 20)
    monkeypatch.setattr(overlap_pairs, "PART", 5)
    monkeypatch.setattr(overlap_pairs, "SCORED", 2)


@pytest.mark.usefixtures("small_parts")
@settings(deadline=None, max_examples=200)
@given(
    st.lists(service(), max_size=14),
    st.sampled_from([None, "W1", "B"]),
    st.sampled_from([None, "n0"]),
    st.integers(1, 12),
    st.sets(st.sampled_from([("s000", "s001"), ("s001", "s003"), ("s002", "s009")])),
)
def test_the_strongest_are_those_of_all_pairs(
    services: list[dict[str, Any]], area: str | None, need: str | None, most: int, same: set[tuple[str, str]]
) -> None:
    question = ServiceOverlaps(area=area, need=need, most=most)
    listed, asked = asked_of(services, same)
    rows = [row for row in listed if need is None or need in row["needs"]]
    found, unseen = question.respond(rows, asked)
    due = by_looking_at_every_two(rows, question, asked, same)
    assert [(-one.score, one.service_a, one.service_b, list(one.areas)) for one in found] == due[:most]
    weaker = [told for told in unseen if "weaker pairs" in told]
    assert weaker == ([f"{len(due) - most} weaker pairs of {len(due)}: ask for more, or for one need"] if len(due) > most else [])


@settings(deadline=None)
@given(st.lists(service(), max_size=10), st.randoms())
def test_overlap_is_symmetric(services: list[dict[str, Any]], rng: Any) -> None:
    def told(listed: list[dict[str, Any]]) -> set[tuple[Any, ...]]:
        rows, asked = asked_of(listed, set())
        names = {row["service"]: row["mark"] for row in rows}
        found = ServiceOverlaps(most=1_000).respond(rows, asked)[0]
        return {
            (frozenset((names[one.service_a], names[one.service_b])), one.score, one.needs, one.areas, one.ages) for one in found
        }

    marked = [{**one, "mark": at} for at, one in enumerate(services)]
    turned = list(marked)
    rng.shuffle(turned)
    assert told(turned) == told(marked)


def test_more_needs_than_a_word_has_bits_and_areas_of_one_cover() -> None:
    many = [f"n{at:03d}" for at in range(150)]
    base = {"minimum_age": None, "maximum_age": None, "eligibility": None, "postcode": None, "unconfirmed": None}
    base |= {"full_name": "Club", "description": None, "areas": {"B"}}
    services = [{**base, "needs": set(many[at :: at + 1]), "providers": {f"p{at}"}} for at in range(8)]
    rows, asked = asked_of(services, set())
    offers = [Offer(row, frozenset(row["needs"]), frozenset(WARDS), frozenset(row["providers"])) for row in rows]
    meeting = {need: sum(need in one.needs for one in offers) for need in many}
    due = sorted(
        (-pair.score(), *pair.services) for one, other in combinations(offers, 2) if (pair := pair_of(one, other, meeting))
    )
    assert [(-one.score, one.service_a, one.service_b) for one in ServiceOverlaps().respond(rows, asked)[0]] == due


def test_a_number_of_pairs_that_nobody_can_read_is_no_question() -> None:
    for most in (0, 10_001):
        with pytest.raises(QuestionError, match="is no number to answer with"):
            ServiceOverlaps(most=most)


@pytest.fixture
def place(store: Store) -> Iterator[Place]:
    """Two luncheon clubs in one ward, with what is known around them."""
    made = Place(store)
    made.area("B")
    made.area("W1", within="B")
    made.area("W2", within="B")
    for uid, trust in (("a", "Ash"), ("b", "Birch")):
        made.service(uid, "isolation", "W1", full_name="Luncheon club")
        made.node("Organisation", f"o-{uid}", full_name=trust)
        made.edge("Organisation", f"o-{uid}", "PROVIDES", "Service", uid)
    yield made


def overlap(place: Place) -> Overlap:
    (found,) = place.ask(ServiceOverlaps()).rows
    return found


def test_spend_is_told_where_records_tell_it(place: Place) -> None:
    assert overlap(place).spend == ()
    for uid, amount, awarded, currency in (("g1", 9_000.0, date(2025, 5, 1), "GBP"), ("g2", 1_000.0, date(2026, 5, 1), None)):
        place.node(
            "Grant", uid, amount=amount, awarded_on=awarded, full_name="Lunches", **({"currency": currency} if currency else {})
        )
        place.edge("Grant", uid, "TO", "Organisation", "o-a")
        place.edge("Record", place.record(f"r-{uid}"), "SAYS", "Grant", uid)
    for uid, awarded in (("g3", date(2019, 1, 1)), ("g4", date(2026, 12, 1))):
        place.node("Grant", uid, amount=5.0, awarded_on=awarded)
        place.edge("Grant", uid, "TO", "Organisation", "o-b")
        place.edge("Record", place.record(f"r-{uid}"), "SAYS", "Grant", uid)
    for uid, area in (("t1", "B"), ("t2", "W2")):
        place.node("Statement", uid, amount=70_000.0, topic="Loneliness", said_on=date(2026, 3, 1))
        place.edge("Statement", uid, "ABOUT", "Need", "isolation")
        place.edge("Statement", uid, "ABOUT", "Area", area)
        place.edge("Record", place.record(f"r-{uid}"), "SAYS", "Statement", uid)
    told = [(one.on, one.pounds, one.told, [piece.record for piece in one.evidence]) for one in overlap(place).spend]
    assert told == [
        ("Ash", 10_000.0, "£10,000 to Ash in 2 grants since 2025-05-01, for whatever purpose", ["r-g1", "r-g2"]),
        ("isolation", 70_000.0, "£70,000: Loneliness", ["r-t1"]),
    ]


def test_what_merging_would_touch_is_counted_and_tells_of_nobody(place: Place) -> None:
    for at in range(9):
        place.person(f"p{at}", restricted=True) if at == 0 else place.person(f"p{at}")
        place.node("Referral", f"f{at}", referred_on=date(2026, 6, 1))
        place.edge("Referral", f"f{at}", "ABOUT", "Mention", f"m-p{at}")
        place.edge("Referral", f"f{at}", "TO", "Organisation", "o-a")
        place.edge("Record", place.record(f"r-f{at}"), "SAYS", "Referral", f"f{at}")
        if at == 7:
            assert overlap(place).touched[0] == "1 to 7 referred to their providers in 12 months"
    place.node("Practitioner", "w", full_name="Ann Lee")
    place.edge("Practitioner", "w", "WORKS_FOR", "Organisation", "o-b")
    place.asset("hall", "isolation", "B")
    place.asset("far", "isolation", "W2")
    assert overlap(place).touched == (
        "about 10 referred to their providers in 12 months",
        "1 worker of their providers",
        "1 asset there for the same needs",
    )
