"""The asynchronous reader on Neo4j: the reader's own answers, in one round trip where one is enough."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from api.async_reader import AsyncReader, names_one_node
from api.day import Day
from graph.async_bolt import AsyncBolt
from graph.caller import Caller
from graph.errors import QuestionError, StoreError
from graph.store import Row, Store
from ingest.load import ingest
from ingest.place import load_place
from queries.assets_for_need import AssetsForNeed
from queries.find import Find
from queries.reader import Reader
from queries.who_knows_family import WhoKnowsFamily
from tests.api.serving import client_of
from tests.servers.bolt import empty
from tests.servers.release import Server

HARROWDALE = Path(__file__).parents[2] / "examples" / "harrowdale"
HARTLEY = "records/childrens_social_care.csv#1100234"
CALLER = Caller("somebody", "direct care")


class CountedBolt(AsyncBolt):
    """The asynchronous driver, counting its reads."""

    reads = 0

    async def read(self, text: str, **parameters: object) -> list[Row]:
        """As the driver reads."""
        self.reads += 1
        return await super().read(text, **parameters)


def asked(server: Server, use: Callable[[CountedBolt], Awaitable[None]]) -> None:
    """Use the asynchronous driver in an event loop of its own."""

    async def run() -> None:
        bolt = CountedBolt(server.uri, server.user, server.password)
        try:
            await use(bolt)
        finally:
            await bolt.close()

    asyncio.run(run())


@pytest.fixture(scope="module")
def place(neo4j_526: Server, store_526: Store) -> Iterator[Store]:
    """Harrowdale in Neo4j; tests only read it."""
    empty(neo4j_526)
    ingest(store_526, load_place(HARROWDALE, date(2026, 10, 31)))
    yield store_526
    empty(neo4j_526)


@pytest.mark.neo4j
def test_answers_are_the_readers(neo4j_526: Server, place: Store) -> None:
    """By uid and by record, of one node or of none, with the tree of areas or without."""
    reader = Reader(place, CALLER)
    (family,) = {row["uid"] for row in place.read("MATCH (f:Family) RETURN min(f.uid) AS uid")}
    questions = (
        WhoKnowsFamily(HARTLEY),
        WhoKnowsFamily(family),
        Find("Hartley"),
        AssetsForNeed("social_isolation", area=place.read("MATCH (a:Area) RETURN min(a.uid) AS uid")[0]["uid"]),
    )

    async def use(bolt: CountedBolt) -> None:
        for question in questions:
            assert await AsyncReader(reader, bolt).ask(question) == reader.ask(question)

    asked(neo4j_526, use)


@pytest.mark.neo4j
def test_a_family_by_uid_is_one_round_trip(neo4j_526: Server, place: Store) -> None:
    """The day is read once for the application, and the uid is not looked up first."""
    reader = Reader(place, CALLER)
    rows = place.read(
        "MATCH (f:Family)<-[:MEMBER_OF]-()<-[:SAME_AS]-()<-[:SUPPORTS]-() RETURN DISTINCT f.uid AS uid ORDER BY uid"
    )

    async def use(bolt: CountedBolt) -> None:
        asking = AsyncReader(reader, bolt, Day(bolt))
        for row in rows[:5]:
            assert (await asking.ask(WhoKnowsFamily(row["uid"]))).rows
        assert bolt.reads == 1 + 5

    asked(neo4j_526, use)


@pytest.mark.neo4j
def test_what_is_wrong_is_said_as_the_reader_says_it(neo4j_526: Server, place: Store) -> None:
    """A uid of nobody is not an empty answer, and a text that is no Cypher is the store's to refuse."""

    async def use(bolt: CountedBolt) -> None:
        with pytest.raises(QuestionError):
            await AsyncReader(Reader(place, CALLER), bolt).ask(WhoKnowsFamily("family-0000000000000000"))
        with pytest.raises(StoreError, match="answered"):
            await bolt.read("MATCH (n RETURN n")

    asked(neo4j_526, use)


@pytest.mark.neo4j
def test_graphql_on_neo4j(neo4j_526: Server, place: Store) -> None:
    """The whole way: the application, its asynchronous driver, rows and their nodes."""
    query = (
        "query ($family: String!) { whoKnowsFamily(family: $family) "
        "{ edges { node { fullName lastContact practitionerNode { fullName } } } } }"
    )
    with client_of(place, neo4j_user=neo4j_526.user, neo4j_password=neo4j_526.password) as client:
        found = client.post("/graphql", json={"query": query, "variables": {"family": HARTLEY}}).json()
    rows = [edge["node"] for edge in found["data"]["whoKnowsFamily"]["edges"]]
    assert rows
    assert all(row["fullName"] == row["practitionerNode"]["fullName"] for row in rows)


def test_a_server_that_is_not_there() -> None:
    """The cure is told, and no driver's error shows."""

    async def use() -> None:
        bolt = AsyncBolt("bolt://127.0.0.1:9")
        try:
            with pytest.raises(StoreError, match="was lost"):
                await bolt.read("RETURN 1 AS one")
        finally:
            await bolt.close()

    asyncio.run(use())


def test_only_a_plain_uid_is_not_looked_up() -> None:
    """Words, records, searches and second names take the reader's own way."""
    uid = "family-0123456789abcdef"
    assert names_one_node(WhoKnowsFamily(uid))
    assert not names_one_node(WhoKnowsFamily("Hartley"))
    assert not names_one_node(WhoKnowsFamily("person-0123456789abcdef"))
    assert not names_one_node(Find(uid))
