"""A connection cut before or after a COMMIT, and the run done again, leaves the graph of a clean run."""

import os
import random
from dataclasses import replace
from datetime import date

import pytest

from graph import export
from graph.bolt import BoltStore
from graph.errors import StoreError
from graph.store import Store
from ingest import run
from ingest.load import ingest
from ingest.place import Place, load_place
from tests.harrowdale.truth import PLACE
from tests.servers.bolt import empty
from tests.servers.proxy import cutting
from tests.servers.release import Server

SHORT = 4
CUTS = int(os.environ.get("KITH_CUTS", SHORT))
"""`make soak` asks for more."""


@pytest.mark.neo4j
def test_cut_connections(neo4j_526: Server, store_526: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "BATCH", 7)
    place = _records()
    empty(neo4j_526)
    ingest(store_526, place)
    expected = export.digest(store_526.export())
    # The proxy that never cuts counts the commits of a whole run.
    empty(neo4j_526)
    commits = _run(neo4j_526, place, at_commit=0, after=False)
    ended = 0
    for number in range(CUTS):
        empty(neo4j_526)
        # How many commits there are depends a little on time: a hold on the store is renewed by the clock.
        at = random.Random(number).randint(1, commits * 3 // 4)
        ended += _run(neo4j_526, place, at, after=number % 2 == 1) < 0
        ingest(store_526, place)
        assert export.digest(store_526.export()) == expected, f"cut {number} at commit {at} of {commits}"
    assert ended
    print(f"\n{CUTS} cuts, {ended} of them ended the run; the others the driver could mend by itself")


def _run(server: Server, place: Place, at_commit: int, after: bool) -> int:
    """A run through a proxy; returns the commits seen, or -1 where the cut ended it."""
    with cutting(server, at_commit, after) as proxy:
        try:
            store = BoltStore(proxy.uri, server.user, server.password)
            try:
                ingest(store, place)
            finally:
                store.close()
        except StoreError:
            return -1
        return proxy.commits


def _records() -> Place:
    """All records, or a few sources of them for the short form."""
    place = load_place(PLACE, date(2026, 10, 31))
    records = [one for one in place.supplies if one.mapping.reads.format != "note"]
    return replace(place, supplies=tuple(records if CUTS > SHORT else records[:: len(records) // 4]))
