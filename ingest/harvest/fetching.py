"""One answer of a feed as JSON: asked for politely, again where that may help, and never more than can be borne."""

import email.utils
import json
import random
import ssl
import time
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Any

import httpcore
import httpx
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt

from graph.errors import KithError
from ingest.harvest.manners import Manners
from ingest.harvest.network import Network
from ingest.harvest.transport import Transport
from ingest.readers.depth import too_deep

AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Answers after which it may go better later."""


class FeedError(KithError):
    """The feed does not give what it should; what was fetched before is kept."""


class Missing(FeedError):
    """The feed has nothing at an address."""


class Again(Exception):
    """An attempt that failed in a way that may pass."""

    def __init__(self, what: str, after: float | None = None) -> None:
        super().__init__(what)
        self.after = after
        """Seconds that the feed itself asks us to wait."""


@dataclass(frozen=True)
class Answer:
    """What a feed said: the JSON, its size, and the feed's own clock."""

    found: Any
    size: int
    told_at: datetime | None


@dataclass
class Fetcher:
    """Fetches from one feed; `sleep` is what waits between attempts."""

    network: Network
    manners: Manners = field(default_factory=Manners)
    plain: bool = False
    sleep: Callable[[float], None] = time.sleep
    trust: ssl.SSLContext | None = None
    """Whose certificates count; without it, those that the public web goes by."""

    def __post_init__(self) -> None:
        agent = f"Kith/{version('kith')} (takes in Open Referral feeds)"
        self._client = httpx.Client(
            transport=Transport(self.network, self.plain, self.trust),
            headers={"User-Agent": agent, "Accept": "application/json", "Accept-Encoding": "gzip"},
            timeout=httpx.Timeout(self.manners.silence, connect=self.manners.connect),
            follow_redirects=True,
            max_redirects=5,
            trust_env=False,
        )

    def close(self) -> None:
        """Close all connections."""
        self._client.close()

    def fetch(self, url: str, parameters: Mapping[str, str | int] | None = None) -> Answer:
        """The JSON at an address.

        Raises FeedError when all attempts failed, with what the last one met; Refused for an address that may not be asked.
        """
        tries = Retrying(
            stop=stop_after_attempt(self.manners.attempts),
            wait=self._wait,
            retry=retry_if_exception_type(Again),
            sleep=self.sleep,
            reraise=True,
        )
        try:
            return tries(self._attempt, url, parameters or {})
        except Again as last:
            raise FeedError(
                f"{_shown(url)} {last}, {self.manners.attempts} times",
                "Harvest again later: it goes on where it stopped; if it lasts, ask the publisher of the feed",
            ) from last

    def _wait(self, state: RetryCallState) -> float:
        """Longer from attempt to attempt, never shorter than the feed asks for."""
        failed = state.outcome.exception() if state.outcome else None
        asked = failed.after if isinstance(failed, Again) else None
        backoff = min(self.manners.longest_wait, self.manners.first_wait * 2.0 ** (state.attempt_number - 1))
        return max(asked or 0.0, backoff * random.uniform(0.5, 1.0))

    def _attempt(self, url: str, parameters: Mapping[str, str | int]) -> Answer:
        self.network.deadline.until = time.monotonic() + self.manners.page_seconds
        try:
            with self._client.stream("GET", httpx.URL(url).copy_merge_params(dict(parameters))) as answer:
                self._check(url, answer)
                body = self._body(url, answer)
                return Answer(_parsed(url, body), len(body), _clock(answer))
        except (httpcore.TimeoutException, httpx.TimeoutException) as slow:
            raise Again("did not answer in time") from slow
        except httpx.TooManyRedirects as circle:
            raise FeedError(f"{_shown(url)} leads from one address to the next without end", "Check the address") from circle
        except (httpx.InvalidURL, httpx.UnsupportedProtocol, httpcore.UnsupportedProtocol) as wrong:
            raise FeedError(f"{_shown(url)} is no address ({wrong})", "Check the address of the feed") from wrong
        except (httpcore.NetworkError, httpcore.ProtocolError, httpx.TransportError) as broken:
            raise Again(f"broke off ({_reason(broken)})") from broken

    def _check(self, url: str, answer: httpx.Response) -> None:
        if answer.status_code in AGAIN:
            after = _retry_after(answer.headers.get("Retry-After"))
            if after is not None and after > self.manners.patience:
                raise FeedError(
                    f"{_shown(url)} asks not to be asked again for {after:.0f} seconds",
                    "Harvest again after that: it goes on where it stopped",
                )
            raise Again(f"answered {answer.status_code}", after)
        if answer.status_code in (404, 410):
            raise Missing(f"{_shown(url)} is not there ({answer.status_code})", "Check the address of the feed")
        if answer.status_code != 200:
            raise FeedError(f"{_shown(url)} answered {answer.status_code}", "Check that the feed is open to everybody")

    def _body(self, url: str, answer: httpx.Response) -> bytes:
        """The whole body, unpacked; no more of it than the limit is ever held."""
        held = bytearray()
        unpack = _unpacker(url, answer.headers.get("Content-Encoding", "").strip().lower())
        for chunk in answer.iter_raw():
            held += unpack(chunk, self.manners.page_bytes + 1 - len(held))
            if len(held) > self.manners.page_bytes:
                raise FeedError(
                    f"{_shown(url)} answers with over {self.manners.page_bytes:,} bytes",
                    "Ask for fewer objects a page (--per-page)",
                )
            self.network.deadline.within(None)
        return bytes(held)


def _unpacker(url: str, packed: str) -> Callable[[bytes, int], bytes]:
    """What unpacks the pieces of a body to so many bytes at most: a small answer may unpack to any size."""
    if packed in ("", "identity"):
        return lambda chunk, most: chunk[:most]
    if packed != "gzip":
        raise FeedError(f"{_shown(url)} answers packed as {packed!r}, which was not asked for", "Ask the publisher of the feed")
    unzip = zlib.decompressobj(zlib.MAX_WBITS | 16)

    def unpack(chunk: bytes, most: int) -> bytes:
        try:
            return unzip.decompress(chunk, most)
        except zlib.error as broken:
            raise Again("answered with something that does not unpack") from broken

    return unpack


def _parsed(url: str, body: bytes) -> Any:
    try:
        found = json.loads(body)
        deep = too_deep(found)
    except RecursionError:
        deep = True
    except ValueError as broken:
        raise Again("answered with something that is no JSON") from broken
    if deep:
        raise FeedError(f"{_shown(url)} answers with objects nested too deep", "Ask the publisher of the feed")
    return found


def _retry_after(written: str | None) -> float | None:
    """Seconds out of a Retry-After: a number of them, or a date."""
    if not written:
        return None
    if written.strip().isdigit():
        return float(written)
    try:
        when = email.utils.parsedate_to_datetime(written)
    except ValueError:
        return None
    return max(0.0, (when - datetime.now(UTC)).total_seconds()) if when.tzinfo else None


def _clock(answer: httpx.Response) -> datetime | None:
    try:
        told = email.utils.parsedate_to_datetime(answer.headers["Date"])
    except (KeyError, ValueError):
        return None
    return told if told.tzinfo else None


def _shown(url: str) -> str:
    """An address without what stands behind its question mark, which may be a key."""
    return url.partition("?")[0]


def _reason(broken: Exception) -> str:
    return str(broken) or type(broken).__name__
