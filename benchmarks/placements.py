"""What a mapping makes of each column: the properties, edges and keys it goes to, the weightiest first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.mapping import Condition, Mapping, NodeMap, Value

FAMILIES: dict[str | None, str] = {
    None: "words",
    "text": "words",
    "listed": "words",
    "address": "words",
    "organisation_name": "words",
    "uncapitalised_name": "words",
    "unbracketed_name": "words",
    "chain_name": "words",
    "jobcentre_name": "words",
    "community_hub_name": "words",
    "date": "date",
    "birth_date": "date",
    "number": "number",
    "whole": "number",
    "minimum_age": "age",
    "maximum_age": "age",
    "minimum_age_told": "age",
    "maximum_age_told": "age",
    "practitioner_name": "worker",
    "server": "worker",
    "supporter": "worker",
    "care_of": "worker",
}
"""Cleaners that take a value to the same sort of thing; any other is a family of its own."""


READ_OUT = frozenset(
    {"server", "supporter", "care_of", "employer_in_role", "minimum_age_told", "maximum_age_told", "first_adult"}
)
"""Cleaners that read one thing out of words that as a whole belong elsewhere: what they make comes after that."""


@dataclass(frozen=True)
class Placement:
    """One place that a column goes to: a label or an edge, what of it, and the family of the cleaner on the way."""

    owner: str
    what: str
    family: str = ""


def placements(mapping: Mapping, columns: Sequence[str]) -> dict[str, list[Placement]]:
    """The places of each column: properties of nodes first, then of edges, then what is read out of its words, keys, dates, conditions."""
    found: dict[str, list[Placement]] = {}
    told = list(_all(mapping, frozenset(columns)))
    for column, placement, _ in sorted(told, key=lambda one: one[2]):
        listed = found.setdefault(column, [])
        if placement not in listed:
            listed.append(placement)
    return found


Found = tuple[str, Placement, int]
"""A column, a place of it, and how late that place comes."""
WHOLE, READ, LISTED, KEYED, DATED, TESTED = range(6)


def _all(mapping: Mapping, columns: frozenset[str]) -> Iterator[Found]:
    roots = {alias: _root(node) for alias, node in mapping.nodes.items()}
    for alias, node in mapping.nodes.items():
        for prop, value in node.props.items():
            yield from _value(value, node.label, prop, roots[alias], columns)
    for edge in mapping.edges:
        for prop, value in edge.props.items():
            yield from _value(value, edge.type, prop, roots[edge.start] or roots[edge.end], columns, roots)
    for alias, node in mapping.nodes.items():
        if node.each and node.each.clean:
            # Where the cleaner itself finds what names the node, the column is its key.
            what, family = ("key", "") if node.key else ("each", FAMILIES.get(node.each.clean, node.each.clean))
            listed = _value(node.each, node.label, "each", "", columns)
            yield from ((name, Placement(node.label, what, family), LISTED) for name, _, _ in listed)
        for value in node.key or []:
            yield from (
                (name, Placement(node.label, "key"), KEYED) for name, _, _ in _value(value, "", "", roots[alias], columns)
            )
    yield from ((name, Placement("Record", "key"), KEYED) for name in mapping.key)
    if mapping.recorded_on:
        yield from ((name, place, DATED) for name, place, _ in _value(mapping.recorded_on, "Record", "recorded_on", "", columns))
    yield from ((name, Placement("", "condition"), TESTED) for name in _conditions(mapping, roots))


def _root(node: NodeMap) -> str:
    """The list or object in which a node's values are looked for first."""
    return node.each.column or "" if node.each else ""


def _value(
    value: Value, owner: str, what: str, root: str, columns: frozenset[str], roots: dict[str, str] | None = None
) -> Iterator[Found]:
    family = FAMILIES.get(value.clean, value.clean or "")
    names = [value.column] if value.column else value.columns or []
    for at, name in enumerate(names):
        late = READ if value.clean in READ_OUT and at + 1 < max(2, len(names)) else WHOLE
        yield from ((path, Placement(owner, what, family), late) for path in _paths(name, root, columns, roots or {}))
    for option in value.first_of or []:
        yield from _value(option, owner, what, root, columns, roots)


def _paths(name: str, root: str, columns: frozenset[str], roots: dict[str, str]) -> list[str]:
    """The columns a name of a mapping stands for: in the item of a list, of the row, or all below an object taken whole."""
    head, _, rest = name.partition(".")
    inside = f"{roots[head]}.{rest}" if head in roots and rest else f"{root}.{name.removeprefix('item.')}" if root else name
    for path in (inside, name):
        if path in columns:
            return [path]
    return [column for column in columns if column.startswith(f"{name}.")] if not root else []


def _conditions(mapping: Mapping, roots: dict[str, str]) -> Iterator[str]:
    whens: list[Condition | None] = [node.when for node in mapping.nodes.values()] + [edge.when for edge in mapping.edges]
    values = [v for n in mapping.nodes.values() for v in n.props.values()] + [v for e in mapping.edges for v in e.props.values()]
    values += [key for node in mapping.nodes.values() for key in node.key or []]
    for value in values:
        whens += [value.when, *(option.when for option in value.first_of or [])]
    for when in whens:
        for name in _tested(when):
            head, _, rest = name.partition(".")
            yield f"{roots[head]}.{rest}" if rest and roots.get(head) else name


def _tested(when: Condition | None) -> Iterator[str]:
    if when is None:
        return
    if when.column:
        yield when.column
    for part in (*(when.all or []), *(when.any or []), *([when.negation] if when.negation else [])):
        yield from _tested(part)
