"""GraphQL over HTTP: what is no request, what fails inside, and the page one may ask on."""

import re

import pytest
import structlog
from starlette.testclient import TestClient

from queries.who_knows_family import WhoKnowsFamily
from tests.api.serving import Ask

JSON = {"Content-Type": "application/json"}


@pytest.mark.parametrize(
    ("body", "headers", "status", "message"),
    [
        ('{"query": "{ __typename }"}', {"Content-Type": "text/plain"}, 415, "application/json"),
        ("query=%7B__typename%7D", {"Content-Type": "application/x-www-form-urlencoded"}, 415, "application/json"),
        ("{", JSON, 400, "no JSON"),
        ("[" * 50_000, JSON, 400, "no JSON"),
        ('["{ __typename }"]', JSON, 400, "asks nothing"),
        ('{"query": " "}', JSON, 400, "asks nothing"),
        ('{"query": "{ __typename }", "variables": [1]}', JSON, 400, "`variables`"),
        ('{"query": "query A { __typename }", "operationName": "B"}', JSON, 400, "operationName"),
        ('{"query": "subscription { forget }"}', JSON, 400, "one query"),
        (f'{{"query": "{" " * 100_001}"}}', JSON, 413, "longer than"),
    ],
)
def test_what_is_no_request(client: TestClient, body: str, headers: dict[str, str], status: int, message: str) -> None:
    """Each refusal says what to send instead."""
    response = client.post("/graphql", content=body, headers=headers)
    assert response.status_code == status
    assert message in response.json()["errors"][0]["message"]


def test_a_document_with_mistakes_is_told_so(ask: Ask) -> None:
    """Syntax and unknown fields, in the standard's words and places."""
    assert "Syntax Error" in ask("{ whoKnows")["errors"][0]["message"]
    (error,) = ask('{ whoKnowFamily(family: "x") { asOf } }')["errors"]
    assert "whoKnowsFamily" in error["message"]
    assert error["locations"]
    (error,) = ask("query ($family: String!) { whoKnowsFamily(family: $family) { asOf } }")["errors"]
    assert "$family" in error["message"]


def test_a_failure_inside_shows_and_logs_nothing_personal(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """The caller gets a reference; the log has it with the place of failure, and no names."""

    def fail(*_: object) -> None:
        raise KeyError("Kelly Hartley")

    monkeypatch.setattr(WhoKnowsFamily, "shape", fail)
    with structlog.testing.capture_logs() as logs:
        (error,) = ask('{ whoKnowsFamily(family: "records/childrens_social_care.csv#1100234") { asOf } }')["errors"]
    assert re.fullmatch(r"something went wrong; see the log, reference [0-9a-f]{12}", error["message"])
    (entry,) = logs
    assert entry["reference"] == error["extensions"]["reference"]
    assert entry["kind"] == "KeyError"
    assert "Hartley" not in str(logs) + str(error)
    assert "1100234" not in str(logs)


def test_answers_are_not_kept(client: TestClient) -> None:
    """Browsers and proxies keep no copy of what is said about people."""
    assert client.post("/graphql", json={"query": "{ __typename }"}).headers["cache-control"] == "no-store"


def test_the_page_loads_nothing_from_elsewhere(client: TestClient) -> None:
    """Its own script and style, under a policy that allows no others."""
    page = client.get("/graphql")
    assert page.headers["content-security-policy"].startswith("default-src 'self'")
    assert "http://" not in page.text and "https://" not in page.text
    assert not re.findall(r"<script>|<style|style=|\son\w+=", page.text)
    for path in re.findall(r'(?:src|href)="([^"]+)"', page.text):
        assert client.get(path).status_code == 200


def test_no_documentation_page_from_a_cdn(client: TestClient) -> None:
    """FastAPI's own pages are off."""
    assert {client.get(path).status_code for path in ("/docs", "/redoc", "/openapi.json")} == {404}


def test_it_says_that_it_is_well(client: TestClient) -> None:
    """For whoever watches the process."""
    assert client.get("/health").json() == {"status": "well"}
