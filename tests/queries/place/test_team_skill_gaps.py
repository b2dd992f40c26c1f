"""A capability is had by a filled post; a vacant one covers nothing."""

from datetime import date

import pytest

from graph.store import Store
from queries.team_skill_gaps import TeamSkillGaps
from tests.queries.place.graph import Place


@pytest.fixture
def place(store: Store) -> Place:
    """A team of three posts, one of them empty."""
    made = Place(store)
    made.area("B")
    made.area("W1", "B")
    made.service("s1", "food", "W1", postcode="ZX1 2AA")
    made.node("Team", "T", full_name="Area W1 team")
    for post, days, holder, skills in (
        ("p1", 2.5, "Ann Lee", ("send", "child_health")),
        ("p2", 1.0, "Bo Day", ("child_health",)),
        ("p3", 0.0, None, ("adult_social_care",)),
    ):
        made.node("Post", post, full_name=f"role {post}", days=days, **({} if holder else {"vacant": True}))
        made.edge("Post", post, "IN_TEAM", "Team", "T")
        made.edge("Record", made.record(f"teams#{post}"), "SAYS", "Post", post)
        for skill in skills:
            made.node("Capability", skill, full_name=skill)
            made.edge("Post", post, "OFFERS", "Capability", skill, words=f"{skill} worker")
        if holder:
            made.node("Practitioner", holder, full_name=holder)
            made.edge("Practitioner", holder, "HOLDS", "Post", post)
    return made


def skills(place: Place, **given: object) -> dict[str, str]:
    return {row.capability: row.status for row in place.ask(TeamSkillGaps(team="T", **given)).rows}  # type: ignore[arg-type]


def test_missing_vacant_single_and_covered(place: Place) -> None:
    required = ("child_health", "send", "adult_social_care", "domestic_abuse")
    assert skills(place, required=required) == {
        "domestic_abuse": "missing",
        "adult_social_care": "vacant",
        "send": "single",
        "child_health": "covered",
    }
    assert skills(place, required=("send",))["child_health"] == "beside"


def test_a_teams_own_list_comes_before_the_blueprint(place: Place) -> None:
    assert "probation" not in skills(place)
    assert len(skills(place)) > 10
    place.node("Capability", "probation", full_name="Probation")
    place.edge("Team", "T", "REQUIRES", "Capability", "probation")
    assert skills(place) == {"probation": "missing", "send": "beside", "child_health": "beside", "adult_social_care": "beside"}


def test_each_skill_shows_who_how_long_and_by_which_words(place: Place) -> None:
    row = next(row for row in place.ask(TeamSkillGaps(team="T", required=("send",))).rows if row.capability == "send")
    assert row.holders == ("Ann Lee (role p1, 2.5 days)",)
    assert {(one.record, one.words) for one in row.evidence} == {("teams#p1", "send worker")}


def test_people_in_need_are_those_of_the_teams_area(place: Place) -> None:
    for number in range(9):
        place.person(f"p{number}", "ZX1 2AB")
        place.strain(f"p{number}", "sofa_surfing", date(2026, 10, 1), f"x#{number}")
    (row,) = [row for row in place.ask(TeamSkillGaps(team="T", required=("homelessness",))).rows if row.required]
    assert (row.status, row.people) == ("missing", 10)
