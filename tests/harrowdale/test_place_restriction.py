"""No answer about a team or a place names the protected to whoever is not cleared, nor says more where they are."""

import json
import re

import pytest

from graph.store import Store
from ingest.counts import Counts
from queries.catalogue import catalogue
from tests.harrowdale.conftest import cleared, ordinary

THEIRS = re.compile(
    r"Okonkwo|Amara|\bDanny\b|ZX4 ?7LN|Moorside Pri|MS-1774|\b3W\b|SR-50102|110441[01]|HO-26-0317|WM-260614-0021", re.I
)
"""Their names, the leaked postcode, the school, its roll number and class, and their records."""
UIDS = "MATCH (p:Person) WHERE p.restricted = true RETURN p.uid AS uid ORDER BY uid"
ASKED: list[tuple[str, dict[str, object]]] = [
    ("wobbling", {}),
    ("wobbling", {"area": "Scarcroft Moor"}),
    ("wobbling_fairness", {}),
    ("service_gaps", {}),
    ("partner_links", {}),
    ("partner_network", {}),
    ("team_skill_gaps", {"team": "Thornlea INT"}),
    ("mission_coverage", {}),
    ("accountability", {}),
    ("accountability", {"area": "Scarcroft Moor"}),
    ("asset_reach", {}),
    ("whats_stale", {}),
    ("blueprint", {}),
    ("metrics", {}),
    ("metrics", {"area": "Scarcroft Moor"}),
    ("baseline", {}),
]


@pytest.mark.parametrize(("title", "given"), ASKED)
def test_the_protected_are_in_no_such_answer(
    with_notes: tuple[Store, list[Counts]], title: str, given: dict[str, object]
) -> None:
    store = with_notes[0]
    told = json.dumps(ordinary(store).ask(catalogue()[title](**given)).as_json(), ensure_ascii=False)
    # A body's own name may be that of a school; whoever else goes there is no secret.
    found = {match.group() for match in THEIRS.finditer(told)} - ({"Moorside Pri"} if title in SCHOOLS else set())
    assert found == set()
    assert not any(row["uid"] in told for row in store.read(UIDS))


SCHOOLS = ("partner_network",)
"""Answers that list every organisation there is."""


def test_whoever_is_cleared_finds_them(with_notes: tuple[Store, list[Counts]]) -> None:
    people = {row["uid"] for row in with_notes[0].read(UIDS)}
    assert people & {row.person for row in cleared(with_notes[0]).ask(catalogue()["wobbling"]()).rows}  # type: ignore[attr-defined]


@pytest.mark.parametrize("person", ["records/childrens_social_care.csv#1104410", "records/health_visiting.csv#SR-50102/Carer"])
def test_measures_of_one_of_them_are_nothing_to_others(with_notes: tuple[Store, list[Counts]], person: str) -> None:
    rows = ordinary(with_notes[0]).ask(catalogue()["metrics"](person=person)).rows
    assert all(row.before == row.after == 0 and row.evidence == () for row in rows)  # type: ignore[attr-defined]
