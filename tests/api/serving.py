"""The application as tests ask it: over a store that counts its reads, and as from this machine."""

from collections.abc import Callable
from typing import Any

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
