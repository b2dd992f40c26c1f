"""A drafted mapping: every part with the reason for it, and what was left out."""

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field as attribute
from typing import Any

from ingest import yaml_text
from ingest.mapping import Mapping
from ingest.readers import Reading

AGENCY = "SAY WHO SENDS THIS"
"""Stands where the sender's name belongs until somebody writes it there."""
Data = str | dict[str, Any]


@dataclass(frozen=True)
class Said:
    """A value of the mapping language with why it is there."""

    value: Any
    why: str = ""


@dataclass
class NodeDraft:
    """A node of the draft."""

    label: str
    props: dict[str, Said] = attribute(default_factory=dict)
    key: list[Data] | None = None
    each: Data | None = None
    when: dict[str, Any] | None = None
    reference: bool = False
    described: bool = False
    field: str | None = None
    why: str = ""

    def as_data(self) -> dict[str, Any]:
        """As the mapping language has it."""
        told: dict[str, Any] = {"label": self.label}
        for name in ("field", "when", "each", "key"):
            if getattr(self, name) is not None:
                told[name] = getattr(self, name)
        told |= {name: True for name in ("reference", "described") if getattr(self, name)}
        if self.props:
            told["props"] = {name: said.value for name, said in self.props.items()}
        return told


@dataclass
class EdgeDraft:
    """An edge of the draft."""

    start: str
    type: str
    end: str
    props: dict[str, Said] = attribute(default_factory=dict)
    when: dict[str, Any] | None = None
    why: str = ""

    def as_data(self) -> dict[str, Any]:
        """As the mapping language has it."""
        told: dict[str, Any] = {"from": self.start, "type": self.type, "to": self.end}
        if self.when is not None:
            told["when"] = self.when
        if self.props:
            told["props"] = {name: said.value for name, said in self.props.items()}
        return told


@dataclass
class Draft:
    """A mapping with its reasons."""

    source: str
    reads: Reading
    about: str
    """What a row is about, in words."""
    found: str = ""
    """How the file was found to be written, where that is not plain."""
    private: bool = True
    """Whether rows are about people, so that no value may be repeated."""
    mode: Said = attribute(default_factory=lambda: Said("snapshot"))
    key: Said = attribute(default_factory=lambda: Said([]))
    subject: str | None = None
    required: list[str] = attribute(default_factory=list)
    recorded_on: Said | None = None
    nodes: dict[str, NodeDraft] = attribute(default_factory=dict)
    edges: list[EdgeDraft] = attribute(default_factory=list)
    mapped: int = 0
    """How many columns are taken in."""
    left: list[tuple[str, str]] = attribute(default_factory=list)
    """Columns that are not taken in, each with what is known of it."""
    advice: list[str] = attribute(default_factory=list)
    """What only the reader of the draft can say."""
    agency: str = AGENCY
    published: str | None = None
    """The text of a mapping that Kith has for the published shape of this file; it is the draft then."""

    def as_data(self) -> dict[str, Any]:
        """As the mapping language has it."""
        if self.published is not None:
            loaded: dict[str, Any] = yaml_text.load(self.published)
            return loaded
        told: dict[str, Any] = {"source": self.source, "agency": self.agency, "mode": self.mode.value}
        told["reads"] = self.reads.model_dump(exclude_defaults=True, exclude_none=True)
        for name, value in (("key", self.key.value), ("subject", self.subject), ("required", self.required)):
            if value:
                told[name] = value
        if self.recorded_on:
            told["recorded_on"] = self.recorded_on.value
        if self.nodes:
            told["nodes"] = {alias: node.as_data() for alias, node in self.nodes.items()}
        if self.edges:
            told["edges"] = [edge.as_data() for edge in self.edges]
        return told

    def mapping(self) -> Mapping:
        """The mapping itself, checked."""
        return Mapping.model_validate(self.as_data())

    def used(self) -> set[str]:
        """Columns, or paths, that any part of the draft reads; those of a list's items with the list before them."""
        data = self.as_data()
        roots = {alias: _root(node) for alias, node in data.get("nodes", {}).items()}
        found = set(_columns({name: data.get(name) for name in ("key", "required", "recorded_on", "edges")}))
        for alias, node in data.get("nodes", {}).items():
            told = set(_columns(node))
            found |= told | {f"{roots[alias]}.{name}" for name in told if roots[alias]}
        return found | {f"{roots[head]}.{rest}" for head, _, rest in (name.partition(".") for name in found) if roots.get(head)}


def _root(node: dict[str, Any]) -> str:
    """The list or object in which a node's values are looked for."""
    each = node.get("each") or ""
    return each if isinstance(each, str) else each.get("column", "")


def _columns(told: Any, key: str = "") -> Iterator[str]:
    """Names of columns anywhere in a mapping's data."""
    if isinstance(told, dict):
        for name, inner in told.items():
            if name in ("column", "columns"):
                yield from [inner] if isinstance(inner, str) else inner
            elif name not in ("const", "matches", "in", "clean", "label", "type", "from", "to", "field"):
                yield from _columns(inner, name)
    elif isinstance(told, list):
        for inner in told:
            yield from _columns(inner, key)
    elif isinstance(told, str) and key not in ("subject", "mode"):
        yield told
