"""What is said of somebody else leads to no restricted person either, whichever of the two came first."""

from pathlib import Path

import pytest

from graph import export
from graph.judgements import judge_apart
from graph.protected import NOBODY, protected
from graph.store import Store
from queries.acquaintance import Acquaintance
from queries.who_knows_person import WhoKnowsPerson
from tests.api.serving import client_of
from tests.restriction.hamlet import (
    CARE,
    CARE_ROWS,
    OPEN_CARE_ROWS,
    asked,
    reversed_sources,
    take_in,
    told,
    write,
)

NEIGHBOUR = WhoKnowsPerson(person="care.csv#C2/subject")
TELLING = [
    "lives next to Tomas Quill",
    "QUILL Tomas was there",
    "saw T Quill on the stairs",
    "Tomas James Quill's mum rang",
    "the Quill boy from next door",
    "Sibby Quill came too",
    "neighbours at ZX4 7LN are noisy",
    "neighbours at zx47ln are noisy",
    "moved to 12 Moss Row",
    "door to 12, Moss row",
    "NHS 999 100 9124 mentioned",
    "plays with Tomas from Fernhill",
]
HARMLESS = [
    "settled",
    "Tomas Brandt was there",
    "Sibby came along",
    "12 Long Row",
    "goes to Fernhill Primary",
    "ZX4 8AA",
    "quilted jacket, moss in the gutter",
    "",
]
FLAGGED = "MATCH (w:Practitioner)-[s:SUPPORTS]->(m:Mention) WHERE s.guarded IS NOT NULL RETURN m.uid AS uid, s.guarded AS guarded ORDER BY uid"


def neighbours_say(words: str, rows: tuple[str, ...] = CARE_ROWS) -> dict[str, list[str]]:
    """The care rows with these words said of the neighbour."""
    quoted = words.replace('"', "'")
    return {"care.csv": [*rows[:2], rows[2].replace("settled", f'"{quoted}"')]}


def shown(store: Store, see_all: bool = False) -> list[str | None]:
    """The words of the evidence about the neighbour."""
    rows = asked(store, NEIGHBOUR, see_all).rows
    return [one.words for row in rows if isinstance(row, Acquaintance) for one in row.evidence]


def digest(store: Store) -> str:
    """The store's digest."""
    return export.digest(store.export())


def emptied(store: Store) -> Store:
    """The store with nothing in it."""
    store.write(("UNWIND $rows AS row MATCH (n) DETACH DELETE n", [{}]))
    return store


@pytest.mark.parametrize("words", TELLING)
def test_words_that_give_a_restricted_person_away_are_withheld(store_embedded: Store, tmp_path: Path, words: str) -> None:
    take_in(store_embedded, write(tmp_path, neighbours_say(words)))
    assert shown(store_embedded) == [None]
    assert "somebody else who is restricted" in told(store_embedded, NEIGHBOUR)
    assert shown(store_embedded, see_all=True) == [words]


@pytest.mark.parametrize("words", HARMLESS)
def test_other_words_are_shown_as_ever(store_embedded: Store, tmp_path: Path, words: str) -> None:
    take_in(store_embedded, write(tmp_path, neighbours_say(words)))
    assert shown(store_embedded) == [words or None]
    assert "restricted" not in told(store_embedded, NEIGHBOUR)


def test_a_surname_that_others_bear_too_gives_nobody_away(store_embedded: Store, tmp_path: Path) -> None:
    rows = [*neighbours_say("the Quill boy")["care.csv"], "C3,Rosa Quill,01/01/1970,,1 Far Lane,ZX9 9AA,Ivor Penn,02/10/2026,"]
    take_in(store_embedded, write(tmp_path, {"care.csv": rows}))
    assert shown(store_embedded) == ["the Quill boy"]


def test_a_capacity_that_gives_them_away_is_withheld_too(store_embedded: Store, tmp_path: Path) -> None:
    mapping = CARE.replace("capacity: {const: social worker}", "capacity: Remark")
    take_in(store_embedded, write(tmp_path, {"care.yaml": mapping} | neighbours_say("carer of Tomas Quill")))
    assert "Tomas" not in told(store_embedded, NEIGHBOUR)


def test_a_mark_that_comes_later_withholds_words_that_came_before(store: Store, tmp_path: Path) -> None:
    take_in(store, write(tmp_path, neighbours_say(TELLING[0], OPEN_CARE_ROWS)))
    assert shown(store) == [TELLING[0]]
    take_in(store, write(tmp_path, neighbours_say(TELLING[0])))
    assert shown(store) == [None]
    before = digest(store)
    take_in(emptied(store), reversed_sources(write(tmp_path, neighbours_say(TELLING[0]))))
    assert digest(store) == before


def test_words_that_come_later_are_withheld(store: Store, tmp_path: Path) -> None:
    take_in(store, write(tmp_path))
    take_in(store, write(tmp_path, neighbours_say(TELLING[0])))
    assert shown(store) == [None]


def test_when_the_mark_is_taken_off_the_words_are_shown_again(store: Store, tmp_path: Path) -> None:
    take_in(store, write(tmp_path, neighbours_say(TELLING[0])))
    take_in(store, write(tmp_path, neighbours_say(TELLING[0], OPEN_CARE_ROWS)))
    assert shown(store) == [TELLING[0]]
    assert store.read(FLAGGED) == []
    before = digest(store)
    take_in(emptied(store), write(tmp_path, neighbours_say(TELLING[0], OPEN_CARE_ROWS)))
    assert digest(store) == before


def test_a_judgement_that_parts_somebody_from_the_marked_lets_go_of_the_words(store_embedded: Store, tmp_path: Path) -> None:
    """Sibby is restricted through the parent they share on the roll; two parents are two families."""
    take_in(store_embedded, write(tmp_path, neighbours_say("Sibby Quill came too")))
    assert shown(store_embedded) == [None]
    from datetime import date

    judge_apart(store_embedded, "fernhill_roll#A1/Parent", "fernhill_roll#A2/Parent", "test", "two women", date(2026, 10, 31))
    assert shown(store_embedded) == ["Sibby Quill came too"]


def test_what_gives_them_away_is_nothing_where_nobody_is_restricted(store_embedded: Store, tmp_path: Path) -> None:
    take_in(store_embedded, write(tmp_path, {"care.csv": OPEN_CARE_ROWS}))
    assert protected(store_embedded) == NOBODY


def test_a_notes_words_over_graphql(store_embedded: Store, tmp_path: Path) -> None:
    text = "Case note. Re: Edda Vance\nAuthor: Ivor Penn, social worker\nDate: 02/10/2026\n\nEdda Vance gave a friend a lift home to 12 Moss Row ZX4 7LN. Ivor Penn supports Edda Vance.\n"
    place = {
        "notes/N1.txt": text,
        "notes.yaml": "source: notes\nagency: Hamlet Council\nreads: {format: note}\n",
        "place.yaml": "place: Hamlet\nas_of: 2026-10-31\nsources:\n"
        + "".join(
            f"  - {{file: {a}, mapping: {b}.yaml}}\n"
            for a, b in (("care.csv", "care"), ("fernhill_roll.csv", "roll"), ("'notes/*'", "notes"))
        ),
    }
    take_in(store_embedded, write(tmp_path, place))
    query = '{ whoKnowsPerson(person: "care.csv#C2/subject") { edges { node { fullName evidence { record words } } } } }'
    with client_of(store_embedded) as client:
        found = client.post("/graphql", json={"query": query}).text
    assert "notes/N1.txt" in found, "the note is evidence that Ivor Penn knows Edda Vance"
    assert "Moss Row" not in found and "ZX4" not in found
