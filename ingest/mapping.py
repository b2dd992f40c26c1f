"""The mapping language: one YAML file says how the rows of a source become nodes and edges."""

from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

import graph.schema  # noqa: F401  the declarations fill NODES and EDGES
from graph.declare import EDGES, NODES
from graph.errors import MappingError
from ingest import yaml_text
from ingest.cleaners import CLEANERS
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


class Value(BaseModel):
    """Where a value comes from, and the cleaner it goes through."""

    model_config = Strict
    column: str | None = None
    columns: list[str] | None = None
    const: str | int | float | bool | None = None
    first_of: "list[Value] | None" = None
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
        """The columns the value reads and cannot do without."""
        if self.optional:
            return []
        own = [self.column] if self.column else self.columns or []
        return own + [name for inner in self.first_of or [] for name in inner.names()]


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
        if self.label not in NODES:
            raise ValueError(f"label {self.label!r} is not in the vocabulary: {', '.join(sorted(NODES))}")
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
    nodes: dict[str, NodeMap] = Field(default_factory=dict)
    edges: list[EdgeMap] = Field(default_factory=list)

    @model_validator(mode="before")
    @classmethod
    def _one_key(cls, said: Any) -> Any:
        if isinstance(said, dict) and isinstance(said.get("key"), str):
            return {**said, "key": [said["key"]]}
        return said

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
        values = [v for n in outer for v in (*n.props.values(), *(n.key or []))]
        values += [n.each for n in self.nodes.values() if n.each]
        if self.recorded_on:
            values.append(self.recorded_on)
        return {*self.key, *self.required, *(name for value in values for name in value.names())}


def load_mapping(path: Path) -> Mapping:
    """A mapping file, checked against the vocabulary.

    Raises MappingError naming the file, the place in it and the cure.
    """
    try:
        return Mapping.model_validate(yaml_text.load(path.read_text("utf-8")))
    except OSError as missing:
        raise MappingError(f"mapping {path} cannot be read", "Check the path in place.yaml or --mapping") from missing
    except yaml.YAMLError as broken:
        raise MappingError(f"{path.name} is no YAML: {' '.join(str(broken).split())}", "Correct it there") from broken
    except ValidationError as wrong:
        raise MappingError(f"{path.name}: {_first(wrong)}", "Correct it; docs/mapping.md has the language") from wrong


def _first(wrong: ValidationError) -> str:
    told = wrong.errors()[0]
    where = ".".join(str(part) for part in told["loc"])
    what = str(told["msg"]).removeprefix("Value error, ")
    return f"{where}: {what}" if where else what
