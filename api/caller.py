"""The caller until sign-in is there: a setting, and only for who sits at the same machine."""

from collections.abc import Iterable
from ipaddress import ip_address

from graph.caller import Caller
from graph.errors import KithError
from graph.settings import Settings

CURE = "Until sign-in is there, Kith answers on this machine only: use --host 127.0.0.1 and open it from here"
FORWARDED = frozenset({b"forwarded", b"x-forwarded-for", b"x-forwarded-host", b"x-real-ip"})
"""Headers of a proxy, behind which anybody would look like a neighbour on loopback."""


class CallerError(KithError):
    """Nobody knows who asks, so nothing may be answered."""


def development_caller(settings: Settings) -> Caller:
    """Who asks, as KITH_CALLER, KITH_PURPOSE and KITH_CLEARED say."""
    return Caller(settings.caller, settings.purpose, settings.cleared)


def check_host(host: str) -> None:
    """Raise CallerError where a server would listen on more than this machine."""
    if not is_loopback(host):
        raise CallerError(f"the development caller may not be served on {host}", CURE)


def check_request(client: str | None, headers: Iterable[tuple[bytes, bytes]]) -> None:
    """Raise CallerError where a request comes from elsewhere, through a proxy, or under another host's name.

    The name counts because a web page elsewhere may let its own name point at 127.0.0.1 (DNS rebinding).
    """
    if client is None or not is_loopback(client):
        raise CallerError("this request comes from another machine", CURE)
    hosts = []
    for header, value in headers:
        if header in FORWARDED:
            raise CallerError("this request comes through a proxy", CURE)
        if header == b"host":
            hosts.append(value.decode("latin-1"))
    if len(hosts) != 1 or not is_loopback(without_port(hosts[0])):
        raise CallerError("this request names another host than this machine", CURE)


def is_loopback(host: str) -> bool:
    """Whether a host is this machine itself: localhost, 127.0.0.0/8 or ::1.

    >>> is_loopback("127.8.0.1"), is_loopback("::ffff:127.0.0.1"), is_loopback("0.0.0.0"), is_loopback("kith.example")
    (True, True, False, False)
    """
    if host == "localhost":
        return True
    try:
        address = ip_address(host)
    except ValueError:
        return False
    inner = getattr(address, "ipv4_mapped", None)
    return (inner or address).is_loopback


def without_port(host: str) -> str:
    """The host of a Host header.

    >>> without_port("[::1]:8000"), without_port("localhost:8000"), without_port("127.0.0.1")
    ('::1', 'localhost', '127.0.0.1')
    """
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0].lower()
