"""How a label or an edge of the vocabulary is declared."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import StrEnum
from typing import get_args, get_type_hints

Kind = type
"""The Python type of a property's values."""


class Sensitivity(StrEnum):
    """How much harm it does to show this to somebody who need not know."""

    OPEN = "open"
    """Published, or meant to be: services, assets, areas."""
    WORKING = "working"
    """About people at work: names and roles of practitioners."""
    PERSONAL = "personal"
    """About a resident: who they are and who knows them."""
    SPECIAL = "special"
    """Special category data (UK GDPR article 9) and what notes say."""


@dataclass(frozen=True)
class NodeType:
    """One label: its properties, the engine indexes it needs, and how sensitive it is."""

    label: str
    meaning: str
    properties: dict[str, type]
    sensitivity: Sensitivity
    locating: tuple[str, ...]
    """Properties that tell where somebody lives, learns or can be found."""
    indexed: tuple[str, ...]
    searched: tuple[str, ...]
    """Properties in the full-text index of this label."""
    described: bool
    """True where records describe the node, so that it goes when none does."""
    verbatim: tuple[str, ...] = ()
    """Properties that may hold sentences of a note, and go when its text does."""


@dataclass(frozen=True)
class EdgeType:
    """One relationship type between two labels, and what it says."""

    type: str
    start: str
    end: str
    meaning: str
    properties: dict[str, Kind]
    sensitivity: Sensitivity
    locating: bool
    keyed: bool
    """True where the edge follows from its start node's key, so that no single record says it."""
    verbatim: tuple[str, ...] = ()
    """Properties that may hold sentences of a note, and go when its text does."""


NODES: dict[str, NodeType] = {}
EDGES: dict[tuple[str, str, str], EdgeType] = {}
RESERVED = frozenset({"id", "name", "title", "type", "label", "start", "end"})
"""Names the embedded engine gives meanings of its own."""


def node(
    sensitivity: Sensitivity,
    *,
    locating: tuple[str, ...] = (),
    indexed: tuple[str, ...] = (),
    searched: tuple[str, ...] = (),
    described: bool = True,
    verbatim: tuple[str, ...] = (),
) -> Callable[[type], type]:
    """Declare a label from a class whose annotations are its properties."""

    def declare(cls: type) -> type:
        made: type = dataclass(frozen=True, kw_only=True)(cls)
        properties = {f.name: _plain(hint) for f, hint in zip(fields(made), _hints(made), strict=True)}
        _refuse_reserved(cls.__name__, properties)
        NODES[cls.__name__] = NodeType(
            label=cls.__name__,
            meaning=(cls.__doc__ or "").strip(),
            properties=properties,
            sensitivity=sensitivity,
            locating=locating,
            indexed=indexed,
            searched=searched,
            described=described,
            verbatim=verbatim,
        )
        return made

    return declare


def edge(
    type_: str,
    start: type,
    end: type,
    meaning: str,
    sensitivity: Sensitivity,
    *,
    locating: bool = False,
    keyed: bool = False,
    verbatim: tuple[str, ...] = (),
    **properties: type,
) -> EdgeType:
    """Declare a relationship type between two labels; every edge but a keyed one names its record."""
    _refuse_reserved(type_, properties)
    said = properties if keyed else {"record": str, **properties}
    made = EdgeType(type_, start.__name__, end.__name__, meaning, said, sensitivity, locating, keyed, verbatim)
    EDGES[(type_, start.__name__, end.__name__)] = made
    return made


def _hints(cls: type) -> list[object]:
    hints = get_type_hints(cls)
    return [hints[f.name] for f in fields(cls)]


def _plain(hint: object) -> type:
    """The engine type behind `str | None`, `list[str]` and the like."""
    options = [h for h in get_args(hint) if h is not type(None)] or [hint]
    plain = next((known for known in (str, bool, int, float, date, datetime) if options[0] is known), None)
    return plain or (list if "list" in str(hint) else str)


def _refuse_reserved(where: str, names: dict[str, type]) -> None:
    clash = RESERVED & set(names)
    if clash:
        raise ValueError(f"{where}: {', '.join(sorted(clash))} cannot be a property name on both engines")
