"""The same nodes and edges by cartography's own loader, which many who fill a Neo4j know.

Cartography (PyPI, `pip install 'kith[benchmark]'`) declares nodes and links in classes, from which it
makes its Cypher, and sends 10,000 rows in a transaction. It keeps one edge of a kind between two
nodes, where a bare loader keeps one for each record that says so: it has a little less to write.
"""

import logging
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import field, make_dataclass
from functools import cache
from importlib.util import find_spec
from typing import Any

from neo4j import GraphDatabase, Session

from benchmarks import bare
from benchmarks.measure import seconds
from benchmarks.spool import Spool
from graph.declare import EDGES, NODES
from graph.settings import Settings
from graph.statement import RecordSaid

RECORDS = 10_000
"""At once: cartography's own size of a batch."""
TAG = 1
KEPT = {"lastupdated", "_sub_resource_label", "_sub_resource_id"}
"""What cartography wants on each edge for its own clearing up; given once for a batch."""


def is_installed() -> bool:
    """Whether the extra `benchmark` is."""
    return find_spec("cartography") is not None


def load(location: str, spool: Spool) -> float:
    """Load spooled rows into a Neo4j at an address; returns the seconds that took."""
    logging.getLogger("cartography").setLevel(logging.ERROR)
    settings = Settings()
    auth = (settings.neo4j_user, settings.neo4j_password) if settings.neo4j_password else None
    taken = 0.0
    with closing(GraphDatabase.driver(location, auth=auth)) as driver, driver.session() as session:
        for source, records in _batches(spool):
            nodes, edges = bare.gathered(source, records)
            taken += seconds(lambda nodes=nodes, edges=edges: _write(session, nodes, edges))  # type: ignore[misc]
    return taken


def _batches(spool: Spool) -> Iterator[tuple[str, list[RecordSaid]]]:
    keys: set[str] = set()
    kept: dict[str, list[RecordSaid]] = defaultdict(list)
    for source, page in spool:
        for one in page:
            if one.said is not None and one.said.uid not in keys:
                keys.add(one.said.uid)
                kept[source].append(one.said)
        if len(kept[source]) >= RECORDS:
            yield source, kept.pop(source)
    yield from kept.items()


def _write(session: Session, nodes: dict[str, bare.Rows], edges: dict[bare.Key, bare.Rows]) -> None:
    from cartography.client.core.tx import load as load_nodes
    from cartography.client.core.tx import load_matchlinks

    now = int(time.time())
    for label, rows in nodes.items():
        load_nodes(session, _node(label), [{"id": row["uid"], **row["props"]} for row in rows], lastupdated=now)
    for key, rows in edges.items():
        flat = [{"a": row["a"], "b": row["b"], **row["props"]} for row in rows]
        load_matchlinks(session, _link(key), flat, lastupdated=now, _sub_resource_label=key[1], _sub_resource_id=TAG)


@cache
def _node(label: str) -> Any:
    from cartography.models.core.nodes import CartographyNodeProperties, CartographyNodeSchema

    properties = _declared(CartographyNodeProperties, ["id", *NODES[label].properties], {"lastupdated"})
    return _made(CartographyNodeSchema, label=label, properties=properties)


@cache
def _link(key: bare.Key) -> Any:
    from cartography.models.core.common import PropertyRef
    from cartography.models.core.relationships import (
        CartographyRelProperties,
        CartographyRelSchema,
        LinkDirection,
        make_source_node_matcher,
        make_target_node_matcher,
    )

    kind, start, end = key
    return _made(
        CartographyRelSchema,
        source_node_label=start,
        source_node_matcher=make_source_node_matcher({"id": PropertyRef("a")}),
        target_node_label=end,
        target_node_matcher=make_target_node_matcher({"id": PropertyRef("b")}),
        direction=LinkDirection.OUTWARD,
        rel_label=kind,
        properties=_declared(CartographyRelProperties, EDGES[key].properties, KEPT),
    )


def _declared(base: type, names: Any, given_once: set[str]) -> Any:
    from cartography.models.core.common import PropertyRef

    refs = {name: PropertyRef(name) for name in names} | {name: PropertyRef(name, set_in_kwargs=True) for name in given_once}
    fields = [(name, PropertyRef, field(default=ref)) for name, ref in refs.items()]
    return make_dataclass(f"Kith{base.__name__}", fields, bases=(base,), frozen=True)()


def _made(base: type, **attributes: Any) -> Any:
    """An object of a schema's class, with what it leaves abstract filled in."""
    fields = [(name, Any, field(default=value)) for name, value in attributes.items()]
    return make_dataclass(f"Kith{base.__name__}", fields, bases=(base,), frozen=True)()
