"""A network of bodies as numbers: who lies between the others, who holds parts together, which groups there are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import networkx as nx
import rustworkx as rx

LARGE = 400
"""From so many bodies on, rustworkx reckons what lies between: exactly, as networkx does, many times faster."""
SEED = 1


@dataclass(frozen=True)
class Standing:
    """Where one body stands in the network."""

    between: float
    """The share of all shortest ways among the others that lead by it, from 0 to 1."""
    cuts_off: tuple[str, ...]
    """Who would lose touch with most of the others, were it to go."""
    group: int
    """Its group, by number; 1 is the largest."""
    part: int
    """The part of the network that it can reach, by number; 1 is the largest."""


def standings(ties: Mapping[tuple[str, str], int], alone: frozenset[str] = frozenset()) -> dict[str, Standing]:
    """The standing of every body, given how often any two worked together, and who did with nobody."""
    names = sorted({*alone, *(end for ends in ties for end in ends)})
    # Numbers in the place of names: sets of them have one order in every process, and so the groups are always the same.
    at = {name: number for number, name in enumerate(names)}
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(names)))
    graph.add_weighted_edges_from((at[one], at[other], times) for (one, other), times in sorted(ties.items()))
    between, parts = betweenness(graph), _numbered(nx.connected_components(graph))
    groups = _numbered(nx.community.louvain_communities(graph, weight="weight", seed=SEED))
    cuts = set(nx.articulation_points(graph))
    lost = {node: tuple(sorted(names[one] for one in _lost(graph, node))) for node in cuts}
    return {
        name: Standing(round(between[node], 6), lost.get(node, ()), groups[node], parts[node]) for node, name in enumerate(names)
    }


def betweenness(graph: "nx.Graph[int]") -> dict[int, float]:
    """Freeman's betweenness of every node, between 0 and 1, exactly."""
    if len(graph) < LARGE:
        found: dict[int, float] = nx.betweenness_centrality(graph)
        return found
    other: rx.PyGraph[int, None] = rx.PyGraph(multigraph=False)
    other.add_nodes_from(range(len(graph)))
    other.add_edges_from_no_data(list(graph.edges))
    return dict(rx.betweenness_centrality(other))


def _lost(graph: "nx.Graph[int]", node: int) -> list[int]:
    """Who is cut off from the largest part that is left, of all that the body could reach."""
    reached = graph.subgraph(nx.node_connected_component(graph, node) - {node})
    parts = sorted(nx.connected_components(reached), key=lambda part: (-len(part), min(part)))
    return [one for part in parts[1:] for one in part]


def _numbered(groups: Iterable[set[int]]) -> dict[int, int]:
    ordered = sorted(groups, key=lambda group: (-len(group), min(group)))
    return {node: number for number, group in enumerate(ordered, 1) for node in group}
