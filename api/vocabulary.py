"""The vocabulary as a document, made from its declarations."""

from typing import Any

import graph.schema  # noqa: F401  the declarations fill NODES and EDGES
from graph.declare import EDGES, NODES


def as_json() -> dict[str, Any]:
    """Labels and relationships with properties, sensitivity and what locates."""
    nodes = [
        {
            "label": n.label,
            "meaning": n.meaning,
            "sensitivity": n.sensitivity.value,
            "properties": {name: kind.__name__ for name, kind in n.properties.items()},
            "locating": list(n.locating),
        }
        for n in NODES.values()
    ]
    edges = [
        {
            "type": e.type,
            "from": e.start,
            "to": e.end,
            "meaning": e.meaning,
            "sensitivity": e.sensitivity.value,
            "properties": {name: kind.__name__ for name, kind in e.properties.items()},
            "locating": e.locating,
        }
        for e in EDGES.values()
    ]
    return {"nodes": nodes, "edges": edges}


def as_markdown() -> str:
    """docs/schema.md."""
    lines = [
        "# The vocabulary",
        "",
        "Made by `kith schema` from `graph/schema.py`. *Locating* properties tell where somebody is.",
        "",
    ]
    for node in NODES.values():
        lines += [f"## {node.label}", "", node.meaning, "", f"Sensitivity: {node.sensitivity.value}.", ""]
        lines += ["| property | kind |", "|---|---|"]
        lines += [
            f"| {name} | {kind.__name__}{', locating' if name in node.locating else ''} |"
            for name, kind in node.properties.items()
        ]
        lines.append("")
    lines += ["## Relationships", "", "| from | type | to | meaning | properties | sensitivity |", "|---|---|---|---|---|---|"]
    for edge in EDGES.values():
        properties = ", ".join(edge.properties)
        sensitivity = f"{edge.sensitivity.value}{', locating' if edge.locating else ''}"
        lines.append(f"| {edge.start} | {edge.type} | {edge.end} | {edge.meaning} | {properties} | {sensitivity} |")
    return "\n".join(lines)
