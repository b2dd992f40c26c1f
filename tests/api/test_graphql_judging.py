"""Pairs to review over GraphQL, and a person's word on them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from graph import export
from graph.opening import open_store
from graph.store import Store
from ingest.load import ingest
from ingest.place import load_place
from tests.api.conftest import HARROWDALE
from tests.api.serving import client_of

PAIRS = """{ reviewPairs(most: 50) { edges { node {
  probability bits reasons { feature bits total }
  left { mention fullName person } right { mention fullName person } } } unseen } }"""
JUDGE = 'mutation($a: String!, $b: String!, $v: String!) { judge(mentionA: $a, mentionB: $b, verdict: $v, why: "met both") { judgement } }'
BACK = "mutation($j: String!) { takeBack(judgement: $j) { judgement } }"


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Store, TestClient]]:
    """A place of records, served to a caller who may not see where restricted people are."""
    store = open_store(str(tmp_path / "store"))
    for source in ("school_roll", "health_visiting", "childrens_social_care"):
        ingest(store, load_place(HARROWDALE, date(2026, 10, 31)), only=source)
    with client_of(store) as client:
        yield store, client
    store.close()


def asked(client: TestClient, query: str, **variables: str) -> dict[str, Any]:
    """The result as JSON."""
    found: dict[str, Any] = client.post("/graphql", json={"query": query, "variables": variables}).json()
    return found


def test_a_pair_is_judged_and_the_judgement_taken_back(served: tuple[Store, TestClient]) -> None:
    store, client = served
    before = export.digest(store.export())
    pairs = [edge["node"] for edge in asked(client, PAIRS)["data"]["reviewPairs"]["edges"]]
    assert pairs
    pair = pairs[0]
    assert pair["reasons"][-1]["total"] == pytest.approx(pair["bits"], abs=0.05)
    ends = {"a": pair["left"]["mention"], "b": pair["right"]["mention"]}
    uid = asked(client, JUDGE, **ends, v="same")["data"]["judge"]["judgement"]
    left = [edge["node"] for edge in asked(client, PAIRS)["data"]["reviewPairs"]["edges"]]
    assert (ends["a"], ends["b"]) not in {(one["left"]["mention"], one["right"]["mention"]) for one in left}
    assert asked(client, BACK, j=uid)["data"]["takeBack"]["judgement"] == uid
    assert export.digest(store.export()) == before


def test_restricted_people_are_neither_shown_nor_judged(served: tuple[Store, TestClient]) -> None:
    store, client = served
    hidden = {
        row["uid"]
        for row in store.read(
            "MATCH (m:Mention)-[:SAME_AS]->(p:Person) WHERE p.restricted = true OR m.restricted = true RETURN m.uid AS uid ORDER BY uid"
        )
    }
    assert len(hidden) > 1
    shown = asked(client, PAIRS)["data"]["reviewPairs"]
    assert not {end["mention"] for edge in shown["edges"] for end in (edge["node"]["left"], edge["node"]["right"])} & hidden
    one, other = sorted(hidden)[:2]
    refused = asked(client, JUDGE, a=one, b=other, v="same")
    assert refused["data"] is None
    assert "there is no mention" in refused["errors"][0]["message"]


def test_an_unknown_verdict_is_told(served: tuple[Store, TestClient]) -> None:
    pair = asked(served[1], PAIRS)["data"]["reviewPairs"]["edges"][0]["node"]
    refused = asked(served[1], JUDGE, a=pair["left"]["mention"], b=pair["right"]["mention"], v="maybe")
    assert "is no verdict" in refused["errors"][0]["message"]
