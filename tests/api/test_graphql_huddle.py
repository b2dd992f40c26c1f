"""What a huddle agreed, recorded over GraphQL, stands on the next sheet until it is done."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graph.store import Store
from ingest.load import ingest
from tests.api.serving import client_of
from tests.ingest.village import write

AGREE = """mutation ($words: String!, $person: String, $due: Date) {
  agree(words: $words, person: $person, owner: "Tracy Moss", dueOn: $due, on: "2026-10-31") { action } }"""
FINISH = 'mutation ($action: String!) { finishAction(action: $action, cameOf: "She went", on: "2026-11-02") { action } }'
KEPT = "MATCH (a:Action) RETURN a.uid AS uid, a.words AS words, a.owner AS owner, a.came_of AS came_of ORDER BY uid"
Say = Callable[..., dict[str, Any]]


@pytest.fixture
def say(store: Store, tmp_path: Path) -> Say:
    ingest(store, write(tmp_path))

    def said(query: str, **variables: object) -> dict[str, Any]:
        with client_of(store) as client:
            found: dict[str, Any] = client.post("/graphql", json={"query": query, "variables": variables}).json()
        return found

    return said


def test_agreed_once_and_done(say: Say, store: Store) -> None:
    told = {"words": "Take Eve to the park run", "person": "Eve Ray", "due": "2026-11-07"}
    first, second = (say(AGREE, **told)["data"]["agree"]["action"] for _ in range(2))
    assert first == second
    assert say(FINISH, action=first)["data"]["finishAction"]["action"] == first
    assert store.read(KEPT) == [{"uid": first, "words": told["words"], "owner": "Tracy Moss", "came_of": "She went"}]


def test_what_cannot_be_kept_is_one_message(say: Say, store: Store) -> None:
    (nobody,) = say(AGREE, words="Ring her")["errors"]
    assert "not said whom it is for" in nobody["message"]
    (early,) = say(AGREE, words="Ring her", person="Eve Ray", due="2026-10-01")["errors"]
    assert "before it was agreed" in early["message"]
    (unknown,) = say(FINISH, action="action-0000000000000000")["errors"]
    assert "there is no action" in unknown["message"]
    assert store.read(KEPT) == []
