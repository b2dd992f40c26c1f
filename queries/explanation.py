"""How an answer came about: the text that was read, its parameters as they were understood, and the rules that decided."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from functools import cache
from typing import Any, Generic, TypeVar

from graph.declare import NODES, Sensitivity
from queries.area_tree import AreaTree
from queries.place_rules import RulesFollowed
from queries.question import Answer, Question, Row, plain

A = TypeVar("A")
OPEN = (Sensitivity.OPEN, Sensitivity.WORKING)
UNCOUNTED = "Rows of restricted people are not counted, and further readings not shown, but to a cleared caller"


@dataclass(frozen=True)
class ParameterUnderstood:
    """One parameter of a question's text: as it was given, and as it was read with."""

    parameter: str
    given: Any | None
    """As the caller wrote it; null where it was left out."""
    understood: Any | None
    """What was read with: of a name the uid of the node it means. Null where it was left out, or is withheld."""
    how: str
    """given, default, named, looked up, or reckoned from the day."""
    means: str | None = None
    """The kind of node that it names, where it names one."""


@dataclass(frozen=True)
class Explanation:
    """How an answer came about, told to the same caller and with no more shown than the answer may show."""

    asks: str
    """The question in English, as its text puts it."""
    cypher: str
    """The text that was read."""
    parameters: tuple[ParameterUnderstood, ...]
    """What the text and the answer were made with."""
    rows_read: int | None
    """How many rows the text gave: to a caller who is not cleared, how many of nobody restricted; null where rows do not say."""
    further: tuple[str, ...]
    """Texts that were read beside it while the answer was made; to a cleared caller alone where they may be about people."""
    rules: tuple[RulesFollowed, ...]
    """The files of rules that decided, where the question follows any."""
    left_out: tuple[str, ...]
    """What the answer and this explanation leave out."""

    def as_json(self) -> Row:
        """The explanation as a plain object."""
        found: Row = plain(asdict(self))
        return found


@dataclass(frozen=True)
class Explained(Generic[A]):
    """An answer with how it came about."""

    answer: Answer[A]
    explanation: Explanation


class Overheard(AreaTree):
    """A tree of areas that keeps the texts which are read through it."""

    def __init__(self, read: Callable[..., list[Row]]) -> None:
        self.texts: dict[str, None] = {}

        def heard(text: str, **parameters: object) -> list[Row]:
            self.texts.setdefault(text)
            return read(text, **parameters)

        super().__init__(heard)


@dataclass(frozen=True)
class Course(Generic[A]):
    """What happened while an answer was made."""

    named: Question[A]
    """The question with uids in the place of names."""
    parameters: Mapping[str, Any]
    """What the text was read with."""
    rows: Sequence[Row]
    further: tuple[str, ...]
    rules: tuple[RulesFollowed, ...]


def explained(asked: Question[A], course: Course[A], answer: Answer[A], cleared: bool) -> Explanation:
    """How the answer to a question came about, for a caller who is cleared or not."""
    text = asked.text()
    shown = cleared or not of_people(text)
    return Explanation(
        asks=text.partition("\n")[0].removeprefix("// "),
        cypher=text,
        parameters=(*_own(asked, course.named), *_found(course, answer, shown)),
        rows_read=counted(text, course.rows, cleared),
        further=course.further if cleared else (),
        rules=course.rules,
        left_out=(*answer.unseen, *(() if cleared else (UNCOUNTED,))),
    )


def counted(text: str, rows: Sequence[Row], cleared: bool) -> int | None:
    """How many rows a caller may be told of; None where the rows of a text about people do not say whose they are."""
    if cleared or not of_people(text):
        return len(rows)
    marks = marks_of(text)
    return sum(not any(row[mark] for mark in marks) for row in rows) if marks else None


@cache
def marks_of(text: str) -> frozenset[str]:
    """The columns of a text that mark a row as somebody's who is restricted.

    >>> sorted(marks_of("RETURN p.restricted AS restricted, q.restricted AS hidden, p.uid AS person"))
    ['hidden', 'restricted']
    """
    return frozenset(re.findall(r"\.restricted AS (\w+)", text))


@cache
def of_people(text: str) -> bool:
    """Whether a text reads what is about residents; records by themselves are of services and places as well.

    >>> of_people("MATCH (s:Service)-[:COVERS]->(a:Area)"), of_people("MATCH (m:Mention)")
    (False, True)
    """
    labels = set(re.findall(r"\(\w*:(\w+)", text))
    return any(NODES[label].sensitivity not in OPEN for label in (labels & NODES.keys()) - {"Record"})


def _own(asked: Question[A], named: Question[A]) -> Iterator[ParameterUnderstood]:
    """The parameters that a caller may give."""
    for field in fields(asked):
        given, understood = getattr(asked, field.name), getattr(named, field.name)
        how = "named" if given != understood else "default" if given == field.default else "given"
        label = field.metadata.get("label") or None
        yield ParameterUnderstood(field.name.rstrip("_"), plain(given), plain(understood), how, label)


def _found(course: Course[A], answer: Answer[A], shown: bool) -> Iterator[ParameterUnderstood]:
    """Parameters of the text that no caller gives: days, which anybody may know, and what was looked up."""
    own, days = {field.name for field in fields(course.named)}, course.named.days(answer.as_of)
    for name, value in course.parameters.items():
        if name in days:
            yield ParameterUnderstood(name, None, plain(value), "reckoned from the day")
        elif name not in own:
            yield ParameterUnderstood(name, None, plain(value) if shown else None, "looked up")
