"""A restricted family over GraphQL: nothing that tells where its people live or learn."""

import json
from collections.abc import Iterator

import pytest

from tests.api.serving import Ask, Counted, client_of

FULL = """query ($family: String!) { whoKnowsFamily(family: $family) { unseen edges { node {
  fullName organisation capacity people evidence { record words person } } } } }"""
FAMILIES = "MATCH (f:Family) WHERE f.restricted = true RETURN f.uid AS uid ORDER BY uid"
PLACES = """MATCH (f:Family {uid: $uid})<-[:MEMBER_OF]-(p:Person)<-[:SAME_AS]-(m:Mention)
RETURN DISTINCT m.postcode AS postcode, m.address AS address, m.record AS record ORDER BY record"""


def families(store: Counted) -> Iterator[str]:
    """Restricted families' uids."""
    yield from (row["uid"] for row in store.read(FAMILIES))


def test_nothing_tells_where_they_are(ask: Ask, harrowdale: Counted) -> None:
    """No postcode, address, record number or words of any restricted family in all that is answered."""
    answered = 0
    for uid in families(harrowdale):
        found = ask(FULL, family=uid)["data"]["whoKnowsFamily"]
        answered += bool(found["edges"])
        shown = json.dumps(found, ensure_ascii=False)
        for row in harrowdale.read(PLACES, uid=uid):
            assert not [said for said in row.values() if said and said in shown]
        evidence = [one for edge in found["edges"] for one in edge["node"]["evidence"]]
        assert not [one for one in evidence if "#" in one["record"] or one["words"]]
        assert bool(found["unseen"]) is bool(found["edges"])
    assert answered


def test_a_cleared_caller_sees_the_evidence(harrowdale: Counted) -> None:
    """The same question by somebody who may know."""
    with client_of(harrowdale, cleared=True) as client:
        for uid in families(harrowdale):
            found = client.post("/graphql", json={"query": FULL, "variables": {"family": uid}}).json()
            edges = found["data"]["whoKnowsFamily"]["edges"]
            if edges:
                assert all("#" in one["record"] for edge in edges for one in edge["node"]["evidence"])
                return
    pytest.fail("no restricted family is known by anybody")
