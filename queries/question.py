"""What a question is: typed parameters, one Cypher text, and a typed answer with its evidence."""

import re
from collections.abc import Callable, Sequence
from dataclasses import MISSING, Field, asdict, dataclass, field, fields
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, ClassVar, Generic, TypeVar

from queries.area_tree import AreaTree

Row = dict[str, Any]
Search = Callable[[str, str], list[Row]]
"""Full-text search: a label and words in, rows of {uid, score} out."""
A = TypeVar("A")


def named(label: str, help: str) -> Any:
    """A parameter that names a node: by uid, by record as FILE#KEY/FIELD, or by words."""
    return field(metadata={"label": label, "help": help})


def chosen(default: Any, help: str, label: str | None = None) -> Any:
    """A parameter that may be left out."""
    return field(default=default, metadata={"label": label, "help": help})


def locating(default: Any = None) -> Any:
    """A field of an answer that tells where somebody is; withheld of restricted people."""
    return field(default=default, metadata={"locating": True})


@dataclass(frozen=True)
class Evidence:
    """One record that says so: where it stands, when it speaks of, and its words."""

    record: str
    """FILE#KEY; of a restricted person no more than what kind of body keeps it."""
    said_on: date | None
    words: str | None
    person: str | None = None
    """Uid of the person it speaks of."""
    capacity: str | None = None
    span_from: int | None = None
    """In a note: where the words begin, in code points."""
    span_to: int | None = None
    sure: float = 1.0
    """How sure it is: 1 for a record's own columns, less for what is read out of words."""


@dataclass(frozen=True)
class Asked:
    """What a question may know while it shapes its answer."""

    as_of: date
    current_since: date
    cleared: bool
    place: AreaTree


@dataclass(frozen=True)
class Answer(Generic[A]):
    """Rows with their evidence, the day they are true of, and what was withheld or not looked at."""

    question: str
    as_of: date
    rows: tuple[A, ...]
    unseen: tuple[str, ...] = ()

    def as_json(self) -> Row:
        """The answer as plain objects."""
        return {
            "question": self.question,
            "as_of": self.as_of.isoformat(),
            "rows": [plain(asdict(row)) for row in self.rows],  # type: ignore[call-overload]
            "unseen": list(self.unseen),
        }


@dataclass(frozen=True)
class Question(Generic[A]):
    """One question; its class docstring's first line is what it answers."""

    answer: ClassVar[type]

    def prepare(self, search: Search) -> Row:
        """Parameters of the text that must be looked for first."""
        return {}

    def days(self, day: date) -> Row:
        """Parameters of the text that follow from the day the answer shall be true of."""
        return {}

    def shape(self, rows: Sequence[Row], asked: Asked) -> tuple[A, ...]:
        """The answer's rows out of the Cypher text's rows."""
        return tuple(self.answer(**row) for row in rows)

    def unseen(self, rows: Sequence[Row], asked: Asked) -> tuple[str, ...]:
        """What the answer leaves out, and why."""
        return ()

    def respond(self, rows: Sequence[Row], asked: Asked) -> tuple[tuple[A, ...], tuple[str, ...]]:
        """The answer's rows and what it leaves out; for a question that finds both at once."""
        return self.shape(rows, asked), self.unseen(rows, asked)

    @classmethod
    def title(cls) -> str:
        """The question's name, as in its files: who_knows_family."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()

    @classmethod
    def help(cls) -> str:
        """What it answers, in one line."""
        return (cls.__doc__ or "").strip().splitlines()[0]

    @classmethod
    def parameters(cls) -> tuple[Field[Any], ...]:
        """The fields a caller gives."""
        return fields(cls)

    @classmethod
    def text(cls) -> str:
        """Its Cypher."""
        return cypher_of(cls.title())


def is_required(parameter: Field[Any]) -> bool:
    """Whether a parameter has no default."""
    return parameter.default is MISSING and parameter.default_factory is MISSING


@cache
def cypher_of(title: str) -> str:
    """The text of queries/TITLE.cypher."""
    return files("queries").joinpath(f"{title}.cypher").read_text("utf-8")


def plain(value: Any) -> Any:
    """Dates as ISO texts, tuples as lists, at any depth."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value
