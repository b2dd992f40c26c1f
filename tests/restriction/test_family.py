"""A mark on one of a family protects all of it, wherever they are read, and no longer than it stands."""

from pathlib import Path

import pytest

from graph import export
from graph.errors import QuestionError
from graph.store import Store
from queries.find import Find
from queries.who_knows_family import WhoKnowsFamily
from queries.who_knows_person import WhoKnowsPerson
from tests.restriction.hamlet import OPEN_CARE_ROWS, ROLL_ROWS, asked, ordinary, reversed_sources, take_in, told, write

SIBLING, PARENT = "fernhill_roll.csv#A2/subject", "fernhill_roll.csv#A2/Parent"
RESTRICTED = "MATCH (p:Person) WHERE p.restricted = true RETURN p.full_name AS full_name ORDER BY full_name"
UID = "MATCH (p:Person) WHERE p.full_name = $full_name RETURN p.uid AS uid"


def restricted(store: Store) -> list[str]:
    """Who is restricted."""
    return [row["full_name"] for row in store.read(RESTRICTED)]


def digest(store: Store) -> str:
    """The store's digest."""
    return export.digest(store.export())


def test_an_unmarked_sibling_and_parent_are_restricted(store: Store, tmp_path: Path) -> None:
    take_in(store, write(tmp_path))
    assert restricted(store) == ["Petra Quill", "Sibby Quill", "Tomas Quill"]


@pytest.mark.parametrize("question", [WhoKnowsPerson(person=SIBLING), WhoKnowsFamily(family=PARENT)])
def test_answers_about_a_sibling_withhold(store_embedded: Store, tmp_path: Path, question: WhoKnowsPerson) -> None:
    take_in(store_embedded, write(tmp_path))
    assert "A2" not in told(store_embedded, question), "the roll number tells the school"
    assert "withheld" in told(store_embedded, question)
    assert asked(store_embedded, question).rows, "that somebody knows them is still told"


def test_a_siblings_birth_is_shown_neither_when_found_nor_looked_up_nor_chosen_among(
    store_embedded: Store, tmp_path: Path
) -> None:
    namesake = "Fernhill Primary,A9,Sibby Quill,2013-03-03,,1 Far Lane,ZX9 9AA,,,Jo Head"
    take_in(store_embedded, write(tmp_path, {"fernhill_roll.csv": [*ROLL_ROWS, namesake]}))
    reader = ordinary(store_embedded)
    born = {row.born for row in reader.ask(Find(words="Sibby Quill", kind="Person")).rows if row.full_name == "Sibby Quill"}
    assert {day.isoformat() if day else None for day in born} == {None, "2013-03-03"}
    uids = [row["uid"] for row in store_embedded.read(UID, full_name="Sibby Quill")]
    assert {str(row["dob"]) for row in reader.nodes("Person", uids).values()} == {"None", "2013-03-03"}
    with pytest.raises(QuestionError) as several:
        reader.ask(WhoKnowsPerson(person="Sibby Quill"))
    assert "2013-03-03" in str(several.value) and "2016" not in str(several.value)


def test_the_order_of_sources_changes_nothing(store: Store, tmp_path: Path) -> None:
    take_in(store, write(tmp_path))
    before = digest(store)
    store.write(("UNWIND $rows AS row MATCH (n) DETACH DELETE n", [{}]))
    take_in(store, reversed_sources(write(tmp_path)))
    assert digest(store) == before


def test_when_the_mark_is_taken_off_all_are_shown_as_if_it_had_never_been(store: Store, tmp_path: Path) -> None:
    take_in(store, write(tmp_path))
    take_in(store, write(tmp_path, {"care.csv": OPEN_CARE_ROWS}))
    assert restricted(store) == []
    assert "withheld" not in told(store, WhoKnowsPerson(person=SIBLING))
    lifted = digest(store)
    store.write(("UNWIND $rows AS row MATCH (n) DETACH DELETE n", [{}]))
    take_in(store, write(tmp_path, {"care.csv": OPEN_CARE_ROWS}))
    assert digest(store) == lifted


def test_a_mark_taken_off_somebody_who_is_a_family_alone_is_gone(store: Store, tmp_path: Path) -> None:
    alone = {"place.yaml": "place: Hamlet\nas_of: 2026-10-31\nsources: [{file: care.csv, mapping: care.yaml}]\n"}
    take_in(store, write(tmp_path, alone))
    take_in(store, write(tmp_path, alone | {"care.csv": OPEN_CARE_ROWS}))
    assert store.read("MATCH (f:Family) WHERE f.restricted = true RETURN f.uid AS uid ORDER BY uid") == []


def test_a_mark_that_comes_later_protects_who_was_there_before(store: Store, tmp_path: Path) -> None:
    take_in(store, write(tmp_path, {"care.csv": OPEN_CARE_ROWS}))
    assert restricted(store) == []
    take_in(store, write(tmp_path))
    assert restricted(store) == ["Petra Quill", "Sibby Quill", "Tomas Quill"]
    before = digest(store)
    store.write(("UNWIND $rows AS row MATCH (n) DETACH DELETE n", [{}]))
    take_in(store, write(tmp_path))
    assert digest(store) == before


def test_who_leaves_the_family_is_no_longer_restricted(store: Store, tmp_path: Path) -> None:
    take_in(store, write(tmp_path))
    apart = [ROLL_ROWS[0], ROLL_ROWS[1], ROLL_ROWS[2].replace("Petra Quill,9991009019", ","), ROLL_ROWS[3]]
    take_in(store, write(tmp_path, {"fernhill_roll.csv": apart}))
    assert restricted(store) == ["Petra Quill", "Tomas Quill"]
