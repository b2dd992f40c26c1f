"""httpx over our own connections, so that redirects too go only where a harvest may."""

import ssl
from collections.abc import Iterator
from typing import cast

import httpcore
import httpx

from ingest.harvest.network import Network, Refused


class Transport(httpx.BaseTransport):
    """Sends a request by a network that checks every address, and over https unless plain http is allowed."""

    def __init__(self, network: Network, plain: bool = False, trust: ssl.SSLContext | None = None) -> None:
        self._plain = plain
        trusted = trust or httpx.create_ssl_context(trust_env=False)
        self._pool = httpcore.ConnectionPool(ssl_context=trusted, max_connections=2, network_backend=network)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer, its body still to be read.

        Raises Refused for plain http that nobody allowed; httpcore's errors where the connection fails.
        """
        if request.url.scheme != "https" and not (self._plain and request.url.scheme == "http"):
            raise Refused(
                f"{request.url.scheme}://{request.url.host} is not https",
                "Name the feed by its https address, or allow plain http if it has none",
            )
        url = httpcore.URL(
            scheme=request.url.raw_scheme, host=request.url.raw_host, port=request.url.port, target=request.url.raw_path
        )
        asked = httpcore.Request(request.method, url, headers=request.headers.raw, content=b"", extensions=request.extensions)
        answer = self._pool.handle_request(asked)
        return httpx.Response(answer.status, headers=answer.headers, stream=Body(answer), extensions=answer.extensions)

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()


class Body(httpx.SyncByteStream):
    """The body of an answer, as it comes."""

    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from cast(Iterator[bytes], self._answer.stream)

    def close(self) -> None:
        """Give the connection back."""
        self._answer.close()
