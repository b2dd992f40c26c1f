"""GraphQL over HTTP against the same rows by shorter ways, in one run on this machine.

Every round asks after one family three times in turn: by POST /graphql, by a plain FastAPI route that
gives the rows of the same Cypher as JSON, and (on Neo4j, where there is a wire) by the raw driver with
no HTTP at all. GraphQL does more: it shapes rows into answers with evidence, withholds, and types them.
One connection is kept open to each server; both are in threads of this process, on loopback.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from http.client import HTTPConnection
from random import Random
from socket import AF_INET, IPPROTO_TCP, SOCK_STREAM, socket
from statistics import median
from threading import Thread
from time import sleep

import neo4j
import uvicorn
from fastapi import FastAPI

from api.app import create_app
from benchmarks.asking import SUPPORTED
from benchmarks.crowd import settle_people
from benchmarks.ground import empty_store
from benchmarks.measure import Measure, seconds
from benchmarks.population import AS_OF
from graph.async_bolt import AsyncBolt
from graph.settings import Settings
from graph.store import Row, Store
from queries.question import plain
from queries.who_knows_family import WhoKnowsFamily

ASKED, WARM_UP = 500, 300
PLAIN_GOAL, RAW_GOAL = 1.5, 3.8
"""The first is strawberry with its caches over plain FastAPI; the second what @neo4j/graphql with @cypher takes."""
MILLISECONDS = 1_000.0
BOOT_SECONDS = 20.0
Ask = Callable[[str], object]
QUERY = """query ($family: String!, $day: Date) { whoKnowsFamily(family: $family, asOf: $day) { edges { node {
  practitioner fullName organisation capacity people firstContact lastContact ended status strength
  evidence { record saidOn words } } } } }"""


def measure(people: int, location: str) -> list[Measure]:
    """The median of POST /graphql, as ratios to the plain route and, on Neo4j, to the raw driver."""
    with empty_store(location) as store, ExitStack() as stack:
        settle_people(store, people)
        known = [row["uid"] for row in store.read(SUPPORTED)]
        settings = Settings()
        sides: dict[str, Ask] = {
            "GraphQL": _graphql(stack.enter_context(served(create_app(settings, store)))),
            "a plain JSON route": _plain(stack.enter_context(served(plain_app(settings, store)))),
        }
        if store.engine == "neo4j":
            sides["the raw driver"] = stack.enter_context(_raw(settings, store.location))
        times = _in_turn(sides, Random(people).choices(known, k=WARM_UP + ASKED))
    ours, *baselines = times
    goals = {"a plain JSON route": PLAIN_GOAL, "the raw driver": RAW_GOAL}
    return [
        Measure(f"POST /graphql whoKnowsFamily p50 against {name}", times[ours], "ms", goals[name], times[name])
        for name in baselines
    ]


def _in_turn(sides: dict[str, Ask], families: list[str]) -> dict[str, float]:
    """The median milliseconds of each side, all asking after one family before the next."""
    taken: dict[str, list[float]] = {name: [] for name in sides}
    for family in families:
        for name, ask in sides.items():
            taken[name].append(seconds(lambda: ask(family)))  # noqa: B023  it is called at once
    return {name: median(times[WARM_UP:]) * MILLISECONDS for name, times in taken.items()}


def plain_app(settings: Settings, store: Store) -> FastAPI:
    """An application with one route: the rows of who_knows_family's Cypher as JSON."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        on_neo4j = store.engine == "neo4j"
        app.state.bolt = AsyncBolt(store.location, settings.neo4j_user, settings.neo4j_password) if on_neo4j else None
        yield
        if app.state.bolt:
            await app.state.bolt.close()

    app = FastAPI(lifespan=lifespan)

    @app.get("/family/{family}")
    async def family(family: str) -> list[Row]:
        text = WhoKnowsFamily.text()
        bolt = app.state.bolt
        return await bolt.read(text, family=family) if bolt else store.read(text, family=family)

    return app


@contextmanager
def served(app: FastAPI) -> Iterator[HTTPConnection]:
    """An application served on a free port of 127.0.0.1, and a connection to it."""
    # Named as TCP: asyncio sets TCP_NODELAY only then, and without it every answer waits 40 ms for an ACK.
    with socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) as listening:
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", access_log=False))
        thread = Thread(target=asyncio.run, args=(server.serve([listening]),), daemon=True)
        thread.start()
        waited = 0.0
        while not server.started:
            if waited > BOOT_SECONDS or not thread.is_alive():
                raise RuntimeError("the application did not start")
            sleep(0.02)
            waited += 0.02
        connection = HTTPConnection("127.0.0.1", listening.getsockname()[1], timeout=30)
        try:
            yield connection
        finally:
            connection.close()
            server.should_exit = True
            thread.join()


def _graphql(connection: HTTPConnection) -> Ask:
    def ask(family: str) -> object:
        body = json.dumps({"query": QUERY, "variables": {"family": family, "day": plain(AS_OF)}})
        connection.request("POST", "/graphql", body, {"Content-Type": "application/json"})
        found = json.loads(connection.getresponse().read())
        assert found["data"]["whoKnowsFamily"]["edges"], found
        return found

    return ask


def _plain(connection: HTTPConnection) -> Ask:
    def ask(family: str) -> object:
        connection.request("GET", f"/family/{family}")
        found = json.loads(connection.getresponse().read())
        assert found
        return found

    return ask


@contextmanager
def _raw(settings: Settings, address: str) -> Iterator[Ask]:
    auth = (settings.neo4j_user, settings.neo4j_password) if settings.neo4j_password else None
    text = WhoKnowsFamily.text()
    with neo4j.GraphDatabase.driver(address, auth=auth, notifications_min_severity="OFF") as driver, driver.session() as session:
        yield lambda family: session.run(text, family=family).data()
