"""The mapping language: one YAML file says how the rows of a source become nodes and edges."""

import re
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

import graph.schema  # noqa: F401  the declarations fill NODES and EDGES
from graph.declare import EDGES, NODES
from graph.errors import MappingError
from ingest import yaml_text
from ingest.cleaners import CLEANERS
from ingest.period import WRITTEN
from ingest.readers.reading import Reading

Strict = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class Condition(BaseModel):
    """When something holds: a test of one column, or tests joined."""

    model_config = Strict
    column: str | None = None
    matches: str | None = None
    is_in: list[str] | None = Field(default=None, alias="in")
    empty: bool | None = None
    all: "list[Condition] | None" = None
    any: "list[Condition] | None" = None
    negation: "Condition | None" = Field(default=None, alias="not")
    optional: bool = False
    """The column may be missing from the file, and then counts as empty."""

    @field_validator("matches")
    @classmethod
    def _can_be_matched(cls, pattern: str | None) -> str | None:
        try:
            re.compile(pattern or "")
        except re.error as broken:
            raise ValueError(f"{pattern!r} is no pattern: {broken}") from broken
        return pattern

    def names(self) -> list[str]:
        """The columns that are tested and have to be there."""
        inner = [*(self.all or []), *(self.any or []), *([self.negation] if self.negation else [])]
        own = [self.column] if self.column and not self.optional else []
        return [*own, *(name for one in inner for name in one.names())]


class Value(BaseModel):
    """Where a value comes from, and the cleaner it goes through."""

    model_config = Strict
    column: str | None = None
    columns: list[str] | None = None
    const: str | int | float | bool | None = None
    first_of: "list[Value] | None" = None
    all_of: "list[Value] | None" = None
    """Values of which all that there are count, as with `each`."""
    each: str | None = None
    """The list whose items each give a value: a property that is a list keeps all of them, a text joins them."""
    clean: str | None = None
    when: Condition | None = None
    optional: bool = False
    """The column may be missing from the file."""

    @model_validator(mode="before")
    @classmethod
    def _from_column(cls, said: Any) -> Any:
        return {"column": said} if isinstance(said, str) else said

    @model_validator(mode="after")
    def _known_cleaner(self) -> "Value":
        if self.clean is not None and self.clean not in CLEANERS:
            raise ValueError(f"no cleaner is called {self.clean!r}; there are {', '.join(sorted(CLEANERS))}")
        return self

    def names(self) -> list[str]:
        """The columns the value reads and cannot do without; what an item of a list has is no column."""
        if self.optional or self.each:
            return []
        own = [self.column] if self.column else self.columns or []
        tested = self.when.names() if self.when else []
        inner = (*(self.first_of or []), *(self.all_of or []))
        return [*own, *tested, *(name for one in inner for name in one.names())]


KITHS_OWN = frozenset(
    [
        "Source",
        "Run",
        "Lease",
        "Record",
        "Quarantine",
        "Correction",
        "Person",
        "Family",
        "Action",
        "Judgement",
        "SavedQuestion",
        "OfferStep",
    ]
)
"""What Kith makes of records, or keeps of what people decide: nobody's records may say it."""
LABELS = tuple(sorted(NODES.keys() - KITHS_OWN))


class NodeMap(BaseModel):
    """A node, or one for each item of a list, that a row says or refers to."""

    model_config = Strict
    label: str
    field: str | None = None
    """For a Mention: what it is called behind `FILE#KEY/`; may hold {names} of the item's values."""
    each: Value | None = None
    when: Condition | None = None
    key: list[Value] | None = None
    """What the node is known by everywhere; without it the node is this row's own."""
    reference: bool = False
    """The row only refers to the node and describes nothing of it."""
    described: bool = False
    """The row describes a node that rows mostly just refer to, so that it may own edges of it."""
    props: dict[str, Value] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _of_the_vocabulary(self) -> "NodeMap":
        if self.label in KITHS_OWN:
            raise ValueError(f"label {self.label!r} is Kith's own, and no record says it: {', '.join(LABELS)}")
        if self.label not in NODES:
            raise ValueError(f"label {self.label!r} is not in the vocabulary: {', '.join(LABELS)}")
        known = NODES[self.label].properties
        for name in self.props:
            if name not in known:
                raise ValueError(f"{self.label} has no property {name!r}: it has {', '.join(known)}")
        return self


class EdgeMap(BaseModel):
    """A relationship between nodes of the same row."""

    model_config = Strict
    start: str = Field(alias="from")
    type: str
    end: str = Field(alias="to")
    when: Condition | None = None
    props: dict[str, Value] = Field(default_factory=dict)


class Mapping(BaseModel):
    """One source: what it is called, who says it, how it is read and what its rows mean."""

    model_config = Strict
    extends: str | None = None
    """Another mapping, beside this one, whose nodes and edges are taken over and added to."""
    source: str
    agency: str
    mode: Literal["snapshot", "delta"] = "snapshot"
    system: str | None = None
    """The agency's number system, shared by its files; by default the source's name."""
    reads: Reading
    key: list[str] = Field(default_factory=list)
    """Columns that together name a row; none: the row's own content names it."""
    subject: str | None = None
    """The node without which a row is about nobody, and is rejected when its key is missing too."""
    required: list[str] = Field(default_factory=list)
    """Columns without which a row cannot be taken in."""
    recorded_on: Value | None = None
    restricted_when: Condition | None = None
    """When a row's people must not be found, where its agency says so in a way of its own."""
    retention: str | None = Field(default=None, pattern=WRITTEN)
    """How long a record is kept after its date: `7 years`."""
    keep_text: str | None = Field(default=None, pattern=WRITTEN)
    """How long the words of a note are kept after its date: `6 months`."""
    keep_unplaced: bool = False
    """Keep with each record, as JSON, what of it has no place here: for published data alone."""
    nodes: dict[str, NodeMap] = Field(default_factory=dict)
    edges: list[EdgeMap] = Field(default_factory=list)

    @model_validator(mode="before")
    @classmethod
    def _one_key(cls, said: Any) -> Any:
        if isinstance(said, dict) and isinstance(said.get("key"), str):
            return {**said, "key": [said["key"]]}
        return said

    @model_validator(mode="after")
    def _names_fit(self) -> "Mapping":
        if not self.source.strip():
            raise ValueError("source: give the source a name")
        if self.subject is not None and self.subject not in self.nodes:
            raise ValueError(f"subject {self.subject!r} is none of the nodes: {', '.join(self.nodes)}")
        return self

    @model_validator(mode="after")
    def _edges_fit(self) -> "Mapping":
        for edge in self.edges:
            for end in (edge.start, edge.end):
                if end not in self.nodes:
                    raise ValueError(f"edge {edge.type} names {end!r}, which is none of the nodes: {', '.join(self.nodes)}")
            key = (edge.type, self.nodes[edge.start].label, self.nodes[edge.end].label)
            if key not in EDGES:
                raise ValueError(f"the vocabulary has no edge {key[1]}-{key[0]}->{key[2]}")
            for name in edge.props:
                if name not in EDGES[key].properties:
                    raise ValueError(f"edge {edge.type} has no property {name!r}: it has {', '.join(EDGES[key].properties)}")
        return self

    @model_validator(mode="after")
    def _reads_its_columns(self) -> "Mapping":
        """Header and sheet are found by the columns that the mapping names."""
        object.__setattr__(self, "reads", self.reads.model_copy(update={"columns": frozenset(self.columns())}))
        return self

    def columns(self) -> set[str]:
        """Every column of the row itself that the mapping reads."""
        outer = [n for n in self.nodes.values() if n.each is None]
        alone = [e for e in self.edges if self.nodes[e.start].each is None and self.nodes[e.end].each is None]
        values = [v for n in outer for v in (*n.props.values(), *(n.key or []))]
        values += [n.each for n in self.nodes.values() if n.each]
        values += [v for e in alone for v in e.props.values()]
        values += [self.recorded_on] if self.recorded_on else []
        tested = [when for when in (*(n.when for n in outer), *(e.when for e in alone)) if when]
        tested += [self.restricted_when] if self.restricted_when else []
        named = [one.names() for one in values] + [one.names() for one in tested]
        return {*self.key, *self.required, *(name for names in named for name in names)}


def load_mapping(path: Path) -> Mapping:
    """A mapping file, checked against the vocabulary.

    Raises MappingError naming the file, the place in it and the cure.
    """
    try:
        return Mapping.model_validate(_read(path, ()))
    except OSError as missing:
        raise MappingError(f"mapping {path} cannot be read", "Check the path in place.yaml or --mapping") from missing
    except UnicodeDecodeError as other:
        raise MappingError(f"{path.name} is not UTF-8 at byte {other.start}", "Save it as UTF-8") from other
    except yaml.YAMLError as broken:
        raise MappingError(f"{path.name} is no YAML: {' '.join(str(broken).split())}", "Correct it there") from broken
    except ValidationError as wrong:
        raise MappingError(f"{path.name}: {_first(wrong)}", "Correct it; docs/mapping.md has the language") from wrong


def _read(path: Path, before: tuple[Path, ...]) -> Any:
    """What a mapping file says, put on top of what the one it extends says."""
    said = yaml_text.load(path.read_text("utf-8"))
    if not isinstance(said, dict) or not isinstance(said.get("extends"), str):
        return said
    base = path.parent / said["extends"]
    if base in before:
        raise MappingError(f"{path.name} extends itself, by way of {base.name}", "Take one `extends` out")
    if not base.is_file():
        raise MappingError(f"{path.name} extends {said['extends']}, which is not beside it", "Correct `extends`")
    under = _read(base, (*before, path))
    if not isinstance(under, dict):
        return said
    joined = {name: {**(under.get(name) or {}), **(said.get(name) or {})} for name in ("reads", "nodes")}
    return {**under, **said, **joined, "edges": [*(under.get("edges") or []), *(said.get("edges") or [])]}


def _first(wrong: ValidationError) -> str:
    told = wrong.errors()[0]
    where = ".".join(str(part) for part in told["loc"])
    what = str(told["msg"]).removeprefix("Value error, ")
    return f"{where}: {what}" if where else what
