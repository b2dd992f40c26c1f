"""Of whoever knows a restricted person, only what leads to no door: neither employer, name nor uid of one at their school."""

import json
from pathlib import Path

import pytest

from graph.store import Store
from queries.bodies import body_of
from queries.find import Find
from queries.who_knows_family import WhoKnowsFamily
from queries.who_knows_person import WhoKnowsPerson
from tests.api.serving import client_of
from tests.restriction.hamlet import ROLL, asked, take_in, told, write

CHILD, OTHER = "fernhill_roll.csv#A1/subject", "fernhill_roll.csv#A3/subject"
QUESTIONS = [WhoKnowsPerson(person=CHILD), WhoKnowsFamily(family=CHILD), WhoKnowsPerson(person="fernhill_roll.csv#A2/subject")]
GRAPHQL = """query ($person: String!) { whoKnowsPerson(person: $person) { edges { node {
  practitioner fullName organisation ask practitionerNode { uid fullName organisation } evidence { record } } } } }"""


@pytest.mark.parametrize("question", QUESTIONS)
def test_somebody_at_their_school_is_told_and_not_who_or_which(store: Store, tmp_path: Path, question: WhoKnowsPerson) -> None:
    take_in(store, write(tmp_path))
    for secret in ("Fernhill", "Jo Head", "fernhill_roll", "#A"):
        assert secret not in told(store, question)
    at_school = [row for row in asked(store, question).rows if row.full_name == "Somebody at a school"]
    assert [(row.practitioner, row.organisation, row.status) for row in at_school] == [(None, None, "current")]
    assert at_school[0].capacity == "pastoral lead"


def test_whoever_works_for_a_whole_borough_is_told_by_name(store_embedded: Store, tmp_path: Path) -> None:
    take_in(store_embedded, write(tmp_path))
    rows = {row.full_name: row for row in asked(store_embedded, WhoKnowsPerson(person=CHILD)).rows}
    worker = rows["Una Marsh"]
    assert worker.organisation == "Hamlet Council Children's Social Care"
    assert worker.practitioner
    assert {one.record for one in worker.evidence} == {"a record of social care"}


def test_what_is_withheld_is_not_one_hop_away_in_graphql(store_embedded: Store, tmp_path: Path) -> None:
    take_in(store_embedded, write(tmp_path))
    with client_of(store_embedded) as client:
        found = client.post("/graphql", json={"query": GRAPHQL, "variables": {"person": CHILD}}).text
    assert "Somebody at a school" in found and "Una Marsh" in found
    assert "Fernhill" not in found and "Jo Head" not in found


def test_nothing_an_answer_tells_of_them_finds_the_school(store_embedded: Store, tmp_path: Path) -> None:
    take_in(store_embedded, write(tmp_path))
    for row in asked(store_embedded, WhoKnowsPerson(person=CHILD)).rows:
        for words in filter(None, (row.full_name, row.organisation, row.practitioner, row.capacity, row.ask)):
            hits = [one for one in asked(store_embedded, Find(words=words)).rows if one.likeness >= 0.95]
            assert "Fernhill" not in json.dumps([str(hit) for hit in hits])


def test_other_pupils_of_the_school_are_answered_in_full(store_embedded: Store, tmp_path: Path) -> None:
    take_in(store_embedded, write(tmp_path))
    (row,) = asked(store_embedded, WhoKnowsPerson(person=OTHER)).rows
    assert (row.full_name, row.organisation, row.ask) == ("Jo Head", "Fernhill Primary", None)
    assert {one.record for one in row.evidence} == {"fernhill_roll.csv#A3"}


def test_whoever_is_cleared_sees_who_it_is(store_embedded: Store, tmp_path: Path) -> None:
    take_in(store_embedded, write(tmp_path))
    rows = asked(store_embedded, WhoKnowsPerson(person=CHILD), see_all=True).rows
    assert {(row.full_name, row.organisation) for row in rows} >= {("Jo Head", "Fernhill Primary")}


def test_a_capacity_that_names_the_school_is_withheld_too(store_embedded: Store, tmp_path: Path) -> None:
    mapping = ROLL.replace("capacity: {const: pastoral lead}", "capacity: {const: pastoral lead at Fernhill}")
    take_in(store_embedded, write(tmp_path, {"roll.yaml": mapping}))
    assert "Fernhill" not in told(store_embedded, WhoKnowsPerson(person=CHILD))


def test_a_directory_that_says_what_a_body_is_counts(store_embedded: Store, tmp_path: Path) -> None:
    """By its name it might be the council's; a directory knows it for a nursery."""
    name = "Hamlet Council Little Acorns"
    rows = [row.replace("Fernhill Primary", name) for row in ("School,Kind", "Fernhill Primary,nursery")]
    mapping = """
source: bodies
agency: Hamlet Council
reads: {format: csv}
key: School
nodes: {body: {label: Organisation, props: {full_name: {column: School, clean: organisation_name}, kind: Kind}}}
"""
    files = {
        "bodies.csv": rows,
        "bodies.yaml": mapping,
        "fernhill_roll.csv": [
            "School,Adm No,Name,DOB,NHS,Address,Postcode,Parent,Parent NHS,Pastoral",
            f"{name},A1,Tomas Quill,2018-09-15,9991009124,12 Moss Row,ZX4 7LN,Petra Quill,9991009019,Jo Head",
        ],
        "place.yaml": "place: Hamlet\nas_of: 2026-10-31\nsources:\n"
        + "".join(
            f"  - {{file: {one}.csv, mapping: {other}.yaml}}\n"
            for one, other in (("care", "care"), ("bodies", "bodies"), ("fernhill_roll", "roll"))
        ),
    }
    take_in(store_embedded, write(tmp_path, files))
    assert "Little Acorns" not in told(store_embedded, WhoKnowsPerson(person=CHILD))
    assert "Somebody at a nursery" in told(store_embedded, WhoKnowsPerson(person=CHILD))


@pytest.mark.parametrize(
    ("name", "kind", "wide"),
    [
        ("Hamlet Council Children's Social Care", "social care", True),
        ("Hamlet Council Early Help & Family Hubs", "the council", True),
        ("North Vale Community NHS Trust", "the NHS", True),
        ("Vale Constabulary", "the police", True),
        ("Fernhill C of E Primary", "a school", False),
        ("Hamlet Borough Council Moss Row Nursery", "a nursery or childminder", False),
        ("Moss Row Medical Centre", "a surgery", False),
        ("Haven House", "a place to live", False),
        ("Moss Row Family Hub", "a place of the community", False),
        ("Turning Tide", "an organisation", False),
        (None, "an organisation", False),
    ],
)
def test_what_kind_of_body_a_name_tells(name: str | None, kind: str, wide: bool) -> None:
    assert (body_of(name).kind, body_of(name).wide) == (kind, wide)
