"""The Neo4j releases that every query must agree on, and what each needs to run."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Release:
    """One published Neo4j Community version; `java` is the oldest and newest Java it runs on."""

    version: str
    main_class: str
    java: tuple[int, int]
    java_options: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Server:
    """A Neo4j that answers at `uri`; `version` is the release asked for: "5.26" or "2026"."""

    uri: str
    user: str
    password: str = field(repr=False)
    version: str


class Unobtainable(Exception):
    """This machine has no way to get a Neo4j; the message says what would give it one."""


RELEASES: dict[str, Release] = {
    "5.26": Release("5.26.30", "org.neo4j.server.CommunityEntryPoint", (17, 21)),
    "2026": Release(
        "2026.08.1",
        "org.neo4j.server.Neo4jCommunity",
        (21, 25),
        ("--enable-native-access=ALL-UNNAMED",),
        # It would look for other servers on the network.
        ("dbms.fleet_manager.enabled=false",),
    ),
}


def release(version: str) -> Release:
    """The release that tests mean by `version`; KeyError names those there are."""
    try:
        return RELEASES[version]
    except KeyError:
        raise KeyError(f'no Neo4j "{version}" here; there are {", ".join(RELEASES)}') from None
