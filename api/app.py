"""The application that is served: GraphQL, its page, answers to download, and whether it is well."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.websockets import WebSocket

from api.agreeing import Agreeing
from api.answer_route import download
from api.async_reader import AsyncReader
from api.caller import development_caller
from api.day import Day
from api.following import Following, Follows
from api.graphql.context import Context
from api.graphql.route import answer
from api.graphql.schema import schema
from api.graphql.socket import Socket
from api.judging import Judging
from api.loopback import LoopbackOnly
from api.offering import Offering
from api.saving import Saving
from graph.async_bolt import AsyncBolt
from graph.errors import StoreError
from graph.opening import open_store
from graph.settings import Settings
from graph.store import Store
from queries.reader import Reader

EXPLORER = Path(__file__).parent / "graphql" / "explorer"
PAGE_HEADERS = {
    "Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


class Kith:
    """What all requests of one process share: settings, the store, and on Neo4j the asynchronous driver."""

    def __init__(self, settings: Settings, store: Store) -> None:
        self._settings = settings
        self._store = store
        on_neo4j = store.engine == "neo4j"
        self._bolt = AsyncBolt(store.location, settings.neo4j_user, settings.neo4j_password) if on_neo4j else None
        self._day = Day(self._bolt) if self._bolt else None
        self._following = Following(store, settings.months_current)

    def context(self, lasting: bool = False) -> Context:
        """A request's own context, with a reader for its caller; of a socket, one that lasts."""
        caller = development_caller(self._settings)
        reader = Reader(self._store, caller, self._settings.months_current)
        return Context(
            AsyncReader(reader, self._bolt, self._day),
            Judging(self._store, caller),
            self._store,
            Agreeing(self._store, caller),
            Offering(self._store, caller),
            Saving(self._store, caller),
            Follows(self._following, caller),
            lasting,
        )

    def check(self) -> None:
        """Raise StoreError where the store does not answer."""
        self._store.read("RETURN 1 AS one")

    async def close(self) -> None:
        """Let followers go and close the asynchronous driver; the store is closed by who opened it."""
        await self._following.close()
        if self._bolt:
            await self._bolt.close()


def create_app(settings: Settings | None = None, store: Store | None = None) -> FastAPI:
    """The application over a store, or over the one that settings name, which it then opens and closes itself."""
    chosen = settings or Settings()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        opened = (
            store
            if store is not None
            else await asyncio.to_thread(open_store, chosen.store, chosen.neo4j_user, chosen.neo4j_password)
        )
        app.state.kith = Kith(chosen, opened)
        try:
            yield
        finally:
            await app.state.kith.close()
            if store is None:
                opened.close()

    # FastAPI's own documentation pages load from a CDN.
    app = FastAPI(title="Kith", lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url=None)
    app.add_middleware(LoopbackOnly)
    app.add_route("/graphql", _ask, methods=["POST"])
    app.add_route("/graphql", _explore, methods=["GET"])
    app.router.routes.append(WebSocketRoute("/graphql", _follow))
    app.add_route("/answers/{file}", _download, methods=["GET", "POST"])
    app.add_route("/health", _say_health, methods=["GET"])
    app.mount("/explorer", StaticFiles(directory=EXPLORER))
    return app


async def _ask(request: Request) -> Response:
    kith: Kith = request.app.state.kith
    return await answer(request, schema(), kith.context())


async def _follow(websocket: WebSocket) -> None:
    kith: Kith = websocket.app.state.kith
    await Socket(schema(), kith.context(lasting=True)).run(websocket)


async def _download(request: Request) -> Response:
    kith: Kith = request.app.state.kith
    return await download(request, kith.context().reader)


async def _explore(request: Request) -> Response:
    return FileResponse(EXPLORER / "index.html", headers=PAGE_HEADERS)


async def _say_health(request: Request) -> Response:
    kith: Kith = request.app.state.kith
    try:
        await asyncio.to_thread(kith.check)
    except StoreError as ill:
        return JSONResponse({"status": "ill", "error": ill.what, "cure": ill.cure}, status_code=503)
    return JSONResponse({"status": "well"})
