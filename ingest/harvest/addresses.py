"""Which network addresses a feed may be at: public ones, and private ones only where somebody said so."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

METADATA = frozenset(
    ip_address(address)
    for address in (
        "169.254.169.254",  # most clouds
        "169.254.170.2",  # containers on AWS
        "100.100.100.200",  # Alibaba
        "168.63.129.16",  # Azure, a public address that answers inside alone
        "192.0.0.192",  # Oracle
        "fd00:ec2::254",  # AWS
        "fd20:ce::254",  # Google
    )
)
"""Where clouds tell a machine its secrets."""
TUNNELS = tuple(IPv6Network(net) for net in ("2002::/16", "2001::/32", "64:ff9b:1::/48", "::/96"))
"""Addresses that hold another one in them: 6to4, Teredo, local translation, and the old IPv4-compatible ones."""
TRANSLATED = IPv6Network("64:ff9b::/96")
"""How a network of IPv6 alone reaches an IPv4 address, which is its last four bytes (RFC 6052)."""


def refusal(address: str, private: bool) -> str | None:
    """Why an address may not be connected to; None where it may.

    >>> refusal("93.184.216.34", False), refusal("::ffff:127.0.0.1", False), refusal("10.0.0.8", True)
    (None, 'is of this machine', None)
    >>> refusal("169.254.169.254", True), refusal("64:ff9b::a9fe:a9fe", True)
    ('is where clouds keep secrets', 'is where clouds keep secrets')
    """
    found = _within(ip_address(address.partition("%")[0]))
    if found in METADATA:
        return "is where clouds keep secrets"
    if found.is_loopback:
        return None if private else "is of this machine"
    if isinstance(found, IPv6Address) and any(found in net for net in TUNNELS):
        return "hides another address"
    if found.is_unspecified or found.is_multicast or found.is_link_local or found.is_reserved:
        return "is of a kind no feed can be at"
    return None if found.is_global or private else "is private"


def _within(found: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The address that is meant: an IPv4 address told as IPv6 is that IPv4 address."""
    if isinstance(found, IPv4Address):
        return found
    if found in TRANSLATED:
        return IPv4Address(int(found) & 0xFFFFFFFF)
    return found.ipv4_mapped or found
