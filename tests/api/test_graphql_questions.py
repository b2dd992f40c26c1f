"""Questions over GraphQL: answers with their evidence, paging, and what is said when one cannot be answered."""

import pytest

from graph.caller import Caller
from queries.reader import Reader
from queries.who_knows_family import WhoKnowsFamily
from tests.api.serving import Ask, Counted

HARTLEY = "records/childrens_social_care.csv#1100234"
WHO = """query ($family: String!, $first: Int, $after: String, $asOf: Date) {
  whoKnowsFamily(family: $family, first: $first, after: $after, asOf: $asOf) {
    asOf unseen
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { cursor node { practitioner fullName lastContact people evidence { record saidOn words } } }
  }
}"""


def test_the_answer_is_the_readers(ask: Ask, harrowdale: Counted) -> None:
    """Same rows, order, evidence and day as the reader gives."""
    found = ask(WHO, family=HARTLEY)["data"]["whoKnowsFamily"]
    told = Reader(harrowdale, Caller("somebody", "direct care")).ask(WhoKnowsFamily(HARTLEY)).as_json()
    assert found["asOf"] == told["as_of"]
    assert [edge["node"]["practitioner"] for edge in found["edges"]] == [row["practitioner"] for row in told["rows"]]
    assert [edge["node"]["lastContact"] for edge in found["edges"]] == [row["last_contact"] for row in told["rows"]]
    records = [[e["record"] for e in edge["node"]["evidence"]] for edge in found["edges"]]
    assert records == [[e["record"] for e in row["evidence"]] for row in told["rows"]]
    assert all(records)


def test_pages_add_up_to_the_whole(ask: Ask) -> None:
    """Going on from cursor to cursor meets every row once, in order."""
    whole = [edge["node"] for edge in ask(WHO, family=HARTLEY)["data"]["whoKnowsFamily"]["edges"]]
    met, after = [], None
    for _ in range(len(whole)):
        page = ask(WHO, family=HARTLEY, first=3, after=after)["data"]["whoKnowsFamily"]
        met += [edge["node"] for edge in page["edges"]]
        assert page["pageInfo"]["hasPreviousPage"] is (after is not None)
        assert page["pageInfo"]["startCursor"] == page["edges"][0]["cursor"]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    assert met == whole
    assert len(whole) > 3


def test_an_empty_page_has_no_cursors(ask: Ask) -> None:
    """first: 0 shows the day and what is unseen alone."""
    page = ask(WHO, family=HARTLEY, first=0)["data"]["whoKnowsFamily"]
    assert page["edges"] == []
    assert page["pageInfo"]["startCursor"] is page["pageInfo"]["endCursor"] is None


def test_an_earlier_day_is_asked_about(ask: Ask) -> None:
    """as_of is the day given, and later contacts are not known on it."""
    page = ask(WHO, family=HARTLEY, asOf="2026-06-30")["data"]["whoKnowsFamily"]
    assert page["asOf"] == "2026-06-30"
    assert all((edge["node"]["lastContact"] or "") <= "2026-06-30" for edge in page["edges"])


def test_every_question_is_answered(ask: Ask) -> None:
    """Each field of the catalogue gives rows in Harrowdale."""
    found = ask("""{
      whoKnowsPerson(person: "records/childrens_social_care.csv#1100234") { edges { node { fullName } } }
      find(words: "Hartley", kind: "Person", most: 3) { edges { node { kind uid likeness } } }
      serviceOverlaps { edges { node { serviceA serviceB score } } }
      assetsForNeed(need: "social_isolation") { edges { node { fullName } } }
    }""")
    assert "errors" not in found
    assert {name: bool(told["edges"]) for name, told in found["data"].items()} == dict.fromkeys(found["data"], True)


@pytest.mark.parametrize(
    ("given", "what", "code"),
    [
        ({"family": "records/childrens_social_care.csv#9999999"}, "there is no record", "QUESTION_ERROR"),
        ({"family": "Nobodyatall"}, "no family goes by 'Nobodyatall'", "QUESTION_ERROR"),
        ({"family": "Hartley"}, "fit 'Hartley'", "QUESTION_ERROR"),
        ({"family": HARTLEY, "first": 501}, "first: 501", "QUESTION_ERROR"),
        ({"family": HARTLEY, "first": -1}, "first: -1", "QUESTION_ERROR"),
        ({"family": HARTLEY, "after": "behind"}, "after: 'behind'", "QUESTION_ERROR"),
    ],
)
def test_what_cannot_be_answered_says_why_and_the_cure(ask: Ask, given: dict[str, object], what: str, code: str) -> None:
    """The message is one a person can act on; machines get code and cure beside it."""
    found = ask(WHO, **given)
    (error,) = found["errors"]
    assert found["data"] is None
    assert what in error["message"]
    assert error["extensions"]["code"] == code
    assert error["message"].endswith(error["extensions"]["cure"])


def test_a_day_that_is_none_is_refused(ask: Ask) -> None:
    """The standard's own words for a value that does not fit its type."""
    (error,) = ask(WHO, family=HARTLEY, asOf="31/10/2026")["errors"]
    assert "31/10/2026" in error["message"]
    assert "reference" not in error.get("extensions", {})
