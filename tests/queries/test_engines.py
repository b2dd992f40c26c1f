"""Every question has the same answer on every engine."""

from collections.abc import Iterator

import pytest

from graph.store import Store
from ingest.load import ingest
from queries.catalogue import catalogue
from queries.question import Answer
from tests.harrowdale.conftest import harrowdale, ordinary
from tests.queries.asked import FAMILY, PLACE

ASKED: list[tuple[str, dict[str, object]]] = [
    ("who_knows_family", {"family": "records/childrens_social_care.csv#1100231"}),
    ("who_knows_family", {"family": "early_help.json#EHA-2026-0301/family_members:Rania Al-Hassan"}),
    ("who_knows_family", {"family": "records/childrens_social_care.csv#1104410"}),
    ("who_knows_person", {"person": "housing_tenancies.xlsx#HH/104477/02/Main Tenant"}),
    ("who_knows_person", {"person": "records/adult_social_care.csv#M2200417"}),
    ("namesakes", {"person": "housing_tenancies.xlsx#HH/104477/02/Main Tenant"}),
    ("review_pairs", {}),
    ("service_overlaps", {}),
    ("service_overlaps", {"area": "Millbrook"}),
    ("service_overlaps", {"need": "dementia"}),
    ("assets_for_need", {"need": "social_isolation"}),
    ("assets_for_need", {"need": "Food", "area": "Tanner's Wharf"}),
    ("wobbling", {}),
    ("wobbling", {"area": "Tanner's Wharf", "status": "crisis"}),
    ("wobbling_fairness", {}),
    ("service_gaps", {}),
    ("service_gaps", {"need": "food", "by_age": True}),
    ("partner_links", {}),
    ("partner_links", {"organisation": "CAMHS", "least": 2}),
    ("partner_network", {}),
    ("team_skill_gaps", {"team": "Thornlea INT"}),
    ("mission_coverage", {}),
    ("mission_coverage", {"mission": "homelessness", "area": "Thornlea"}),
    ("accountability", {}),
    ("asset_reach", {}),
    ("whats_stale", {}),
    ("whats_stale", {"owner": "brickworks", "months": 1}),
    ("blueprint", {}),
    ("metrics", {"person": "housing_tenancies.xlsx#HH/104477/02/Main Tenant"}),
    ("metrics", {"mission": "homelessness"}),
    ("baseline", {}),
    ("find", {"words": "hartley"}),
    ("find", {"words": "Brickworks", "kind": "Organisation"}),
    ("find", {"words": 'OR AND NOT "(*:'}),
    *FAMILY,
    *PLACE,
]


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[dict[str, object]]]:
    """The answers on the embedded engine."""
    from graph.opening import open_store

    store = open_store(str(tmp_path_factory.mktemp("expected")))
    ingest(store, harrowdale(notes=False))
    yield [_asked(store, title, given).as_json() for title, given in ASKED]
    store.close()


def test_every_question_is_asked_here() -> None:
    assert {title for title, _ in ASKED} == set(catalogue())


def test_answers_are_equal_on_every_engine(store: Store, expected: list[dict[str, object]]) -> None:
    ingest(store, harrowdale(notes=False))
    for (title, given), answer in zip(ASKED, expected, strict=True):
        assert _asked(store, title, given).as_json() == answer, (title, given)
    assert sum(bool(answer["rows"]) for answer in expected) >= len(ASKED) - 2, "an answer that is empty shows little"


def _asked(store: Store, title: str, given: dict[str, object]) -> Answer[object]:
    return ordinary(store).ask(catalogue()[title](**given))
