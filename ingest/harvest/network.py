"""Connections to a feed: a name is looked up once, and that very address is checked and connected to."""

import socket
import ssl
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import httpcore

from graph.errors import KithError
from ingest.harvest.addresses import refusal

Resolve = Callable[[str, int], list[str]]
"""From a host name and port to its addresses."""


class Refused(KithError):
    """Something a harvest must not do, whatever a feed says."""


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host, as the system's resolver tells them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


@dataclass
class Deadline:
    """When an answer must have come whole: a feed that drips must not hold a harvest up."""

    until: float = float("inf")

    def within(self, timeout: float | None) -> float:
        """The time left for one step.

        Raises httpcore.ReadTimeout when there is none.
        """
        left = self.until - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the answer took too long as a whole")
        return left if timeout is None else min(timeout, left)


@dataclass
class Network(httpcore.NetworkBackend):
    """Connects to public addresses, and to private ones of the hosts that are allowed to have such."""

    private_hosts: frozenset[str] = frozenset()
    resolve: Resolve = resolve
    deadline: Deadline = field(default_factory=Deadline)
    _plain: httpcore.SyncBackend = field(default_factory=httpcore.SyncBackend)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the host's first address that answers.

        Raises Refused where any of its addresses is one that no feed may be at.
        """
        failed: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in self._addresses(host, port):
            try:
                options = list(socket_options or [])
                stream = self._plain.connect_tcp(address, port, self.deadline.within(timeout), local_address, options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as wrong:
                failed = wrong
            else:
                return Stream(stream, self.deadline)
        raise failed

    def _addresses(self, host: str, port: int) -> list[str]:
        try:
            found = self.resolve(host, port)
        except (OSError, UnicodeError) as unknown:
            raise httpcore.ConnectError(f"{host} is not known") from unknown
        for address in found:
            if why := refusal(address, host in self.private_hosts):
                raise Refused(
                    f"{host} is at {address}, which {why}",
                    "Check the address of the feed; one on a private network of yours must be allowed by name",
                )
        return found


class Stream(httpcore.NetworkStream):
    """A connection that gives up when its deadline has passed."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner, self._deadline = inner, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """What comes next, within the time left."""
        return self._inner.read(max_bytes, self._deadline.within(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send, within the time left."""
        self._inner.write(buffer, self._deadline.within(timeout))

    def close(self) -> None:
        """Close the connection."""
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The same connection, encrypted, and the host's certificate checked."""
        return Stream(self._inner.start_tls(ssl_context, server_hostname, self._deadline.within(timeout)), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """What httpcore asks of a connection."""
        return self._inner.get_extra_info(info)
