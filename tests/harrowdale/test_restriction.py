"""Amara, Danny and Grace must not be found: nothing that leaves Kith tells where they live, learn or can be met."""

import json
import re

import pytest

from graph.store import Store
from ingest import quarantine
from ingest.counts import Counts
from queries.find import Find
from queries.reader import Reader
from queries.who_knows_family import WhoKnowsFamily
from queries.who_knows_person import WhoKnowsPerson
from tests.harrowdale.conftest import cleared, ordinary

TELLING = re.compile(r"ZX4|7LN|Moorside|MS-1774|3W\b|Scarcroft|E05099004", re.I)
"""The leaked postcode, the new school, its roll number and class, and the ward."""
THEIRS = "MATCH (p:Person) WHERE p.restricted = true RETURN p.uid AS uid, p.full_name AS full_name ORDER BY uid"
RECORDS = (
    "records/school_roll.csv#MS-1774",
    "records/childrens_social_care.csv#1104410",
    "records/childrens_social_care.csv#1104411",
    "records/health_visiting.csv#SR-50102",
    "records/health_visiting.csv#SR-50102/Carer",
    "records/police_contacts.csv#WM-260614-0021/1",
    "records/housing_tenancies.xlsx#HO-26-0317",
)


def test_every_record_of_theirs_is_marked(with_notes: tuple[Store, list[Counts]]) -> None:
    names = {row["full_name"] for row in with_notes[0].read(THEIRS)}
    assert {"Daniel Okonkwo", "Grace Okonkwo", "Amara Okonkwo"} <= names


@pytest.mark.parametrize("record", RECORDS)
def test_no_answer_tells_where_they_are(with_notes: tuple[Store, list[Counts]], record: str) -> None:
    reader = ordinary(with_notes[0])
    for question in (WhoKnowsFamily(family=record), WhoKnowsPerson(person=record)):
        told = json.dumps(reader.ask(question).as_json())
        assert TELLING.search(told) is None


def test_finding_them_by_name_tells_nothing_more(with_notes: tuple[Store, list[Counts]]) -> None:
    reader = ordinary(with_notes[0])
    for words in ("Okonkwo", "Amara", "Daniel Okonkwo"):
        assert TELLING.search(json.dumps(reader.ask(Find(words=words)).as_json())) is None


def test_who_already_knows_them_is_still_answered(with_notes: tuple[Store, list[Counts]]) -> None:
    answer = ordinary(with_notes[0]).ask(WhoKnowsFamily(family=RECORDS[1]))
    assert "Hannah Lister" in {row.full_name for row in answer.rows}
    assert any("withheld" in told for told in answer.unseen)
    assert all(evidence.words is None and "#" not in evidence.record for row in answer.rows for evidence in row.evidence)


def test_whoever_is_cleared_sees_the_evidence(with_notes: tuple[Store, list[Counts]]) -> None:
    answer = cleared(with_notes[0]).ask(WhoKnowsFamily(family=RECORDS[1]))
    assert "records/childrens_social_care.csv#1104410" in {e.record for row in answer.rows for e in row.evidence}
    assert answer.unseen == ()


def test_no_reader_gives_rows_of_another_caller(with_notes: tuple[Store, list[Counts]]) -> None:
    assert isinstance(ordinary(with_notes[0]), Reader)
    assert not ordinary(with_notes[0]).caller.cleared


def test_quarantine_shows_no_values_of_a_restricted_row(with_notes: tuple[Store, list[Counts]]) -> None:
    for row in quarantine.listed(with_notes[0]):
        if row["restricted"]:
            assert row["raw"] is None
