"""What one note says, gathered node by node and edge by edge."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from graph.statement import EdgeSaid, NodeSaid
from ingest.meant.circle import Head
from ingest.nodes import Made
from nlp.extraction import Entity, Extraction, Relation
from nlp.header import Header

Span = tuple[int, int]
LINE = 110
"""A longer line is no heading."""


@dataclass
class Telling:
    """A note as it was read, and what of it is said in the graph."""

    record: str
    text: str
    header: Header
    found: Extraction
    agency: str
    restricted: bool
    nodes: dict[str, NodeSaid] = field(default_factory=dict)
    edges: list[EdgeSaid] = field(default_factory=list)

    @property
    def day(self) -> date | None:
        """The day the note was written."""
        return self.header.note_date

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """What was found, by id."""
        return {entity.id: entity for entity in self.found.entities}

    @cached_property
    def heading_end(self) -> int:
        """Where a note's heading lines end: at the first line that is as long as a sentence."""
        at = 0
        for line in self.text[: self.header.end].split("\n"):
            if len(line) > LINE:
                break
            at += len(line) + 1
        return at

    def people(self) -> Iterator[Entity]:
        """The main mention of everybody who is named."""
        yield from (e for e in self.found.entities if e.label == "PERSON" and e.same_as is None)

    def names(self) -> list[str]:
        """Every name; where a register's surname stands before forenames ("Marsh, Ann and Jo"), each in full as well."""
        people = [e for e in self.found.entities if e.label == "PERSON"]
        full, surname = [], None
        for one, two in itertools.pairwise(people):
            gap = self.text[one.end : two.start]
            if gap == ", " and " " not in one.text + two.text:
                surname = one.text
            elif gap not in (" and ", " & "):
                surname = None
            if surname:
                full.append(f"{two.text} {surname}")
        return [*(e.text for e in self.people()), *full]

    def head(self) -> Head:
        """The references, names and bodies of a note's first lines, and who wrote it."""
        early = [e for e in self.found.entities if e.start < self.heading_end]
        return Head(
            self.header.subject_keys,
            [e.text for e in early if e.label == "PERSON" and e.text != self.header.author],
            [e.text for e in early if e.label == "ORG"],
            self.header.author,
        )

    def relations(self, *types: str) -> Iterator[Relation]:
        """The ties of some types that the note says hold, or held."""
        yield from (r for r in self.found.relations if r.type in types and r.asserted)

    def say_note(self) -> None:
        """The note itself."""
        self.node("Note", f"{self.record}/note", text=self.text, author=self.header.author, restricted=self.restricted or None)

    def node(self, label: str, uid: str, **props: Any) -> str:
        """Say a node; properties without a value are left out."""
        self.nodes[uid] = NodeSaid(label, uid, {name: value for name, value in props.items() if value is not None})
        return uid

    def made(self, made: Made) -> str:
        """Say a node that follows from its kind, with what comes with it."""
        for node in (*made.beside, made.node):
            self.nodes[node.uid] = node
        self.edges += made.edges
        return made.node.uid

    def edge(self, type_: str, start: tuple[str, str], end: tuple[str, str], **props: Any) -> None:
        """Say that an edge holds between two (label, uid), by this note."""
        kept = {name: value for name, value in props.items() if value is not None}
        self.edges.append(EdgeSaid(type_, *start, *end, {"record": self.record, **kept}))

    def words(self, id: str) -> str:
        """The words of a mention; none of an id that stands for no words."""
        return self.entities[id].text if id in self.entities else ""

    def span(self, *ids: str) -> Span:
        """From the first of some mentions to the last."""
        places = [(e.start, e.end) for one in ids if (e := self.entities.get(one)) is not None]
        if not places:
            return (0, 0)
        return min(start for start, _ in places), max(end for _, end in places)

    def sentence(self, span: Span) -> Span:
        """The words around a place: to the full stop or line's end on either side."""
        start, end = span
        left = max(self.text.rfind(mark, 0, start) for mark in (". ", ".\n", "\n", "! ", "? ")) + 1
        stops = (at for mark in (". ", ".\n", "\n", "! ", "? ") if (at := self.text.find(mark, end)) >= 0)
        words = self.text[left : (right := min(stops, default=len(self.text)))]
        return left + len(words) - len(words.lstrip()), right - len(words) + len(words.rstrip())
