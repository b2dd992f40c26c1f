"""Answers as files over HTTP: all rows, for the same caller and with the same mistakes told as over GraphQL."""

import csv
import io
import json
from typing import get_args, get_type_hints

import pytest
import structlog
from starlette.testclient import TestClient

from api.given import TELLING
from queries.catalogue import catalogue
from queries.service_overlaps import ServiceOverlaps
from tests.api.serving import Ask, Counted, client_of
from tests.api.test_graphql_restriction import PLACES, families

NAMES_NOBODY = {"broken_at", "kind", "mission", "owner", "required", "section", "status", "verdict", "weekday", "weights"}
"""Free words of a question that choose among codes, bodies and numbers."""


def lines(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_two_files_hold_what_graphql_answers(client: TestClient, ask: Ask) -> None:
    """All rows under a name that tells the question and the day, and nothing kept by anybody between."""
    asked = {"area": "Millbrook", "most": 7}
    found = ask('{ serviceOverlaps(area: "Millbrook", most: 7) { asOf unseen edges { node { serviceA score } } } }')
    page = found["data"]["serviceOverlaps"]
    as_csv, as_json = (client.get(f"/answers/service_overlaps.{way}", params=asked) for way in ("csv", "json"))
    for response, way in ((as_csv, "csv"), (as_json, "json")):
        assert response.headers["content-disposition"] == f'attachment; filename="service_overlaps-{page["asOf"]}.{way}"'
        assert (response.headers["cache-control"], response.headers["x-content-type-options"]) == ("no-store", "nosniff")
    told = [(edge["node"]["serviceA"], edge["node"]["score"]) for edge in page["edges"]]
    assert told and [(row["service_a"], float(row["score"])) for row in lines(as_csv.content)] == told
    assert [(row["service_a"], row["score"]) for row in as_json.json()["rows"]] == told
    assert {row["answer_unseen"] for row in lines(as_csv.content)} == {"; ".join(page["unseen"])}
    assert as_json.json()["unseen"] == page["unseen"]
    assert client.post("/answers/service_overlaps.csv", json=asked).content == as_csv.content


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("who_knows.csv", 404, "there is no question 'who_knows'"),
        ("who_knows_family.xlsx", 404, "Ask for /answers/QUESTION.csv"),
        ("who_knows_family.csv", 400, "asked without family"),
        ("who_knows_family.csv?family=Kelly+Hartley", 400, "POST the parameters"),
        ("who_knows_family.csv?family=family-0000000000000000", 400, "no family goes by"),
        ("find.csv?words=Hartley", 400, "POST the parameters"),
        ("service_overlaps.csv?ward=Millbrook", 400, "It takes: area, need, most"),
        ("service_overlaps.csv?area=a&area=b", 400, "Give it once"),
        ("service_overlaps.csv?most=many", 400, "most is 'many'"),
        ("service_overlaps.csv?as_of=31.10.2026", 400, "as_of is '31.10.2026'"),
    ],
)
def test_a_mistake_is_one_message_with_its_cure(client: TestClient, path: str, status: int, told: str) -> None:
    response = client.get(f"/answers/{path}")
    (error,) = response.json()["errors"]
    assert response.status_code == status
    assert told in error["message"]
    assert error["message"].endswith(error["extensions"]["cure"])


def test_other_sites_cannot_have_a_form_sent(client: TestClient) -> None:
    response = client.post("/answers/find.json", data={"words": "Hartley"})
    assert (response.status_code, "application/json" in response.json()["errors"][0]["message"]) == (415, True)


def test_a_failure_inside_shows_and_logs_nothing_personal(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyError("Kelly Hartley")

    monkeypatch.setattr(ServiceOverlaps, "shape", fail)
    monkeypatch.setattr(ServiceOverlaps, "respond", fail)
    with structlog.testing.capture_logs() as logs:
        response = client.get("/answers/service_overlaps.csv")
    assert (response.status_code, logs[0]["kind"]) == (500, "KeyError")
    assert response.json()["errors"][0]["extensions"]["reference"] == logs[0]["reference"]
    assert "Hartley" not in f"{logs}{response.text}"


@pytest.mark.parametrize("way", ["csv", "json"])
def test_nothing_tells_where_a_restricted_family_is(client: TestClient, harrowdale: Counted, way: str) -> None:
    """As over GraphQL; a cleared caller's file has the records."""
    answered = 0
    for uid in families(harrowdale):
        told = [said for row in harrowdale.read(PLACES, uid=uid) for said in row.values() if said]
        shown = client.get(f"/answers/who_knows_family.{way}", params={"family": uid}).text
        assert not [said for said in told if said in shown or json.dumps(said)[1:-1] in shown]
        with client_of(harrowdale, cleared=True) as cleared:
            answered += "#" in cleared.get(f"/answers/who_knows_family.{way}", params={"family": uid}).text
    assert answered


def test_every_parameter_of_free_words_is_known_to_name_somebody_or_nobody() -> None:
    """A new question's must be put into one or the other, so that no name comes into an address."""
    for title, question in catalogue().items():
        hints = get_type_hints(question)
        for parameter in question.parameters():
            hint = hints[parameter.name]
            if not parameter.metadata.get("label") and (hint is str or str in get_args(hint)):
                assert parameter.name in TELLING | NAMES_NOBODY, f"{title}: {parameter.name}"
