"""Where a harvest may go, and how much of it a feed can take: hosts, redirects, resolvers, certificates, sizes, times."""

import ssl
import time
from pathlib import Path

import pytest
import trustme

from ingest.harvest.addresses import refusal
from ingest.harvest.course import Course, Harvested
from ingest.harvest.fetching import FeedError, Fetcher
from ingest.harvest.folder import Folder
from ingest.harvest.manners import Manners
from ingest.harvest.network import Network, Refused, resolve
from tests.ingest.harvest.conftest import LOCAL, Harvest
from tests.ingest.harvest.feed import Feed, bomb, drip, fail, say, served

REFUSED = [
    "127.0.0.1",
    "127.8.8.8",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "100.64.0.1",
    "fd12:3456::1",
    "0.0.0.0",
    "::",
    "0.1.2.3",
    "169.254.169.254",
    "fe80::1",
    "fe80::1%eth0",
    "224.0.0.1",
    "ff02::1",
    "240.0.0.1",
    "255.255.255.255",
    "192.0.2.1",
    "2001:db8::1",
    "fd00:ec2::254",
    "100.100.100.200",
    "168.63.129.16",
    "2002:7f00:1::",
    "2001:0:7f00:1::",
    "64:ff9b::7f00:1",
    "::127.0.0.1",
]
NEVER = [
    "169.254.169.254",
    "fe80::1",
    "0.0.0.0",
    "224.0.0.1",
    "240.0.0.1",
    "fd00:ec2::254",
    "168.63.129.16",
    "64:ff9b::a9fe:a9fe",
]


@pytest.mark.parametrize("address", REFUSED)
def test_an_address_that_is_not_public_is_refused(address: str) -> None:
    assert refusal(address, private=False)


@pytest.mark.parametrize("address", NEVER)
def test_some_are_refused_even_where_private_ones_are_allowed(address: str) -> None:
    assert refusal(address, private=True)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822"])
def test_a_public_address_is_not(address: str) -> None:
    assert refusal(address, private=False) is None


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f000001", "127.1", "[::1]"])
def test_loopback_is_found_however_it_is_written(host: str, feed: Feed, harvest: Harvest) -> None:
    """As a name, a number, a hexadecimal number: what is connected to is what counts."""
    with pytest.raises((Refused, FeedError)):
        harvest(url=f"http://{host}:{feed.port}/services", network=Network())
    assert feed.asked == []


class Resolver:
    """A name server that says something else each time it is asked."""

    def __init__(self, *answers: list[str]) -> None:
        self._answers, self.asked = list(answers), 0

    def __call__(self, host: str, port: int) -> list[str]:
        """The next answer; the last one for ever."""
        self.asked += 1
        return self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]


def test_a_name_is_looked_up_once_and_that_address_connected_to(feed: Feed, harvest: Harvest, tmp_path: Path) -> None:
    """A name server that first says what is allowed cannot lead elsewhere after the check."""
    resolver = Resolver(["127.0.0.1"], ["169.254.169.254"])
    network = Network(frozenset({"feed.example"}), resolver)
    assert harvest(url=f"http://feed.example:{feed.port}/services", network=network).objects == 5
    assert resolver.asked == 1, "one connection, one look-up"


def test_a_name_that_turns_inwards_is_refused_then(feed: Feed) -> None:
    """Each new connection is checked anew, so that a change of mind helps nobody."""
    fetcher = Fetcher(Network(frozenset({"feed.example"}), Resolver(["127.0.0.1"], ["169.254.169.254"])), plain=True)
    url = f"http://feed.example:{feed.port}/services"
    feed.tricks[1] = [say(b"{}", {"Connection": "close"})]
    fetcher.fetch(url, {"page": 1})
    with pytest.raises(Refused, match=r"feed\.example is at 169\.254\.169\.254, which is where clouds keep secrets"):
        fetcher.fetch(url, {"page": 2})


def test_one_private_address_among_public_ones_is_enough(feed: Feed, harvest: Harvest) -> None:
    network = Network(resolve=Resolver(["93.184.216.34", "127.0.0.1"]))
    with pytest.raises(Refused, match=r"is at 127\.0\.0\.1, which is of this machine"):
        harvest(url=f"http://feed.example:{feed.port}/services", network=network)


def test_what_is_allowed_is_allowed_to_the_named_host_alone(feed: Feed, harvest: Harvest) -> None:
    """A feed on our network that redirects to another private host is stopped there."""
    network = Network(frozenset({"feed.example"}), Resolver(["127.0.0.1"]))
    feed.tricks[1] = [fail(302, Location=f"http://other.example:{feed.port}/services")]
    with pytest.raises(Refused, match=r"other\.example is at 127\.0\.0\.1"):
        harvest(url=f"http://feed.example:{feed.port}/services", network=network)


@pytest.mark.parametrize("to", ["http://127.0.0.1:{port}/", "http://[::1]:{port}/", "http://169.254.169.254/latest/meta-data"])
def test_a_redirect_inwards_is_refused(feed: Feed, harvest: Harvest, to: str) -> None:
    network = Network(
        frozenset({"feed.example"}), lambda host, port: ["127.0.0.1"] if host == "feed.example" else resolve(host, port)
    )
    feed.tricks[1] = [fail(301, Location=to.format(port=feed.port))]
    with pytest.raises(Refused):
        harvest(url=f"http://feed.example:{feed.port}/services", network=network)
    assert len(feed.asked) == 1


def test_redirects_end(feed: Feed, harvest: Harvest) -> None:
    for page in (0, 1):
        feed.tricks[page] = [fail(302, Location="/services")] * 20
    with pytest.raises(FeedError, match="leads from one address to the next without end"):
        harvest()


@pytest.mark.parametrize("url", ["http://93.184.216.34/services", "ftp://example.org/x", "file:///etc/passwd"])
def test_only_https_unless_plain_http_is_allowed(tmp_path: Path, url: str) -> None:
    fetcher = Fetcher(Network(resolve=Resolver(["127.0.0.1"])), Manners(attempts=1))
    with pytest.raises((Refused, FeedError)):
        Course(url, Folder(tmp_path), fetcher).harvest()


def test_https_does_not_lead_down_to_http(feed: Feed, tmp_path: Path) -> None:
    authority = trustme.CA()
    with served(Feed(), _server(authority, "feed.example")) as safe:
        safe.tricks[1] = [fail(302, Location=f"http://feed.example:{feed.port}/services")]
        with pytest.raises(Refused, match=r"http://feed\.example is not https"):
            _over_tls(safe, authority, tmp_path)


def test_the_certificate_must_be_of_the_name_that_was_asked_for(tmp_path: Path) -> None:
    """The connection goes to an address, the certificate is checked for the name."""
    authority = trustme.CA()
    with served(Feed(), _server(authority, "feed.example")) as right:
        assert _over_tls(right, authority, tmp_path / "right").objects == 5
    with served(Feed(), _server(authority, "other.example")) as wrong, pytest.raises(FeedError, match="broke off"):
        _over_tls(wrong, authority, tmp_path / "wrong")
    with served(Feed(), _server(authority, "feed.example")) as unknown, pytest.raises(FeedError, match="broke off"):
        _over_tls(unknown, trustme.CA(), tmp_path / "unknown")


def _server(authority: trustme.CA, name: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    return context


def _over_tls(feed: Feed, authority: trustme.CA, folder: Path) -> Harvested:
    trust = ssl.create_default_context()
    authority.configure_trust(trust)
    network = Network(frozenset({"feed.example"}), Resolver(["127.0.0.1"]))
    fetcher = Fetcher(network, Manners(per_page=2, pause=0.0, attempts=1), trust=trust)
    try:
        return Course(f"https://feed.example:{feed.port}/services", Folder(folder), fetcher).harvest()
    finally:
        fetcher.close()


@pytest.mark.parametrize("trick", [say(b'"' + b"a" * 200_000 + b'"'), bomb(50_000_000)], ids=["large", "packed"])
def test_a_body_without_end_is_not_held(feed: Feed, harvest: Harvest, trick: object) -> None:
    feed.tricks[1] = [trick]  # type: ignore[list-item]
    with pytest.raises(FeedError, match="answers with over 100,000 bytes"):
        harvest(page_bytes=100_000)


@pytest.mark.parametrize(
    ("packed", "why"), [("br", "was not asked for"), ("gzip, gzip", "was not asked for"), ("gzip", "does not unpack")]
)
def test_a_packing_that_was_not_asked_for_is_refused(feed: Feed, harvest: Harvest, packed: str, why: str) -> None:
    feed.tricks[1] = [say(b"junk", {"Content-Encoding": packed})] * 3
    with pytest.raises(FeedError, match=why):
        harvest()


@pytest.mark.parametrize("head", [False, True], ids=["body", "head"])
def test_a_feed_that_drips_is_left(feed: Feed, harvest: Harvest, head: bool) -> None:
    """Never silent for long enough to time out, and never done: the whole answer has a time too."""
    feed.tricks[1] = [drip(200, 0.05, head)]
    began = time.monotonic()
    with pytest.raises(FeedError, match="did not answer in time"):
        harvest(attempts=1, page_seconds=0.5)
    assert time.monotonic() - began < 3


def test_a_feed_that_is_not_there_is_said(feed: Feed, harvest: Harvest) -> None:
    with pytest.raises(FeedError, match="broke off"):
        harvest(url="http://127.0.0.1:1/services", network=Network(LOCAL))
