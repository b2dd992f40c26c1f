"""From a row to what its record says, by a mapping."""

import hashlib
import json
from dataclasses import dataclass, field, replace
from typing import Any

from graph.declare import EDGES, NODES
from graph.statement import EdgeSaid, RecordSaid, record_said, uid_of
from ingest.cleaners import Context
from ingest.mapping import EdgeMap, Mapping, NodeMap
from ingest.nodes import Made, finish
from ingest.placement import Placement
from ingest.restriction import is_restricted, says_yes
from ingest.row import Problem, Row, Verdict, verdict_of
from ingest.values import Scope, find, fitted, holds, items, look_up


@dataclass(frozen=True)
class Mapped:
    """A row after mapping: what it says (None where it cannot be taken in), its key and its problems."""

    row_key: str
    said: RecordSaid | None
    problems: list[Problem]
    verdict: Verdict
    restricted: bool = False
    row: Row | None = None
    """The row it was mapped from, to be kept as it was where it is refused."""
    file: str = ""
    line: int | None = None

    def told(self) -> dict[str, object]:
        """The verdict as scripts read it, without values: whether it is about somebody restricted is not known yet.

        `kith quarantine` shows values, to whoever may see them.
        """
        problems = [problem.as_object(hide_value=True) for problem in self.problems]
        return {
            "file": self.file,
            "row_key": self.row_key,
            "line": self.line,
            "verdict": self.verdict.value,
            "problems": problems,
        }


@dataclass
class Mapper:
    """Maps the rows of one source; keeps nothing between rows."""

    mapping: Mapping
    file: str
    context: Context
    agency_uid: str = field(init=False)
    placement: Placement | None = field(init=False)

    def __post_init__(self) -> None:
        self.agency_uid = uid_of("Organisation", self.mapping.agency)
        self.placement = Placement(self.mapping) if self.mapping.keep_unplaced else None

    def map(self, row: Row) -> Mapped:
        """What the row says; a row without its key, or that the reader refused, is not taken in."""
        return replace(self._map(row), row=row, file=self.file, line=row.line)

    def _map(self, row: Row) -> Mapped:
        problems = list(row.problems)
        key = self.key(row)
        restricted = self.restricts(row)
        if (refused := verdict_of(problems)) in (Verdict.QUARANTINE, Verdict.REJECT):
            return Mapped(key or row.position, None, problems, refused, restricted)
        if missing := self._missing(row, key):
            return self._without(row, key or row.position, missing, restricted)
        assert key is not None
        uid = f"{self.mapping.source}#{key}"
        made = self._nodes(row, uid, restricted, problems)
        said = self._said(row, uid, key, made, restricted, problems)
        return Mapped(key, said, problems, verdict_of(problems), restricted)

    def key(self, row: Row) -> str | None:
        """What names the row within its source; None where a column of it is blank."""
        if not row.values:
            return None
        if not self.mapping.key:
            told = json.dumps(dict(row.values), sort_keys=True, default=str, ensure_ascii=False)
            return hashlib.sha256(told.encode()).hexdigest()[:16]
        parts = [look_up(name, (row.values,)) for name in self.mapping.key]
        return "/".join(str(part) for part in parts) if all(part is not None for part in parts) else None

    def restricts(self, row: Row) -> bool:
        """Whether anything in the row says that its people must not be found: a mark, or what the mapping takes for one.

        A correction that takes a mark away protects nobody less, so the row counts as it was sent, too.
        """
        beside = [*row.nameless, *(problem.value for problem in row.problems)]
        versions = [row] if row.original is None else [row, replace(row, values=row.original)]
        return is_restricted(beside) or any(self._marks(version) for version in versions)

    def _marks(self, row: Row) -> bool:
        if is_restricted(row.values):
            return True
        if self.mapping.restricted_when is not None and holds(self.mapping.restricted_when, (row.values,)):
            return True
        return any(self._says_restricted(node, row) for node in self.mapping.nodes.values() if "restricted" in node.props)

    def _says_restricted(self, node: NodeMap, row: Row) -> bool:
        """Whether the mapping marks a node of this row, or one of those that a list in it makes."""
        return any(
            holds(node.when, scope) and says_yes(find(node.props["restricted"], scope, self.context, []))
            for scope in self._scopes(node, row, [])
        )

    def _missing(self, row: Row, key: str | None) -> Problem | None:
        absent = [name for name in (*self.mapping.key, *self.mapping.required) if look_up(name, (row.values,)) is None]
        if key is not None and not absent:
            return None
        named = ", ".join(absent)
        return Problem(
            "missing_required_key", named, None, f"{named} is blank", f"Fill in {named} at its source", Verdict.QUARANTINE
        )

    def _without(self, row: Row, position: str, missing: Problem, restricted: bool) -> Mapped:
        """A row with no key: kept in quarantine, or rejected where it is about nobody and nothing."""
        subject = self.mapping.nodes.get(self.mapping.subject or "")
        about = subject is None or self._nodes_of(subject, row, "", restricted, [])
        verdict = Verdict.QUARANTINE if about else Verdict.REJECT
        return Mapped(position, None, [missing], verdict, restricted)

    def _nodes(self, row: Row, uid: str, restricted: bool, problems: list[Problem]) -> dict[str, list[Made]]:
        return {alias: self._nodes_of(node, row, uid, restricted, problems, alias) for alias, node in self.mapping.nodes.items()}

    def _nodes_of(
        self, node: NodeMap, row: Row, uid: str, restricted: bool, problems: list[Problem], alias: str = ""
    ) -> list[Made]:
        kinds = NODES[node.label].properties
        made = []
        for scope in self._scopes(node, row, problems):
            if holds(node.when, scope):
                props = {n: fitted(kinds[n], find(value, scope, self.context, problems)) for n, value in node.props.items()}
                keys = [find(value, scope, self.context, problems) for value in node.key or []]
                one = finish(self.mapping, node, alias, uid, props, keys, scope, restricted)
                if one is not None:
                    made.append(one)
        return made

    def _scopes(self, node: NodeMap, row: Row, problems: list[Problem]) -> list[Scope]:
        """Where the values of a node are looked for: once in the row, or once for every item of its `each`."""
        if node.each is None:
            return [({}, row.values)]
        if node.each.clean is None:
            return items(node.each.column or "", (row.values,))
        found = find(node.each, (row.values,), self.context, problems)
        return [(item if isinstance(item, dict) else {"part": item}, row.values) for item in found or []]

    def _said(
        self, row: Row, uid: str, key: str, made: dict[str, list[Made]], restricted: bool, problems: list[Problem]
    ) -> RecordSaid:
        nodes = {(n.label, n.uid): n for many in made.values() for one in many for n in (*one.beside, one.node)}
        edges = [e for many in made.values() for one in many for e in one.edges]
        for edge in self.mapping.edges:
            edges += self._edges_of(edge, row, uid, made, problems)
        recorded = find(self.mapping.recorded_on, (row.values,), self.context, problems) if self.mapping.recorded_on else None
        if recorded is None and self.context.dated:
            recorded = self.context.extracted_on
        properties: dict[str, Any] = {
            "source": self.mapping.source,
            "file": self.file,
            "row_key": key,
            "file_key": f"{self.file}#{key}",
            "form": self.mapping.reads.format,
            "recorded_on": recorded,
            "verdict": verdict_of(problems).value,
            "problems": [problem.as_json(restricted) for problem in problems] or None,
            "restricted": restricted or None,
            "unplaced": self.placement.rest(row.values) if self.placement and not restricted else None,
        }
        return record_said(uid, properties, nodes.values(), edges)

    def _edges_of(
        self, edge: EdgeMap, row: Row, uid: str, made: dict[str, list[Made]], problems: list[Problem]
    ) -> list[EdgeSaid]:
        starts, ends = made[edge.start], made[edge.end]
        paired = _paired(self.mapping.nodes[edge.start], self.mapping.nodes[edge.end])
        kinds = EDGES[edge.type, self.mapping.nodes[edge.start].label, self.mapping.nodes[edge.end].label].properties
        said = []
        for start in starts:
            for end in ends:
                scope = (*start.scope[:-1], *end.scope[:-1], row.values)
                if start.node.uid == end.node.uid or (paired and not _together(start.scope, end.scope)):
                    continue
                named = (
                    {f"{edge.start}.{k}": v for k, v in start.scope[0].items()}
                    | {f"{edge.end}.{k}": v for k, v in end.scope[0].items()},
                )
                if holds(edge.when, (*named, *scope)):
                    found = {name: find(value, (*named, *scope), self.context, problems) for name, value in edge.props.items()}
                    kept = {name: fitted(kinds[name], value) for name, value in found.items() if value is not None}
                    said.append(
                        EdgeSaid(
                            edge.type, start.node.label, start.node.uid, end.node.label, end.node.uid, {"record": uid, **kept}
                        )
                    )
        return said


def _paired(start: NodeMap, end: NodeMap) -> bool:
    """Whether the lists two nodes are made of are one, or one lies in the other, so that each meets only its own."""
    if start.each is None or end.each is None:
        return False
    if start.each.clean or end.each.clean:
        return start.each == end.each
    one, other = f"{start.each.column}.", f"{end.each.column}."
    return one.startswith(other) or other.startswith(one)


def _together(start: Scope, end: Scope) -> bool:
    return any(start[0] is place for place in end) or any(end[0] is place for place in start)
