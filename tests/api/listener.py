"""Somebody who follows over a websocket, as tests have it: a real client of the protocol."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from websockets.sync.client import ClientConnection, connect

FOLLOW = """subscription ($family: String!) { familyChanged(family: $family) {
  family familyNode { uid fullName } asOf more unseen
  changes { how kind happenedOn what who people evidence { record saidOn words } } } }"""


class Listener:
    """One websocket of graphql-transport-ws."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket

    def say(self, **message: Any) -> None:
        """Send a message."""
        self.socket.send(json.dumps(message))

    def hear(self, seconds: float = 20) -> dict[str, Any]:
        """The next message; raises TimeoutError where there is none, ConnectionClosed where the socket is closed."""
        heard: dict[str, Any] = json.loads(self.socket.recv(timeout=seconds))
        return heard

    def follow(self, family: str, id: str = "1", query: str = FOLLOW) -> dict[str, Any]:
        """Follow a family; what the first message says."""
        self.say(id=id, type="subscribe", payload={"query": query, "variables": {"family": family}})
        return self.told()

    def told(self, seconds: float = 20) -> dict[str, Any]:
        """What the next message says of a family."""
        heard = self.hear(seconds)
        assert heard["type"] == "next" and "errors" not in heard["payload"], heard
        found: dict[str, Any] = heard["payload"]["data"]["familyChanged"]
        return found

    def hears_nothing(self, seconds: float = 2.5) -> bool:
        """Whether nothing is said for some seconds."""
        try:
            heard = self.hear(seconds)
        except TimeoutError:
            return True
        raise AssertionError(heard)


@contextmanager
def listening(address: str, **how: Any) -> Iterator[Listener]:
    """A socket that was greeted."""
    with connect(f"ws://{address}/graphql", subprotocols=["graphql-transport-ws"], **how) as socket:  # type: ignore[list-item]
        listener = Listener(socket)
        listener.say(type="connection_init")
        assert listener.hear() == {"type": "connection_ack"}
        yield listener


def events(told: dict[str, Any]) -> set[tuple[str, str, str | None, str, str | None]]:
    """The changes of a message, each as how, kind, day, what and who."""
    return {tuple(one[name] for name in ("how", "kind", "happenedOn", "what", "who")) for one in told["changes"]}  # type: ignore[misc]
