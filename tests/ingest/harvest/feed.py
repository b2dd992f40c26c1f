"""A feed of Open Referral on this machine, which pages, and misbehaves as a test asks it to."""

import gzip
import json
import ssl
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.ingest.directory import service

Handler = BaseHTTPRequestHandler
Trick = Callable[[Handler], None]
"""What a feed does in place of a proper answer."""


@dataclass
class Feed:
    """What the feed has, how it pages, and its tricks by the page they are played on."""

    services: list[dict[str, Any]] = field(default_factory=lambda: [service(n) for n in range(1, 6)])
    style: str = "3.0"
    in_full: bool = True
    """Whether the list has objects in full; else their own addresses have."""
    heeds_changes: bool = False
    says_total: int | None = None
    port: int = 0
    tricks: dict[int, list[Trick | None]] = field(default_factory=lambda: defaultdict(list))
    """None among them is a proper answer; 0 stands for the objects' own addresses."""
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)

    @property
    def url(self) -> str:
        """Where the feed's services are."""
        return f"http://127.0.0.1:{self.port}/services"

    def answer(self, handler: Handler) -> None:
        """One request."""
        parts = urlsplit(handler.path)
        asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
        self.asked.append(handler.path)
        self.agents.add(handler.headers["User-Agent"])
        page = int(asked.get("page", 0))
        trick = self.tricks[page].pop(0) if self.tricks[page] else None
        if trick is not None:
            trick(handler)
            return
        own = parts.path.removeprefix("/services").strip("/")
        if own:
            found = next((one for one in self.services if one["id"] == own), None)
            give(handler, found) if found else handler.send_error(404)
            return
        give(handler, self._page(page, int(asked.get("per_page", 2)), asked.get("modified_after")))

    def _page(self, page: int, size: int, since: str | None) -> dict[str, Any]:
        services = [one for one in self.services if not (since and self.heeds_changes) or one["last_modified"] > since]
        shown = services[(page - 1) * size : page * size]
        if not self.in_full:
            shown = [{name: one[name] for name in ("id", "name", "status", "last_modified")} for one in shown]
        pages = -(-len(services) // size)
        total = len(services) if self.says_total is None else self.says_total
        if self.style == "1.x":
            return {"totalElements": total, "totalPages": pages, "number": page, "last": page >= pages, "content": shown}
        return {"total_items": total, "total_pages": pages, "page_number": page, "last_page": page >= pages, "contents": shown}


def give(handler: Handler, found: Any, headers: dict[str, str] | None = None) -> None:
    """A proper answer."""
    body = json.dumps(found).encode()
    handler.send_response(200)
    for name, value in {"Content-Type": "application/json", "Content-Length": str(len(body)), **(headers or {})}.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


def fail(status: int, **headers: str) -> Trick:
    """An answer of another status."""

    def play(handler: Handler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return play


def say(body: bytes, headers: dict[str, str] | None = None, length: int | None = None) -> Trick:
    """Any bytes at all; with a length that promises more than comes, the answer breaks off."""

    def play(handler: Handler) -> None:
        handler.send_response(200)
        for name, value in (headers or {}).items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(body) if length is None else length))
        # Sets close_connection too: what breaks off must not be asked again on the same connection.
        handler.send_header("Connection", "close")
        handler.end_headers()
        handler.wfile.write(body)

    return play


def bomb(size: int) -> Trick:
    """A small answer that unpacks to so many bytes."""
    return say(gzip.compress(b'"' + b"a" * size + b'"'), {"Content-Encoding": "gzip"})


def drip(pieces: int, pause: float, head: bool = False) -> Trick:
    """An answer that comes a byte at a time: its body, or even its head."""

    def play(handler: Handler) -> None:
        if not head:
            handler.send_response(200)
            handler.send_header("Content-Length", str(pieces))
            handler.end_headers()
        for piece in [b"HTTP/1.1 200 OK\r\n"] * head + [b"X" if head else b" "] * pieces:
            try:
                handler.wfile.write(piece)
                handler.wfile.flush()
            except OSError:
                return
            time.sleep(pause)
        handler.close_connection = True

    return play


@contextmanager
def served(feed: Feed, context: ssl.SSLContext | None = None) -> Iterator[Feed]:
    """The feed, for as long as a test needs it."""

    class Answering(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            feed.answer(self)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing: a test's own server is silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    server.daemon_threads = True
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    feed.port = server.server_address[1]
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield feed
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
