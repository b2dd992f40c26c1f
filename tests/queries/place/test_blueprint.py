"""Each item of a blueprint is in place, missing, or for people to say."""

from datetime import date
from pathlib import Path

import pytest

from graph.store import Store
from queries.blueprint import Blueprint, BlueprintItem
from tests.queries.place.graph import Place

LATE = date(2026, 10, 1)


@pytest.fixture
def place(store: Store) -> Place:
    """A team of two posts, one vacant, in a ward with a hall."""
    made = Place(store)
    for area, within in (("B", None), ("W1", "B")):
        made.area(area, within)
    made.service("s1", "food", "W1", postcode="ZX1 2AA")
    made.asset("hall", "food", "W1", kind="hall")
    made.node("Team", "T", full_name="Area W1 team")
    made.node("Organisation", "council", full_name="Council")
    for post, days in (("p1", 2.0), ("p2", 0.0)):
        made.node("Post", post, full_name=f"role {post}", days=days)
        made.edge("Post", post, "IN_TEAM", "Team", "T")
        made.edge("Post", post, "WORKS_FOR", "Organisation", "council")
        made.edge("Record", made.record(f"teams#{post}"), "SAYS", "Post", post)
    made.node("Practitioner", "ann", full_name="Ann Lee", organisation="Council")
    made.edge("Practitioner", "ann", "HOLDS", "Post", "p1")
    made.node("Capability", "send", full_name="SEND")
    made.edge("Post", "p1", "OFFERS", "Capability", "send")
    return made


def items(place: Place, **given: object) -> dict[str, BlueprintItem]:
    return {row.item: row for row in place.ask(Blueprint(**given)).rows}  # type: ignore[arg-type]


def test_what_is_in_place_and_what_is_missing(place: Place) -> None:
    found = items(place)
    assert {name: one.in_place for name, one in found.items()} == {
        "area": True,
        "families": False,
        "key_worker": None,
        "story_once": None,
        "team_around": None,
        "capabilities": False,
        "posts": True,
        "filled": False,
        "employers": False,
        "place": False,
        "days": True,
        "lead": False,
        "board": False,
        "signals": False,
        "assets": True,
        "informal": False,
    }
    assert found["filled"].missing == "vacant: role p2, Council"
    assert found["place"].missing == "no place is told; could be: Asset hall"
    assert found["capabilities"].found == "send"
    assert {one.record for one in found["posts"].evidence} == {"teams#p1", "teams#p2"}


def test_only_what_is_missing(place: Place) -> None:
    assert "posts" not in items(place, missing=True)
    assert "board" in items(place, missing=True)


def test_what_is_recorded_of_governance_and_place_is_in_place(place: Place) -> None:
    place.node("Board", "b", full_name="Place board")
    place.edge("Team", "T", "ANSWERS_TO", "Board", "b")
    place.node("Location", "l", full_name="The Ropeworks")
    place.edge("Team", "T", "AT", "Location", "l")
    place.node("Practitioner", "head", full_name="Jo Head")
    place.edge("Practitioner", "ann", "LED_BY", "Practitioner", "head")
    found = items(place)
    assert (found["board"].found, found["place"].found, found["lead"].found) == ("Place board", "The Ropeworks", "Jo Head")


def test_families_are_told_as_many(place: Place) -> None:
    for number in range(9):
        place.person(f"p{number}", "ZX1 2AB")
        place.edge(
            "Practitioner",
            "ann",
            "SUPPORTS",
            "Mention",
            f"m-p{number}",
            record=f"r-p{number}",
            last=LATE,
            **({"lead": True} if number else {}),
        )
    found = items(place)
    assert found["families"].found == "about 10 families somebody is in touch with"
    assert (found["key_worker"].in_place, found["key_worker"].missing) == (False, "1 to 7 families without")


def test_an_item_of_a_places_own_is_for_people_to_say(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sections = "\n".join(
        f"{name}: []" for name in ("footprint", "structure", "co_location", "governance", "metrics", "community")
    )
    told = f"version: ours\n{sections}\nprinciples:\n  - {{item: kindness, told: We are kind}}\ncapabilities: {{send: []}}\n"
    (tmp_path / "blueprint.yaml").write_text(told, "utf-8")
    monkeypatch.setenv("KITH_RULES", str(tmp_path))
    assert {name: one.in_place for name, one in items(place).items()} == {"kindness": None, "capabilities": True}
