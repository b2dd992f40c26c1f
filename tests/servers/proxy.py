"""A connection that breaks: between a driver and its Neo4j, and cut at a chosen COMMIT."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

from .release import Server

COMMIT = b"\x00\x02\xb0\x12\x00\x00"
"""The Bolt message COMMIT, whole: a chunk of two bytes (a structure without fields, signature 0x12) and the end mark."""
READ, ANSWER_SECONDS = 65_536, 5


class CuttingProxy:
    """Passes bytes on both ways, until the n-th COMMIT (0: never): all connections are cut before or after it reached the server."""

    def __init__(self, server: Server, at_commit: int, after: bool) -> None:
        where = urlsplit(server.uri)
        self._server = (where.hostname or "", where.port or 0)
        self._at, self._after = at_commit, after
        self.commits = 0
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.uri = f"bolt://127.0.0.1:{self._listener.getsockname()[1]}"
        self.cut = self._cutting = False
        self._answered = threading.Event()
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Listen no more, and cut what is open."""
        self._listener.close()
        self._cut_all()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                upstream = socket.create_connection(self._server)
                with self._lock:
                    self._open |= {client, upstream}
                for way in ((client, upstream, True), (upstream, client, False)):
                    threading.Thread(target=self._pass_on, args=way, daemon=True).start()

    def _pass_on(self, source: socket.socket, target: socket.socket, upwards: bool) -> None:
        with suppress(OSError):
            while data := source.recv(READ):
                if upwards and COMMIT in data and self._is_the_one():
                    self._at_commit(data, target)
                    return
                if self._cutting:
                    # What the server answers now is lost on its way.
                    self._answered.set()
                    return
                target.sendall(data)
        for one in (source, target):
            _end(one)

    def _is_the_one(self) -> bool:
        with self._lock:
            self.commits += 1
            return self.commits == self._at

    def _at_commit(self, data: bytes, server: socket.socket) -> None:
        self.cut = self._cutting = True
        if self._after:
            server.sendall(data)
            self._answered.wait(ANSWER_SECONDS)
        self._cut_all()

    def _cut_all(self) -> None:
        with self._lock:
            for one in self._open:
                _end(one)
            self._open.clear()
            # Before the lock is let go: what is connected from now on is passed on.
            self._cutting = False


def _end(one: socket.socket) -> None:
    """Close a socket so that its other side hears of it: a close alone says nothing while another thread still receives."""
    with suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)
    one.close()


@contextmanager
def cutting(server: Server, at_commit: int, after: bool) -> Iterator[CuttingProxy]:
    """A proxy before a server for as long as the block lasts."""
    proxy = CuttingProxy(server, at_commit, after)
    try:
        yield proxy
    finally:
        proxy.close()
