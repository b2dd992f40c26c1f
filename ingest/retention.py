"""How long a source's records are kept, and the words of its notes: what falls due is not taken in, and goes.

A period counts from a record's own date, else from the day its file was drawn.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from graph.declare import EDGES, NODES
from graph.errors import MappingError
from graph.statement import EdgeSaid, NodeSaid, Scalar
from ingest.mapper import Mapped
from ingest.period import Period
from ingest.place import Supply
from ingest.row import Row


@dataclass(frozen=True)
class Retention:
    """One source's policy, as it stands on a day."""

    today: date
    extracted_on: date | None
    """The day the file was drawn; None where nobody says."""
    records: Period | None = None
    text: Period | None = None

    def lapsed(self, one: Mapped) -> bool:
        """Whether the record's period is over, so that it may not be taken in."""
        day = self._day(one)
        return self.records is not None and day is not None and self.records.is_over(day, self.today)

    def undatable(self, one: Mapped) -> bool:
        """Whether there is a policy, and no day that it could count from."""
        return (self.records is not None or self.text is not None) and self._day(one) is None

    def trimmed(self, one: Mapped) -> Mapped:
        """A note without its words where their period is over: its facts, with where they stood, remain."""
        day = self._day(one)
        if self.text is None or day is None or not self.text.is_over(day, self.today):
            return one
        row = one.row and replace(one.row, values=wordless_row(one.row), original=None)
        if one.said is None:
            return replace(one, row=row)
        nodes = tuple(_wordless_node(node) for node in one.said.nodes)
        edges = tuple(_wordless_edge(edge) for edge in one.said.edges)
        return replace(one, row=row, said=replace(one.said, nodes=nodes, edges=edges))

    def _day(self, one: Mapped) -> date | None:
        recorded = one.said.properties.get("recorded_on") if one.said else None
        return recorded if isinstance(recorded, date) else self.extracted_on


def retention_of(supply: Supply, today: date) -> Retention:
    """The policy of a source.

    Raises MappingError where its periods could never be told for want of any date.
    """
    mapping = supply.mapping
    if (
        (mapping.retention or mapping.keep_text)
        and not supply.dated
        and not mapping.recorded_on
        and mapping.reads.format != "note"
    ):
        raise MappingError(
            f"{mapping.source} has a retention period, but nothing says what day its records are of",
            "Give `extracted_on` or `as_of` in place.yaml, or `recorded_on` in its mapping",
        )
    return Retention(
        today,
        supply.extracted_on if supply.dated else None,
        Period.read(mapping.retention) if mapping.retention else None,
        Period.read(mapping.keep_text) if mapping.keep_text else None,
    )


def wordless_row(row: Row) -> dict[str, object]:
    """A note's row without its text."""
    return {name: value for name, value in row.values.items() if name != "text"}


def _wordless_node(node: NodeSaid) -> NodeSaid:
    return replace(node, properties=_without(node.properties, NODES[node.label].verbatim))


def _wordless_edge(edge: EdgeSaid) -> EdgeSaid:
    words = EDGES[edge.type, edge.start_label, edge.end_label].verbatim
    return replace(edge, properties=_without(edge.properties, words))


def _without(properties: Mapping[str, Scalar], names: Iterable[str]) -> dict[str, Scalar]:
    return {name: value for name, value in properties.items() if name not in names}
