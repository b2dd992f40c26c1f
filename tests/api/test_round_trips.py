"""A page of any question costs as many round trips with one row as with five hundred, nodes and evidence and all."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.graphql.connection import MOST
from graph.async_bolt import AsyncBolt
from graph.store import Row, Store
from ingest.load import ingest
from queries.catalogue import catalogue
from queries.nodes import SHOWN
from queries.reader import SPOKEN
from tests.api.selection import document
from tests.api.serving import Counted, client_of
from tests.harrowdale.conftest import harrowdale
from tests.queries.test_engines import ASKED

NODES = "$uids AS chosen"
"""What a text has that reads nodes for fields such as `practitionerNode`."""


class Trips:
    """An application whose reads are counted, of both ways to the store."""

    def __init__(self, client: TestClient, store: Counted) -> None:
        self._client = client
        self._texts = store.texts

    def of(self, title: str, given: dict[str, object], first: int) -> tuple[int, list[str], list[str]]:
        """How many rows a page has, and what was read for it: the question's own texts, and those of nodes."""
        self._texts.clear()
        found: dict[str, Any] = self._client.post("/graphql", json={"query": document(title, given, first)}).json()
        assert "errors" not in found, found["errors"]
        (answer,) = found["data"].values()
        nodes = [text for text in self._texts if NODES in text]
        # The day that the place speaks of is kept for a while on Neo4j, and then read again.
        own = [text for text in self._texts if NODES not in text and text != SPOKEN]
        return len(answer["edges"]), own, nodes


@pytest.fixture
def trips(store: Store, sign_in: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Trips]:
    """Harrowdale, served to a cleared caller, for whom nothing is left out."""
    ingest(store, harrowdale(notes=False))
    counted, read = Counted(store), AsyncBolt.read

    async def reading(bolt: AsyncBolt, text: str, **parameters: object) -> list[Row]:
        counted.texts.append(text)
        return await read(bolt, text, **parameters)

    monkeypatch.setattr(AsyncBolt, "read", reading)
    with client_of(counted, cleared=True, **sign_in) as client:
        yield Trips(client, counted)


def fields_of(title: str) -> Counter[str]:
    """How many fields of a question's document lead to a node of each label; those that lead to any count for all."""
    text = document(title, {}, 1)
    named = (re.sub(r"[AB]$", "", name).capitalize() for name in re.findall(r"\b(\w+)Node \{", text))
    return Counter(named) + Counter(dict.fromkeys(SHOWN, text.count("{__typename")))


def test_a_page_of_many_costs_what_a_page_of_one_does(trips: Trips) -> None:
    """The question's own reads are the same, text for text; nodes are one read a field at most, never one a row."""
    long = 0
    for title, given in ASKED:
        trips.of(title, given, 1)
        _, own, nodes = trips.of(title, given, 1)
        many, own_of_many, nodes_of_many = trips.of(title, given, MOST)
        assert own_of_many == own, title
        for page in (nodes, nodes_of_many):
            labels = Counter(re.findall(r"\(n:(\w+) ", " ".join(page)))
            assert labels <= fields_of(title), (title, labels)
        long += many > 1
    assert long > len(catalogue())
