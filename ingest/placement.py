"""What of a row a mapping has a place for, and what is left over: so that nothing is dropped in silence."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ingest.kind import kind_of
from ingest.mapping import Condition, NodeMap, Value
from ingest.mapping import Mapping as SourceMapping
from ingest.values import Scope, given, holds

Path = tuple[str, ...]
ROOT: tuple[Path, ...] = ((),)
Conditions = tuple[tuple[Condition, int], ...]
"""Conditions, each with how many steps from the row the item stands in which it is looked at."""


@dataclass
class Place:
    """A field that a mapping reads, or has places inside of."""

    read: list[Conditions] = field(default_factory=list)
    """When all there is in the field is read: under any of these, and none at all is always."""
    every: dict[str, "Place"] = field(default_factory=dict)
    """Fields read in every item of a list on the way there."""
    first: dict[str, "Place"] = field(default_factory=dict)
    """Fields read in the first item of a list alone."""

    def add(self, path: Path, many: int, when: Conditions) -> None:
        """Say that a path is read, its first so many steps through every item of a list."""
        if path:
            inner = self.every if many > 0 else self.first
            inner.setdefault(path[0], Place()).add(path[1:], many - 1, when)
        elif () not in self.read:
            self.read = [()] if not when else [*self.read, when]

    def holds(self, way: Scope) -> bool:
        """Whether the field is read, in this row; the way is the objects from the row down to it."""
        return any(all(holds(condition, way[depth::-1]) for condition, depth in when) for when in self.read)


def places(mapping: SourceMapping) -> Place:
    """The places that a mapping has for the fields of its rows."""
    root = Place()
    for name in (*mapping.key, *mapping.required):
        _add_name(root, name, ROOT, ())
    _add(root, mapping.recorded_on, ROOT, ())
    for node in mapping.nodes.values():
        when = _when(node.when, _around(node))
        if node.each and node.each.clean:
            _add(root, node.each, ROOT, ())
        for value in (*node.props.values(), *(node.key or [])):
            _add(root, value, _around(node), when)
        _add_condition(root, node.when, _around(node))
    for edge in mapping.edges:
        levels = tuple(dict.fromkeys((*_around(mapping.nodes[edge.start]), *_around(mapping.nodes[edge.end]))))
        for value in edge.props.values():
            _add(root, value, levels, ())
            for alias in (edge.start, edge.end):
                _add_of_node(root, value, alias, _around(mapping.nodes[alias]))
        _add_condition(root, edge.when, levels)
    return root


def _add_of_node(root: Place, value: Value, alias: str, levels: tuple[Path, ...]) -> None:
    """What a value of an edge reads in the item of one of its nodes, which it names: `each: at.schedules`."""
    for option in (*(value.all_of or ()), *(value.first_of or ())):
        _add_of_node(root, option, alias, levels)
    if value.each and value.each.startswith(f"{alias}."):
        _add(root, value.model_copy(update={"each": f"item.{value.each.removeprefix(f'{alias}.')}"}), levels, ())


def _around(node: NodeMap) -> tuple[Path, ...]:
    """Where the values of a node are looked for, nearest first."""
    return ROOT if node.each is None or node.each.clean else _levels(ROOT, node.each.column or "")


def _levels(around: tuple[Path, ...], column: str) -> tuple[Path, ...]:
    """The places a value in an item is looked for in: the item, then all it lies in."""
    steps = tuple(column.removeprefix("item.").split("."))
    bases = around[:1] if column.startswith("item.") else around
    inner = ((*base, *steps[:depth]) for base in bases for depth in range(len(steps), 0, -1))
    return (*inner, *around)


def _add(root: Place, value: Value | None, levels: tuple[Path, ...], when: Conditions) -> None:
    if value is None:
        return
    within = _levels(levels, value.each) if value.each else levels
    under = (*when, *_when(value.when, within))
    for name in [value.column] if value.column else value.columns or []:
        _add_name(root, name, within, under)
    for option in (*(value.first_of or ()), *(value.all_of or ())):
        _add(root, option, within, under)
    _add_condition(root, value.when, within)


def _when(condition: Condition | None, levels: tuple[Path, ...]) -> Conditions:
    return ((condition, len(levels[0])),) if condition else ()


def _add_condition(root: Place, condition: Condition | None, levels: tuple[Path, ...]) -> None:
    if condition is None:
        return
    if condition.column:
        _add_name(root, condition.column, levels, ())
    for inner in (*(condition.all or ()), *(condition.any or ()), condition.negation):
        _add_condition(root, inner, levels)


def _add_name(root: Place, name: str, levels: tuple[Path, ...], when: Conditions) -> None:
    bare = name.removeprefix("item.")
    for level in levels[:1] if name.startswith("item.") else levels:
        root.add((*level, *(() if bare == "part" else bare.split("."))), len(level), when)
        root.add((*level, bare), len(level), when)


class Standing:
    """Where one stands among the places on the way down a row; each way down is thought through once."""

    def __init__(self, every: tuple[Place, ...], first: tuple[Place, ...]) -> None:
        self._every, self._first = every, first
        places = (*every, *first)
        self.always = any(() in place.read for place in places)
        """The whole of what stands here is read, whatever else the row says."""
        self._sometimes = tuple(place for place in places if place.read and not self.always)
        self._inner: dict[str, Standing] = {}
        self._later: Standing | None = None

    def inner(self, name: str) -> "Standing":
        """Where one stands in a field."""
        if name not in self._inner:
            places = (*self._every, *self._first)
            every = tuple(place.every[name] for place in places if name in place.every)
            first = tuple(place.first[name] for place in places if name in place.first)
            if not every and not first:
                return NOWHERE
            self._inner[name] = Standing(every, first)
        return self._inner[name]

    def item(self, index: int) -> "Standing":
        """Where one stands in an item of a list: behind the first, only what counts in every item is read."""
        if index == 0:
            return self
        self._later = self._later or Standing(self._every, ())
        return self._later

    def reads(self, way: Scope) -> bool:
        """Whether all there is here is read, in a row one has come down this way."""
        return self.always or any(place.holds(way) for place in self._sometimes)


NOWHERE = Standing((), ())
"""Where nothing is read; one for all, for a document whose keys are data has no end of such."""


class Placement:
    """Tells what of a row has no place in its mapping."""

    def __init__(self, mapping: SourceMapping) -> None:
        self._start = Standing((places(mapping),), ())

    def left(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Each field of a row that has no place, as its path and the kind of thing in it; blanks are nothing."""
        yield from _left(values, self._start, "", ())

    def rest(self, values: Mapping[str, Any]) -> str | None:
        """What of a row has no place, as JSON of the row's own shape; None where everything has."""
        kept = _rest(values, self._start, ())
        return json.dumps(kept, ensure_ascii=False, sort_keys=True, default=str) if kept else None


def _left(value: Any, standing: Standing, path: str, way: Scope) -> Iterator[tuple[str, str]]:
    if standing.reads(way):
        return
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _left(inner, standing.inner(name), f"{path}.{name}" if path else str(name), (*way, value))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _left(item, standing.item(index), f"{path}[]", way)
    elif given(value) is not None:
        yield path, kind_of(value)


def _rest(value: Any, standing: Standing, way: Scope) -> Any:
    """The part of a value that has no place; what stands in a list keeps its position there."""
    if standing.reads(way):
        return None
    if isinstance(value, Mapping):
        kept = {name: _rest(inner, standing.inner(name), (*way, value)) for name, inner in value.items()}
        return {name: inner for name, inner in kept.items() if inner is not None} or None
    if isinstance(value, list):
        several = [_rest(item, standing.item(index), way) for index, item in enumerate(value)]
        return several if any(item is not None for item in several) else None
    return given(value)
