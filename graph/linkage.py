"""The port to linkage: who is who is said by `linkage.residents`, and asked for here.

`graph` knows no scoring, and yet what it takes back or is told to part must be thought over anew; so this
is a port like that to an engine, and knows what stands behind it by name only.
"""

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from graph.store import Row, Store

UNLINKED = "MATCH (m:Mention) WHERE NOT EXISTS { MATCH (m)-[:SAME_AS]->(p:Person) } RETURN m.uid AS uid ORDER BY uid"


class Linkage(Protocol):
    """What says who is who."""

    def link(self, store: Store, touched: Iterable[str]) -> set[str]:
        """Point each touched mention, and whoever may be the same, at a person; returns persons changed."""

    def compare_services(self, store: Store) -> None:
        """Keep which services are, or may be, listed twice."""

    def released(self, store: Store, records: list[str]) -> list[Row]:
        """Who may be compared again once records are gone: `mention` and `person`."""


@cache
def _behind() -> Linkage:
    return cast(Linkage, import_module("linkage.residents"))


def link(store: Store, touched: Iterable[str]) -> set[str]:
    """Say anew who the touched mentions are; returns the uids of persons that came, went or changed."""
    return _behind().link(store, touched)


def released(store: Store, records: list[str]) -> list[Row]:
    """Whoever was told apart by a crowd that may be none once records are gone, as rows of `mention` and `person`."""
    return _behind().released(store, records)


def compare_services(store: Store) -> None:
    """Keep which services are, or may be, listed twice; to be said whenever a service has changed."""
    _behind().compare_services(store)
