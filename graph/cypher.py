"""Cypher for any label and relationship of the vocabulary, built out of the names in the schema alone."""

from collections.abc import Iterable, Iterator

import graph.schema  # noqa: F401  the declarations fill NODES and EDGES
from graph.declare import EDGES, NODES, EdgeType


def constraints() -> Iterator[str]:
    """One unique key for each label, then the property indexes it declares."""
    for node in NODES.values():
        yield (f"CREATE CONSTRAINT {node.label.lower()}_uid IF NOT EXISTS FOR (n:{node.label}) REQUIRE n.uid IS UNIQUE")
        for name in node.indexed:
            yield f"CREATE INDEX {node.label.lower()}_{name} IF NOT EXISTS FOR (n:{node.label}) ON (n.{name})"


def search_indexes() -> Iterator[str]:
    """One full-text index for each property that people search by words (the embedded engine takes one)."""
    for node in NODES.values():
        for name in node.searched:
            yield search_index(node.label, name)


def search_index(label: str, name: str) -> str:
    """The full-text index of one property of a label."""
    return f"CREATE FULLTEXT INDEX {index_name(label, name)} IF NOT EXISTS FOR (n:{NODES[label].label}) ON EACH [n.{name}]"


def index_name(label: str, name: str) -> str:
    """The full-text index of a property of a label."""
    return f"{NODES[label].label.lower()}_{name}_words"


def upsert_nodes(label: str) -> str:
    """Rows of {uid, props}: make each node or add to it."""
    return f"UNWIND $rows AS row MERGE (n:{NODES[label].label} {{uid: row.uid}}) SET n += row.props"


def replace_nodes(label: str) -> str:
    """Rows of {uid, props}, props with the uid in it: make each node be just that."""
    return f"UNWIND $rows AS row MERGE (n:{NODES[label].label} {{uid: row.uid}}) SET n = row.props"


def _ends(edge: EdgeType) -> str:
    return f"UNWIND $rows AS row MATCH (a:{edge.start} {{uid: row.a}}) MATCH (b:{edge.end} {{uid: row.b}}) "


def create_edges(key: tuple[str, str, str]) -> str:
    """Rows of [start, end, each property as declared], of edges that cannot exist yet.

    Lists, and each property named, are the fastest form on both engines (docs/decisions/0009).
    """
    edge = EDGES[key]
    columns = ", ".join(f"{name}: row[{at}]" for at, name in enumerate(edge.properties, 2))
    given = f" {{{columns}}}" if columns else ""
    return (
        f"UNWIND $rows AS row MATCH (a:{edge.start} {{uid: row[0]}}) MATCH (b:{edge.end} {{uid: row[1]}}) "
        f"CREATE (a)-[e:{edge.type}{given}]->(b)"
    )


def merge_edges(key: tuple[str, str, str]) -> str:
    """Rows of {a, b, props}: make each edge where it is missing, and add to it."""
    edge = EDGES[key]
    return _ends(edge) + f"MERGE (a)-[e:{edge.type}]->(b) SET e += row.props"


def delete_said(label: str) -> str:
    """Delete the edges that records said at nodes of one label they describe, and that they did."""
    return (
        f"UNWIND $rows AS row MATCH (r:Record {{uid: row.uid}})-[:SAYS]->(n:{NODES[label].label})-[e]-() "
        "WHERE e.record = r.uid DELETE e"
    )


def delete_nodes(label: str) -> str:
    """Delete nodes by uid, with their edges."""
    return f"UNWIND $rows AS row MATCH (n:{NODES[label].label} {{uid: row.uid}}) DETACH DELETE n"


def orphans(label: str) -> str:
    """Nodes that nothing says any more: no edge is left but those that follow from their key."""
    keyed = [e for e in EDGES.values() if e.keyed and e.start == label]
    beside = " AND ".join(f"type(e) <> '{e.type}'" for e in keyed)
    where = f" WHERE {beside}" if beside else ""
    return f"MATCH (n:{NODES[label].label}) WHERE NOT EXISTS {{ MATCH (n)-[e]-(){where} }} RETURN n.uid AS uid ORDER BY uid"


def all_nodes(label: str) -> str:
    """Every node of a label, its properties one by one."""
    columns = ", ".join(f"n.{name} AS {name}" for name in NODES[label].properties)
    return f"MATCH (n:{NODES[label].label}) RETURN {columns} ORDER BY uid"


def chosen_nodes(label: str, names: Iterable[str]) -> str:
    """Nodes of a label by uid, with the named properties of theirs."""
    columns = ", ".join(f"n.{name} AS {name}" for name in names if name in NODES[label].properties)
    return f"UNWIND $uids AS chosen MATCH (n:{NODES[label].label} {{uid: chosen}}) RETURN {columns} ORDER BY uid"


def all_edges(key: tuple[str, str, str]) -> str:
    """Every edge of a kind between two labels, its properties one by one."""
    edge = EDGES[key]
    columns = "".join(f", e.{name} AS {name}" for name in edge.properties)
    return (
        f"MATCH (a:{edge.start})-[e:{edge.type}]->(b:{edge.end}) "
        f"RETURN a.uid AS edge_from, b.uid AS edge_to{columns} ORDER BY edge_from, edge_to"
    )


def refer_to_nodes(label: str) -> str:
    """Rows of {uid, props}: make each node where it is missing, and leave it as it is where not."""
    return f"UNWIND $rows AS row MERGE (n:{NODES[label].label} {{uid: row.uid}}) ON CREATE SET n += row.props"


def create_nodes(label: str) -> str:
    """Rows of [uid, each other property as declared], of nodes that cannot exist yet."""
    names = ["uid", *(name for name in NODES[label].properties if name != "uid")]
    columns = ", ".join(f"{name}: row[{at}]" for at, name in enumerate(names))
    return f"UNWIND $rows AS row CREATE (n:{NODES[label].label} {{{columns}}})"


def said_by(label: str) -> str:
    """The nodes of a label that given records describe."""
    return (
        f"UNWIND $records AS record MATCH (r:Record {{uid: record}})-[:SAYS]->(n:{NODES[label].label}) "
        "RETURN DISTINCT n.uid AS uid ORDER BY uid"
    )


def delete_says(label: str) -> str:
    """Take back that given records describe nodes of a label."""
    return f"UNWIND $rows AS row MATCH (r:Record {{uid: row.uid}})-[s:SAYS]->(n:{NODES[label].label}) DELETE s"


def delete_unsaid(label: str) -> str:
    """Delete those of given nodes that no record describes any more, with their edges."""
    return (
        f"UNWIND $rows AS row MATCH (n:{NODES[label].label} {{uid: row.uid}}) "
        "WHERE NOT EXISTS { MATCH (n)<-[:SAYS]-(r:Record) } DETACH DELETE n"
    )


def edges_said(key: tuple[str, str, str]) -> str:
    """Edges of a kind that given records say, whether or not they describe either end: rows of {a, b, record}."""
    edge = EDGES[key]
    return (
        f"MATCH (a:{edge.start})-[e:{edge.type}]->(b:{edge.end}) WHERE e.record IN $records "
        "RETURN a.uid AS a, b.uid AS b, e.record AS record ORDER BY a, b, record"
    )


def delete_edges_said(key: tuple[str, str, str]) -> str:
    """Rows of {a, b, record}: delete the edge of a kind between two nodes that a record says."""
    edge = EDGES[key]
    return (
        f"UNWIND $rows AS row MATCH (a:{edge.start} {{uid: row.a}})-[e:{edge.type}]->(b:{edge.end} {{uid: row.b}}) "
        "WHERE e.record = row.record DELETE e"
    )


def descriptions(label: str) -> str:
    """What each record says of given nodes of a label."""
    return (
        f"UNWIND $uids AS uid MATCH (n:{NODES[label].label} {{uid: uid}})<-[s:SAYS]-(r:Record) "
        "RETURN n.uid AS uid, r.uid AS record, s.said AS said ORDER BY uid, record"
    )


def worded() -> Iterator[str]:
    """Finds records of `$source` that still hold words of theirs and are dated up to `$cutoff`, `$limit` at a time.

    `$undated` says whether records without a date count among them.
    """
    due = "(r.recorded_on <= $cutoff OR (r.recorded_on IS NULL AND $undated))"
    for pattern, variable, name in _verbatim():
        yield (
            f"MATCH (r:Record {{source: $source}})-[:SAYS]->{pattern} WHERE {variable}.{name} IS NOT NULL AND {due}"
            f"{' AND e.record = r.uid' if variable == 'e' else ''} RETURN DISTINCT r.uid AS uid ORDER BY uid LIMIT $limit"
        )


def unword() -> Iterator[str]:
    """Takes the words out of what records (`uid`) say, and leaves the rest of it."""
    for pattern, variable, name in _verbatim():
        of_record = " WHERE e.record = r.uid" if variable == "e" else ""
        yield (
            f"UNWIND $rows AS row MATCH (r:Record {{uid: row.uid}})-[:SAYS]->{pattern}{of_record} SET {variable}.{name} = null"
        )


def _verbatim() -> Iterator[tuple[str, str, str]]:
    """Where sentences stand: a pattern after SAYS, the variable that has them, and the property."""
    for node in NODES.values():
        for name in node.verbatim:
            yield f"(n:{node.label})", "n", name
    for edge in EDGES.values():
        for name in edge.verbatim:
            if ("SAYS", "Record", edge.end) in EDGES:
                yield f"(b:{edge.end})<-[e:{edge.type}]-(a:{edge.start})", "e", name
            if ("SAYS", "Record", edge.start) in EDGES:
                yield f"(a:{edge.start})-[e:{edge.type}]->(b:{edge.end})", "e", name
