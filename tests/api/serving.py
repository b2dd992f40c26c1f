"""The application as tests ask it: over a store that counts its reads, and as from this machine."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from socket import AF_INET, IPPROTO_TCP, SOCK_STREAM, socket
from threading import Thread
from time import sleep
from typing import Any

import uvicorn
from fastapi import FastAPI
from starlette.testclient import TestClient

from api.app import create_app
from graph.settings import Settings
from graph.store import Row, Store

Ask = Callable[..., dict[str, Any]]
"""A query and its variables in, the result as JSON out."""


class Counted:
    """A store that keeps the texts it was asked to read."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.texts: list[str] = []

    def read(self, text: str, **parameters: object) -> list[Row]:
        """As the store reads."""
        self.texts.append(text)
        return self._store.read(text, **parameters)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)


def client_of(store: Any, **settings: Any) -> TestClient:
    """A client of the application over a store."""
    app = create_app(Settings(_env_file=None, **settings), store)
    return TestClient(app, base_url="http://127.0.0.1:8000", client=("127.0.0.1", 50000), raise_server_exceptions=False)


@contextmanager
def server_of(store: Any, **settings: Any) -> Iterator[str]:
    """A real server of the application over a store, on a free port of this machine; its address, as HOST:PORT."""
    with served(create_app(Settings(_env_file=None, **settings), store)) as address:
        yield address


@contextmanager
def served(app: FastAPI) -> Iterator[str]:
    """An application served for as long as the block lasts."""
    with socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) as listening:
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", access_log=False))
        thread = Thread(target=asyncio.run, args=(server.serve([listening]),), daemon=True)
        thread.start()
        while not server.started:
            assert thread.is_alive(), "the application did not start"
            sleep(0.02)
        try:
            yield f"127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(20)
            assert not thread.is_alive(), "the application did not stop"
